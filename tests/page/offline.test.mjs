/** The site as it is put on a server: without a network, and from one version to the next, in the three engines. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { inRoot } from '../../scripts/project.mjs';
import { site, siteFiles, writeSite } from '../../scripts/site.mjs';
import { inEveryEngine } from './engines/index.mjs';

/** @typedef {import('./engines/index.mjs').Page} Page */

const home = mkdtempSync(join(tmpdir(), 'crossread-site-'));
after(() => rmSync(home, { recursive: true, force: true }));

/** The site as it is, and as it would be after a change to what it says and to the element. */
const first = site(siteFiles());
const second = (() => {
  const files = siteFiles();
  const change = (/** @type {string} */ name, /** @type {RegExp} */ from, /** @type {string} */ to) => {
    const text = files.get(name)?.toString('utf8') ?? '';
    assert.match(text, from);
    files.set(name, Buffer.from(text.replace(from, to)));
  };
  change('app/messages/en.txt', /^heading\t.*$/m, 'heading\tThe second version.');
  change('pkg/element/on-demand/add.js', /^/, '// The second version.\n');
  return site(files);
})();
assert.notEqual(first.version, second.version);

/** A folder with the first version in it. */
function folder() {
  const place = mkdtempSync(join(home, 'v'));
  writeSite(first.files, place);
  return place;
}

/** Waits until the page would do without a network. @param {Page} page */
async function isKept(page) {
  await page.whenCompared();
  await page.until('the service worker has the page', () => navigator.serviceWorker?.controller?.state === 'activated');
}

/** Opens the page anew. @param {Page} page @param {string} address */
async function reopen(page, address) {
  await page.tab.goto('about:blank');
  await page.tab.goto(address);
}

/** Activates a control of the page. @param {Page} page @param {string} selector */
const press = (page, selector) =>
  page.evaluate((wanted) => /** @type {any} */ (document.querySelector(wanted)).click(), selector);

/** @param {Page} page @param {string} selector @param {string} value */
const fill = (page, selector, value) =>
  page.evaluate(
    (wanted, text) => {
      const field = /** @type {HTMLInputElement} */ (document.querySelector(wanted));
      field.value = text;
    },
    selector,
    value,
  );

/** @param {Page} page @param {number} count */
const comparesArticles = (page, count) =>
  page.until(
    `${count} articles are compared`,
    (wanted) => /** @type {any} */ (document.querySelector('cross-read')).analysis?.articles.length === wanted,
    count,
  );

inEveryEngine(
  'with the network off: open, paste, compare, keep, open again, take along, in another language',
  async (page, origin, server) => {
    await page.tab.goto(origin);
    await isKept(page);
    await server.close();
    await reopen(page, `${origin}#storm`);
    await page.until(
      'another sample is opened',
      () => /** @type {any} */ (document.querySelector('cross-read'))?.analysis?.articles.length === 6,
    );
    await press(page, '#new');
    await fill(page, '#compose-text', 'The bridge at Alder Bay reopened on Monday after eleven weeks of repairs.');
    await fill(page, '#compose-outlet', 'Alder Bay Courier');
    await fill(page, '#compose-date', '2026-04-14');
    await press(page, '#compose [name=next]');
    await fill(page, '#compose-text', 'After twelve weeks of repairs, the bridge at Alder Bay reopened on Monday.');
    await fill(page, '#compose-outlet', 'The Tidewater Post');
    await press(page, '#compose [type=submit]');
    await comparesArticles(page, 2);
    await page.until('it can be kept', () => !(/** @type {any} */ (document.querySelector('#keep')).disabled));
    await press(page, '#keep');
    await page.until('it is kept', () => document.querySelector('#kept li a'));
    const address = await page.evaluate(() => location.href);
    assert.match(address, /#kept=\w+$/);
    await reopen(page, address);
    await comparesArticles(page, 2);
    // Parts that are fetched only when they are asked for.
    await page.click('#add');
    await page.until('the dialog is open', () =>
      document.querySelector('cross-read')?.shadowRoot?.querySelector('dialog:modal'),
    );
    await page.key('Escape');
    const given = await page.evaluate(async () => {
      /** @type {string[]} */
      const names = [];
      HTMLAnchorElement.prototype.click = function () {
        names.push(this.download);
      };
      const root = document.querySelector('cross-read')?.shadowRoot;
      for (const form of ['markdown', 'csv', 'json'])
        /** @type {any} */ (root?.querySelector(`[data-act="save:${form}"]`))?.click();
      /** @type {any} */ (document.querySelector('#save')).click();
      for (let tries = 0; tries < 300 && names.length < 4; tries += 1) await new Promise((go) => setTimeout(go, 20));
      return names.sort();
    });
    assert.deepEqual(given, ['crossread-story.json', 'crossread.csv', 'crossread.json', 'crossread.md']);
    await page.evaluate(() => {
      const select = /** @type {any} */ (document.querySelector('#language'));
      select.value = 'ja';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.until(
      'the page and the comparison speak Japanese',
      () =>
        document.querySelector('h1')?.textContent?.includes('報道') &&
        document.querySelector('cross-read')?.shadowRoot?.querySelector('.page[lang=ja]'),
    );
    await press(page, '#forget');
    await press(page, '#forget');
    await page.until('everything is forgotten', () => /** @type {any} */ (document.querySelector('#kept')).hidden);
    const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    assert.deepEqual(databases, []);
  },
  { mounts: () => [['/', folder()]], quiet: false },
);

/** What the server of the next test shows. */
let place = '';

inEveryEngine(
  'a new version comes while a page is open: the page goes on, and the next one is new',
  async (page, origin, server) => {
    await page.tab.goto(origin);
    await isKept(page);
    const old = await page.evaluate(() => document.querySelector('h1')?.textContent);
    // The hardest case: nothing of the first version is on the server any more.
    for (const name of readdirSync(place)) rmSync(join(place, name), { recursive: true });
    writeSite(second.files, place);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
    });
    await page.until('the page says that there is a new version', () =>
      document.querySelector('#note')?.textContent?.includes('new version'),
    );
    assert.equal(await page.evaluate(() => document.querySelector('h1')?.textContent), old);
    await page.click('#add');
    await page.until('what was not fetched yet is still to be had', () =>
      document.querySelector('cross-read')?.shadowRoot?.querySelector('dialog:modal'),
    );
    await page.key('Escape');
    const versions = () =>
      page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('crossread-')).sort());
    assert.deepEqual(await versions(), [first, second].map(({ version }) => `crossread-${version}`).sort());
    await page.tab.goto('about:blank');
    await server.close();
    await page.tab.goto(origin);
    await page.whenCompared();
    await page.until(
      'the page is the new one',
      () => document.querySelector('h1')?.textContent === 'The second version.',
    );
    assert.deepEqual(await versions(), [`crossread-${second.version}`], 'what is old is gone');
  },
  { mounts: () => [['/', (place = folder())]], quiet: false },
);

inEveryEngine(
  'where the files say that they are of no version, the worker takes itself away',
  async (page, origin) => {
    await page.tab.goto(origin);
    await isKept(page);
    cpSync(inRoot('www', 'service-worker.js'), join(place, 'service-worker.js'));
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
    });
    await page.until('nothing is left of it', () => {
      Promise.all([navigator.serviceWorker.getRegistration(), caches.keys()]).then(([registration, names]) => {
        /** @type {any} */ (window).left = names.length + Number(Boolean(registration));
      });
      return /** @type {any} */ (window).left === 0;
    });
  },
  { mounts: () => [['/', (place = folder())]], quiet: false },
);
