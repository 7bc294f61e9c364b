/** What is rendered ahead: read without scripts, taken over without anything moving, and told from what is found here. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inPackage } from '../../scripts/package-files.mjs';
import { inRoot, paths } from '../../scripts/project.mjs';
import { accessibilityProblems } from './accessibility.mjs';
import { inEveryEngine } from './engines/index.mjs';
import { closeBrowser, openDemo } from './harness.mjs';

const STORY = inRoot('www', 'stories', 'summit.json');

/** Where the pages stand. */
let place = '';

/** @param {string[]} given */
const crossread = (...given) =>
  execFileSync(process.execPath, [inPackage('bin.js'), ...given], { cwd: place, encoding: 'utf8' });

/** @param {string} name  @param {string} ahead  @param {string} [story] */
const writePage = (name, ahead, story = readFileSync(STORY, 'utf8')) =>
  writeFileSync(
    join(place, name),
    `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Rendered ahead</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="./pkg/ahead.css" />
        <script type="module" src="./pkg/element/define.js"></script>
      </head>
      <body>
        <main>
          <h1>Rendered ahead</h1>
          <cross-read>
            ${ahead}
            <script type="application/json">${story}</script>
          </cross-read>
          <p id="below">What stands below.</p>
        </main>
      </body>
    </html>`,
  );

before(() => {
  place = mkdtempSync(join(tmpdir(), 'crossread-ahead-'));
  writeFileSync(join(place, 'empty.html'), '<!doctype html><title>Empty</title><link rel="icon" href="data:," />');
  writePage('whole.html', crossread('render', STORY));
  writePage('short.html', crossread('render', '--summary', 'short', '--sections', 'differences,summary', STORY));
  writeFileSync(
    join(place, 'still.html'),
    readFileSync(join(place, 'whole.html'), 'utf8').replace(/<script type="module".*/, ''),
  );
  const other = JSON.parse(readFileSync(STORY, 'utf8'));
  other.articles.pop();
  writePage('other.html', crossread('render', STORY), JSON.stringify(other));
  crossread('page', '-o', 'alone.html', STORY);
});

after(async () => {
  await closeBrowser();
  rmSync(place, { recursive: true, force: true });
});

/** @returns {import('../../scripts/serve.mjs').Mounts} */
const mounts = () => [
  ['/pkg/', paths.pkg],
  ['/', place],
];

/** @param {string} path  @param {object} [options] */
const open = (path, options) => openDemo({ path, mounts: mounts(), ...options });

/** Waits until the comparison has taken the place of what was rendered ahead. @param {import('playwright-core').Page} page */
const whenLive = (page) => page.locator('cross-read .frame:not([hidden]) [data-act]').first().waitFor();

/** Where everything is that has words of its own, and what it says: called in the page. */
function layout() {
  const element = document.querySelector('cross-read');
  const shown = element?.shadowRoot?.querySelector('.page') ?? element?.querySelector('.page');
  const own = [...(shown?.querySelectorAll('*') ?? [])].filter(
    (each) => !each.closest('svg') && [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE),
  );
  return [document.querySelector('#below'), ...own].map((each) => {
    const { x = 0, y = 0, width = 0, height = 0 } = each?.getBoundingClientRect() ?? {};
    return { text: each?.textContent?.slice(0, 40), place: [x, y + scrollY, width, height] };
  });
}

/**
 * The same texts at the same places, to half a pixel.
 * @param {ReturnType<typeof layout>} now
 * @param {ReturnType<typeof layout>} earlier
 * @param {string} when
 */
function assertSame(now, earlier, when) {
  const moved = now.filter(({ text, place: at }, index) => {
    const was = earlier[index];
    return text !== was?.text || at.some((number, axis) => Math.abs(number - (was.place[axis] ?? 0)) > 0.5);
  });
  assert.deepEqual(moved.slice(0, 5), [], when);
  assert.equal(now.length, earlier.length, when);
}

