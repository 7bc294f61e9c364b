/** The page around the comparison, as a reader uses it, in Chromium. `offline.test.mjs` has the same without a network. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { inRoot } from '../../scripts/project.mjs';
import { site, siteFiles, writeSite } from '../../scripts/site.mjs';
import { accessibilityProblems } from './accessibility.mjs';
import { closeBrowser, openDemo, whenCompared } from './harness.mjs';

const home = mkdtempSync(join(tmpdir(), 'crossread-app-'));
writeSite(site(siteFiles()).files, home);

after(async () => {
  await closeBrowser();
  rmSync(home, { recursive: true, force: true });
});

/** @typedef {import('playwright-core').Page} Page */

/** @param {Parameters<typeof openDemo>[0]} [options] */
async function openApp(options) {
  const demo = await openDemo({ mounts: [['/', home]], ...options });
  await isReady(demo.page);
  return demo;
}

/** @param {Page} page */
async function isReady(page) {
  await whenCompared(page);
  await page.locator('#keep:enabled').waitFor();
}

/** @param {Page} page @param {number} count */
const comparesArticles = (page, count) =>
  page.waitForFunction(
    (wanted) => /** @type {any} */ (document.querySelector('cross-read')).analysis?.articles.length === wanted,
    count,
  );

/** What the browser keeps of the page's doing. @param {Page} page */
const databases = (page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

const BRIDGE = [
  'The bridge at Alder Bay reopened on Monday after eleven weeks.',
  'After twelve weeks, the bridge at Alder Bay reopened on Monday.',
];

/** Each state of the page, and how a reader gets there from the one before. @type {[name: string, go: (page: Page) => Promise<void>][]} */
const states = [
  ['the first sight', async () => {}],
  ['the dialog', (page) => page.locator('#new').click()],
  [
    'the dialog with a complaint',
    async (page) => {
      await page.locator('#compose [type=submit]').click();
      await page.locator('#compose .problem:not(:empty)').waitFor();
    },
  ],
  [
    'the dialog with an article',
    async (page) => {
      await page.locator('#compose textarea').fill(BRIDGE[0] ?? '');
      await page.locator('#compose-outlet').fill('Alder Bay Courier');
      await page.locator('[name=next]').click();
      await page.locator('#compose li').waitFor();
    },
  ],
  [
    'a comparison of the reader’s own',
    async (page) => {
      await page.locator('#compose textarea').fill(BRIDGE[1] ?? '');
      await page.locator('#compose [type=submit]').click();
      await comparesArticles(page, 2);
      await isReady(page);
    },
  ],
  [
    'kept',
    async (page) => {
      await page.locator('#keep').click();
      await page.locator('#kept li a').waitFor();
    },
  ],
  ['asked whether to forget', (page) => page.locator('#forget').click()],
  [
    'from right to left',
    async (page) => {
      await page.locator('#language').selectOption('ar');
      await page.locator('html[dir=rtl]').waitFor();
      await page.locator('.page[lang=ar]').waitFor();
    },
  ],
];

for (const [width, colorScheme] of /** @type {const} */ ([
  [1280, 'light'],
  [390, 'dark'],
  [320, 'light'],
])) {
  test(`at ${width} px, ${colorScheme}: every state is accessible, as wide as the page, and can be touched`, async () => {
    const { page, ...demo } = await openApp({ width, colorScheme });
    for (const [name, go] of states) {
      await go(page);
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      assert.deepEqual(await accessibilityProblems(page), [], name);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${name} does not scroll sideways (it does, by ${overflow} px)`);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('button, select, input:not(.unseen), textarea, .stories a')]
          .map((each) => ({ each, box: each.getBoundingClientRect() }))
          .filter(({ box }) => box.width && (box.width < 24 || box.height < 24))
          .map(({ each }) => each.outerHTML),
      );
      assert.deepEqual(small, [], `${name}: targets of 24 px`);
    }
    demo.assertQuiet();
    await demo.close();
  });
}

test('nothing is kept unless the reader asks, and nothing is left when everything is forgotten', async () => {
  const { page, ...demo } = await openApp();
  await page.locator('.stories a').nth(1).click();
  await comparesArticles(page, 6);
  await isReady(page);
  assert.deepEqual(await databases(page), []);
  await page.locator('#keep').click();
  await page.locator('#kept li').waitFor();
  assert.equal(await page.locator('#keep').innerText(), 'Kept');
  assert.deepEqual(await databases(page), ['crossread']);
  // An article more is a change, and is kept as well.
  await page.locator('#add').click();
  await page
    .locator('cross-read dialog textarea')
    .fill('The storm reached the coast on Sunday, the harbour office said.');
  await page.locator('cross-read dialog .main').click();
  await page.locator('.waiting').waitFor();
  await page.locator('cross-read dialog .main').click();
  await comparesArticles(page, 7);
  await page.getByRole('button', { name: 'Keep the changes' }).click();
  await page.locator('#keep[aria-pressed=true]').waitFor();
  await page.reload();
  await comparesArticles(page, 7);
  assert.equal(await page.locator('#kept li').count(), 1, 'it is still one comparison');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save-all').click()]);
  const saved = readFileSync(await download.path(), 'utf8');
  assert.equal(JSON.parse(saved).comparisons[0].story.articles.length, 7);
  await page.locator('#forget').click();
  assert.deepEqual(await databases(page), ['crossread'], 'once is not enough');
  await page.locator('#forget').click();
  await page.locator('#kept').waitFor({ state: 'hidden' });
  assert.deepEqual(await databases(page), []);
  // What was taken along can be brought back.
  await page
    .locator('#files')
    .setInputFiles([{ name: 'kept.json', mimeType: 'application/json', buffer: Buffer.from(saved) }]);
  await page.locator('#kept li a').click();
  await comparesArticles(page, 7);
  await page.locator('#kept .out').click();
  await page.locator('#kept').waitFor({ state: 'hidden' });
  demo.assertQuiet();
  await demo.close();
});

test('files of every kind are opened, and what cannot be is said', async () => {
  const { page, ...demo } = await openApp();
  const file = (/** @type {string} */ name) => inRoot('www', 'examples', name);
  for (const name of ['bridge.json', 'bridge.rss', 'bridge.atom', 'bridge.feed.json', 'bridge.jsonld']) {
    await page.goto(demo.origin);
    await isReady(page);
    await page.locator('#files').setInputFiles([file(name)]);
    await comparesArticles(page, 3);
    assert.equal(new URL(page.url()).hash, '#own', name);
  }
  await page.locator('#files').setInputFiles(['page-courier.html', 'page-tidewater.html'].map(file));
  await comparesArticles(page, 2);
  await page.locator('#files').setInputFiles([{ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('x') }]);
  await page.locator('#note', { hasText: 'a.png' }).waitFor();
  await page.goBack();
  await comparesArticles(page, 5);
  demo.assertQuiet();
  await demo.close();
});

test('a text that is shared with the page waits in the dialog, and nowhere else', async () => {
  const { page, ...demo } = await openApp();
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await page.evaluate(async () => {
    const form = new FormData();
    form.set('title', 'Bridge opens');
    form.set('text', 'The bridge at Alder Bay reopened on Monday.');
    form.set('url', 'https://courier.alderbay.example/bridge');
    form.append('files', new File(['After twelve weeks the bridge reopened.'], 'Tidewater Post.txt'));
    const response = await fetch('./share', { method: 'POST', body: form });
    if (!response.ok || !response.redirected) throw new Error(response.url);
  });
  await page.goto('about:blank');
  await page.goto(`${demo.origin}#shared`);
  await page.locator('#compose[open] li').nth(1).waitFor();
  assert.deepEqual(await page.locator('#compose li > span').allInnerTexts(), [
    'Tidewater Post: After twelve weeks the bridge reopened.',
    'Bridge opens',
  ]);
  assert.deepEqual(
    await page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('shared'))),
    [],
  );
  await page.locator('#compose [type=submit]').click();
  await comparesArticles(page, 2);
  await demo.close();
});

test('the page speaks the reader’s language, or the one that the address asks for', async () => {
  for (const lang of ['de', 'fr', 'es', 'ja', 'ko', 'zh', 'ar']) {
    const { page, ...demo } = await openApp({ path: `?lang=${lang}#storm` });
    await page.locator(`html[lang=${lang}]`).waitFor();
    await page.locator(`.page[lang=${lang}]`).waitFor();
    const english = ['Compare your own', 'Open files', 'Save as a file', 'Keep on this device', 'A storm, six reports'];
    const text = await page.locator('body').innerText();
    assert.deepEqual(
      english.filter((words) => text.includes(words)),
      [],
      lang,
    );
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, lang);
    demo.assertQuiet();
    await demo.close();
  }
});
