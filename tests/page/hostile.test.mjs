/** Hostile stories in the three engines: every section, every export, and what is said of what is no date. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articles, dates } from '../hostile/corpus.mjs';
import { inEveryEngine } from './engines/index.mjs';
import { activate, all, assertHarmless, checkExport, mounts, saved, show } from './hostile.mjs';

test('there are at least 300 hostile articles, and each field is attacked in many ways', () => {
  const list = articles();
  assert.ok(list.length >= 300, `${list.length}`);
  for (const field of /** @type {const} */ (['source', 'title', 'url', 'text', 'html']))
    assert.ok(new Set(list.map((article) => article[field])).size > 100, field);
  assert.ok(new Set(list.map(({ id }) => id)).size >= 10 && dates.length >= 10);
});

const PART = Math.ceil(all.length / 4);

for (const part of [0, 1, 2, 3]) {
  inEveryEngine(
    `hostile stories ${part + 1} of 4 as a property: every section, every export`,
    async (page, origin) => {
      await page.tab.goto(`${origin}attacked.html`);
      for (const [index, story] of [...all.entries()].slice(part * PART, (part + 1) * PART)) {
        assert.equal(await show(page, { story }), 'ready', `story ${index}`);
        await assertHarmless(page, `story ${index}`);
        const kinds = await activate(page);
        assert.ok(kinds.includes('save') && kinds.includes('open'), `${kinds}`);
        await assertHarmless(page, `story ${index}, opened`);
        (await saved(page)).forEach(checkExport);
      }
    },
    { mounts },
  );
}

inEveryEngine(
  'what is no date refuses its story, and the message is text',
  async (page, origin) => {
    await page.tab.goto(`${origin}attacked.html`);
    let refused = 0;
    for (const published of dates) {
      const code = await show(page, { story: { articles: [{ text: 'The bridge reopened.', published }] } });
      assert.ok(['ready', 'bad-date'].includes(code), `${published}: ${code}`);
      refused += Number(code === 'bad-date');
      await assertHarmless(page, published);
    }
    assert.ok(refused > dates.length / 2, `${refused} refused`);
  },
  { mounts },
);