for (const [name, width] of /** @type {[string, number][]} */ ([
  ['whole.html', 1280],
  ['whole.html', 360],
  ['short.html', 1280],
])) {
  test(`${name} at ${width} px: nothing moves from the first line of HTML to the live comparison`, async () => {
    const demo = await open('empty.html', { width });
    const { page } = demo;
    /** @type {Record<string, () => void>} */
    const release = {};
    for (const file of ['define.js', 'crossread_bg.wasm']) {
      const wait = new Promise((go) => (release[file] = () => go(undefined)));
      await page.route(`**/${file}`, async (route) => {
        await wait;
        await route.continue();
      });
    }
    await page.addInitScript(() => {
      const global = /** @type {any} */ (globalThis);
      global.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) global.shift += /** @type {any} */ (entry).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${demo.origin}${name}`, { waitUntil: 'commit' });
    await page.locator('#below').waitFor();
    await page.waitForFunction(() => document.styleSheets.length > 0);
    await page.evaluate(() => document.fonts.ready);
    const first = await page.evaluate(layout);
    assert.ok(first.length > 50);
    release['define.js']?.();
    await page.waitForFunction(() => document.querySelector('cross-read')?.shadowRoot?.querySelector('.page'));
    assertSame(await page.evaluate(layout), first, 'in the element, before the core is there');
    release['crossread_bg.wasm']?.();
    await whenLive(page);
    assertSame(await page.evaluate(layout), first, 'live');
    await page.waitForTimeout(200);
    // Chromium counts a hundredth of a pixel by which a word may be placed anew.
    assert.ok((await page.evaluate(() => /** @type {any} */ (globalThis).shift)) < 0.0001);
    assert.equal(await page.locator('cross-read[differs], .notice.differs').count(), 0);
    await page.locator('.summary .opener').first().click();
    await page.locator('#evidence').waitFor();
    demo.assertQuiet();
    await demo.close();
  });
}

for (const width of [360, 1280]) {
  inEveryEngine(
    `at ${width} px the live comparison stands where what was rendered ahead stood, and works`,
    async (page, origin) => {
      await page.tab.goto(`${origin}still.html`);
      await page.until('the style is there', () => document.styleSheets.length && document.fonts.status === 'loaded');
      const first = await page.evaluate(layout);
      assert.ok(first.length > 50);
      await page.tab.goto(`${origin}whole.html`);
      await page.whenCompared();
      await page.settled();
      assertSame(await page.evaluate(layout), first, 'live');
      assert.ok(!(await page.evaluate(() => document.querySelector('cross-read')?.hasAttribute('differs'))));
      await page.click('#summary button[data-act^="open:"]');
      assert.equal(await page.count('#evidence'), 1);
    },
    { mounts, width },
  );
}

test('without scripts: read, linked to its sources, described, and no control that does nothing', async () => {
  const { page, ...demo } = await open('whole.html', { javaScript: false });
  for (const title of ['In short', 'Where they differ', 'Fact by fact']) {
    await page.getByRole('heading', { name: title }).waitFor();
  }
  const link = page.locator('.summary a.link').first();
  assert.match((await link.getAttribute('href')) ?? '', /^https:\/\/[^#]+#:~:text=/);
  const inside = await page.locator('.summary a.link.differs').first().getAttribute('href');
  assert.equal(await page.locator(`.card${inside}`).count(), 1, 'a difference leads to its card');
  const dead = page.locator('button:not(.count, .pair):visible, input:visible, select:visible');
  assert.deepEqual(await dead.allInnerTexts(), []);
  const described = JSON.parse((await page.locator('[type="application/ld+json"]').textContent()) ?? '');
  const { articles } = JSON.parse(readFileSync(STORY, 'utf8'));
  assert.deepEqual(
    described.isBasedOn.map((/** @type {any} */ { url, headline }) => [url, headline]),
    articles.map((/** @type {any} */ { url, title }) => [url, title]),
  );
  demo.assertQuiet();
  await demo.close();
});

test('accessible before any script of its own', async () => {
  const { page, ...demo } = await open('still.html');
  assert.deepEqual(await accessibilityProblems(page), []);
  demo.assertQuiet();
  await demo.close();
});

test('what differs from what is found here is said: by event, attribute and a quiet line', async () => {
  const demo = await open('empty.html');
  const { page } = demo;
  await page.addInitScript(() => {
    document.addEventListener('cross-read-differs', (event) => {
      /** @type {any} */ (globalThis).told = /** @type {CustomEvent} */ (event).detail;
    });
  });
  await page.goto(`${demo.origin}other.html`);
  await page.locator('cross-read[differs]').waitFor();
  const { rendered, found } = await page.evaluate(() => /** @type {any} */ (globalThis).told);
  assert.match(rendered, /^[0-9a-f]{16}$/);
  assert.equal(found, await page.evaluate(() => document.querySelector('cross-read')?.analysis?.digest));
  assert.notEqual(found, rendered);
  await page.getByText('What is found here differs from what came with the page.').waitFor();
  await page.evaluate(() => {
    const element = document.querySelector('cross-read');
    if (element) element.story = { articles: [{ text: 'It rained.' }] };
  });
  await page.waitForFunction(() => !document.querySelector('cross-read')?.hasAttribute('differs'));
  demo.assertQuiet();
});

test('one file is the whole page: from file://, it compares and asks for nothing', async () => {
  const { page, messages, requests } = await open('empty.html');
  messages.length = requests.length = 0;
  const address = pathToFileURL(join(place, 'alone.html')).href;
  await page.goto(address);
  await whenLive(page);
  await page.locator('#tick-0').click();
  await page.locator('.count.articles .of').waitFor();
  assert.equal(await page.locator('cross-read[differs]').count(), 0);
  assert.deepEqual(requests, [address]);
  assert.deepEqual(messages, []);
});

inEveryEngine('one file is the whole page: from file://, it compares', async (page) => {
  await page.tab.goto(pathToFileURL(join(place, 'alone.html')).href);
  await page.whenCompared();
  const all = await page.count('.shelf li');
  await page.click('#tick-0');
  assert.match(await page.text('.count.articles'), new RegExp(`${all - 1}.* of ${all}`, 's'));
  const { asked, differs } = await page.evaluate(() => ({
    asked: performance.getEntriesByType('resource').map(({ name }) => name),
    differs: document.querySelector('cross-read')?.hasAttribute('differs'),
  }));
  assert.equal(differs, false);
  assert.deepEqual(
    asked.filter((name) => !/^(data|blob):/.test(name)),
    [],
  );
});

test('what an article says never becomes markup, script or policy', async () => {
  const nasty = '</script><script>document.title="pwned"</script><!--"><img src=x onerror="document.title=1">\u2028!';
  const article = { source: nasty, title: nasty, url: 'javascript:alert(1)', text: `It rained for 14 weeks. ${nasty}` };
  const story = { title: nasty, articles: [article, { ...article, text: `It rained for 16 weeks. ${nasty}` }] };
  writeFileSync(join(place, 'nasty.json'), JSON.stringify(story));
  crossread('page', '-o', 'nasty.html', 'nasty.json');
  const { page, messages } = await open('empty.html');
  await page.goto(pathToFileURL(join(place, 'nasty.html')).href);
  await whenLive(page);
  assert.equal((await page.title()).trim(), nasty.trim());
  assert.equal(await page.locator('img, [href^="javascript"]').count(), 0);
  assert.equal(await page.locator('script:not([type])').count(), 1);
  assert.equal(JSON.parse((await page.locator('[type="application/ld+json"]').textContent()) ?? '').name, nasty);
  assert.deepEqual(messages, []);
});
