/** The element as a reader meets it: by mouse and by keyboard, wide and narrow, light and dark, and when things go wrong. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inRoot, paths } from '../../scripts/project.mjs';
import { accessibilityProblems } from './accessibility.mjs';
import { closeBrowser, eventually, openDemo, whenCompared } from './harness.mjs';

after(closeBrowser);

/** @param {Parameters<typeof openDemo>[0]} [options] */
async function openStory(options) {
  const demo = await openDemo(options);
  await whenCompared(demo.page);
  return demo;
}

/** Where the focus is, inside the element. @param {import('playwright-core').Page} page */
const focused = (page) =>
  page.evaluate(() => {
    const active = document.querySelector('cross-read')?.shadowRoot?.activeElement;
    return active ? active.id || active.getAttribute('data-act') : null;
  });

for (const width of [1280, 768, 360, 320]) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    test(`at ${width} px, ${colorScheme}: every story is accessible, opened and closed, and stays as wide as the page`, async () => {
      for (const story of ['summit', 'storm', 'results']) {
        const demo = await openStory({ path: `#${story}`, width, colorScheme });
        const { page } = demo;
        await page.waitForFunction(
          (name) => document.querySelector('cross-read')?.getAttribute('src')?.includes(name),
          story,
        );
        await page.locator('.count.texts').click();
        await page.locator('.summary .opener').first().click();
        await page.locator('#evidence').waitFor();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(overflow <= 0, `${story} does not scroll sideways (it does, by ${overflow} px)`);
        demo.assertQuiet();
        await eventually(async () => assert.deepEqual(await accessibilityProblems(page), [], story));
        await demo.close();
      }
    });
  }
}

test('evidence opens and closes by keyboard, and the focus returns', async () => {
  const { page, ...demo } = await openStory();
  const opener = page.locator('.summary .opener').first();
  await opener.focus();
  const act = await focused(page);
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await focused(page), 'evidence'));
  await eventually(async () => assert.match(await page.locator('#evidence').innerText(), /Read it in the article/));
  await eventually(async () => assert.equal(await opener.getAttribute('aria-expanded'), 'true'));
  await page.keyboard.press('Escape');
  await eventually(async () => assert.equal(await page.locator('#evidence').count(), 0));
  await eventually(async () => assert.equal(await focused(page), act));
  demo.assertQuiet();
  await demo.close();
});

