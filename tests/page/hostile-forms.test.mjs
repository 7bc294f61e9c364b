/** Hostile stories in the three engines, in every form that is read, and rendered ahead. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { forms } from '../hostile/corpus.mjs';
import { inEveryEngine } from './engines/index.mjs';
import { ahead, all, assertHarmless, mounts, outcome, show, TAGS, writeFiles } from './hostile.mjs';

before(writeFiles, { timeout: 900_000 });

inEveryEngine(
  'hostile stories in every form that is read',
  async (page, origin) => {
    await page.tab.goto(`${origin}attacked.html`);
    const names = Object.keys(forms(/** @type {any} */ (all[0])));
    for (const index of all.keys()) {
      const name = names[index % names.length] ?? '';
      assert.equal(await show(page, { src: `/hostile/${index}-${name}` }), 'ready', `${index} ${name}`);
      await assertHarmless(page, `${index} ${name}`);
      if (index % 4) continue;
      await page.tab.goto(`${origin}hostile/${index}-inside.html`);
      assert.equal(await outcome(page), 'ready', `${index} inside`);
      await assertHarmless(page, `${index} inside`);
    }
  },
  { mounts },
);

inEveryEngine(
  'hostile stories rendered ahead',
  async (page, origin) => {
    for (const index of all.keys()) {
      if (index % 2) continue;
      await page.tab.goto(`${origin}hostile/${index}-ahead.html`);
      await assertHarmless(page, `${index} ahead`);
    }
  },
  { mounts },
);

test('what is rendered ahead has the tags of the view and no others', () => {
  for (const html of ahead) {
    for (const [, tag = ''] of html.matchAll(/<\/?([^\s>]*)/g)) assert.ok(TAGS.includes(tag), `<${tag}>`);
    for (const [, address = ''] of html.matchAll(/ href="([^"]*)"/g)) assert.match(address, /^(?:https?:\/\/|#)/i);
    assert.doesNotMatch(html.replace(/"[^"]*"/g, ''), /<[^>]* on\w+/i, 'no handler');
  }
});