test('the way out of the evidence leads to the sentence, here and at the source', async () => {
  const { page, ...demo } = await openStory();
  await page.locator('.summary .opener').nth(1).click();
  const source = await page.locator('#evidence a').getAttribute('href');
  assert.match(source ?? '', /^https:\/\/[^#]+#:~:text=[\w.~%,]+$/);
  await page.locator('#evidence [data-act^="visit:"]').click();
  await eventually(async () => assert.match((await focused(page)) ?? '', /^sentence-\d+-\d+$/));
  demo.assertQuiet();
  await demo.close();
});

test('unticking an outlet compares again, and the last one stays', async () => {
  const { page, ...demo } = await openStory();
  const ticks = page.locator('.shelf input');
  const all = await ticks.count();
  await ticks.first().focus();
  await page.keyboard.press('Space');
  await page.locator('.count.articles .of').waitFor();
  await eventually(async () =>
    assert.match(await page.locator('.count.articles').innerText(), new RegExp(`^${all - 1} of ${all}`)),
  );
  await eventually(async () => assert.equal(await focused(page), 'tick-0', 'the focus stays where it was'));
  await page.locator('[role=status]', { hasText: `${all - 1} of ${all} articles` }).waitFor({ state: 'attached' });
  for (let index = 1; index < all; index += 1) await ticks.nth(index).click();
  await eventually(async () => assert.equal(await page.locator('.shelf input:checked').count(), 1));
  await eventually(async () =>
    assert.equal(await page.locator('#differences').count(), 0, 'one article is not compared'),
  );
  await eventually(async () => assert.equal(await page.locator('#read').count(), 1));
  await ticks.first().click();
  await eventually(async () => assert.equal(await page.locator('#grid').count(), 1));
  demo.assertQuiet();
  await demo.close();
});

test('length, sorting, filtering and the article to read are chosen by keyboard', async () => {
  const { page, ...demo } = await openStory();
  const sentences = page.locator('.sentences > li');
  await page.locator('.choice input:checked').focus();
  const before = await sentences.count();
  await page.keyboard.press('ArrowLeft');
  await eventually(async () => assert.ok((await sentences.count()) < before, 'short is shorter'));
  await eventually(async () => assert.equal(await focused(page), 'length:short'));
  await page.locator('select[data-act=show]').selectOption('agreed');
  await eventually(async () => assert.equal(await page.locator('#grid tr.conflict').count(), 0));
  await page.locator('select[data-act=sort]').selectOption('story');
  await page.locator('.tabs input:checked').focus();
  await page.keyboard.press('ArrowRight');
  await eventually(async () => assert.equal(await focused(page), 'read:1'));
  const name = await page.locator('.tabs label:has(:checked) .name').innerText();
  await eventually(async () => assert.equal(await page.locator('.reading .from .name').first().innerText(), name));
  demo.assertQuiet();
  await demo.close();
});

test('what the others say stands beside a sentence', async () => {
  const { page, ...demo } = await openStory();
  await page.locator('.reading button.stance').first().click();
  await eventually(async () => assert.equal(await focused(page), 'evidence'));
  await eventually(async () => assert.ok((await page.locator('#evidence .other').count()) > 0));
  await page.locator('#evidence .close').click();
  await eventually(async () => assert.equal(await page.locator('#evidence').count(), 0));
  await eventually(async () => assert.match((await focused(page)) ?? '', /^beside:/));
  demo.assertQuiet();
  await demo.close();
});

test('the story can be inside or given as a property, and events tell what happened', async () => {
  const { page, ...demo } = await openStory({
    path: 'inside.html',
    mounts: [
      ['/pkg/', paths.pkg],
      ['/', inRoot('tests', 'page', 'pages')],
    ],
  });
  await eventually(async () => assert.match(await page.locator('.standfirst').innerText(), /River Post/));
  const result = await page.evaluate(async () => {
    /** @type {string[]} */
    const events = [];
    for (const name of ['ready', 'error', 'open', 'change']) {
      document.addEventListener(`cross-read-${name}`, (event) => {
        const { code } = /** @type {CustomEvent} */ (event).detail ?? {};
        events.push(code ? `${name} ${code}` : name);
      });
    }
    const told = (/** @type {number} */ count) =>
      new Promise((done) => {
        const wait = () => (events.length >= count ? done(undefined) : setTimeout(wait, 10));
        wait();
      });
    const element = /** @type {any} */ (document.querySelector('cross-read'));
    const bridge = { source: 'River Post', text: 'The bridge reopened on Monday.' };
    element.story = { title: 'Two', articles: [bridge, { source: 'Hill Times', text: 'It rained.' }] };
    await told(1);
    const { length } = element.analysis.articles;
    element.shadowRoot.querySelector('.shelf input').click();
    await told(2);
    element.story = { articles: [] };
    await told(3);
    const failed = {
      slot: !element.shadowRoot.querySelector('slot').hidden,
      notice: element.shadowRoot.querySelector('.notice').innerText,
    };
    element.story = { articles: [bridge] };
    await told(4);
    element.remove();
    document.querySelector('main')?.append(element);
    const kept = Boolean(element.shadowRoot.querySelector('section'));
    return { events, length, failed, kept };
  });
  assert.deepEqual(result.events, ['ready', 'change', 'error empty-story', 'ready']);
  assert.equal(result.length, 2);
  assert.equal(result.failed.slot, true, 'what stands inside is shown where the comparison fails');
  assert.match(result.failed.notice, /could not be shown/);
  assert.match(result.failed.notice, /empty-story/);
  assert.equal(result.kept, true, 'what is shown survives being moved');
  demo.assertQuiet();
  await demo.close();
});
