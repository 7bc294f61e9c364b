/** The element as publishers embed it, in the three engines: strict policies, frames, files elsewhere, when it comes near. */
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { inRoot, paths } from '../../scripts/project.mjs';
import { inEveryEngine } from './engines/index.mjs';

/** @typedef {import('./engines/index.mjs').Page} Page */

/** @type {import('../../scripts/serve.mjs').Mounts} */
const mounts = [
  ['/cdn/', paths.pkg],
  ['/pkg/', paths.pkg],
  ['/examples/', inRoot('www', 'examples')],
  ['/', inRoot('tests', 'page', 'pages')],
];

/** No more than what the README says that a page must allow. */
const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types crossread";

const policy = (/** @type {string} */ text) => () => ({ 'Content-Security-Policy': text });

/** What was fetched, without the origin. @param {Page} page @returns {Promise<string[]>} */
const fetched = (page) =>
  page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));

/** Waits for what the elements of the page tell. @param {Page} page @param {string} expected */
async function tells(page, expected) {
  await page.until('something is told', () => /** @type {any} */ (window).told.length);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).told), [expected]);
}

inEveryEngine(
  'a strict policy and Trusted Types: shown, opened, an article added, taken along',
  async (page, origin) => {
    await page.tab.goto(`${origin}strict.html`);
    await page.whenCompared();
    await tells(page, 'ready');
    await page.click('#summary button[data-act^="open:"]');
    await page.until('the evidence is open', () =>
      document.querySelector('cross-read')?.shadowRoot?.getElementById('evidence'),
    );
    await page.press('#evidence', 'Escape');
    await page.until(
      'the evidence is closed',
      () => !document.querySelector('cross-read')?.shadowRoot?.getElementById('evidence'),
    );
    await page.click('#add');
    await page.until('the dialog is open', () =>
      document.querySelector('cross-read')?.shadowRoot?.querySelector('dialog:modal'),
    );
    await page.key('Escape');
    const saved = await page.evaluate(async () => {
      /** @type {string[]} */
      const names = [];
      HTMLAnchorElement.prototype.click = function () {
        names.push(this.download);
      };
      const button = document.querySelector('cross-read')?.shadowRoot?.querySelector('[data-act="save:markdown"]');
      /** @type {any} */ (button)?.click();
      for (let tries = 0; tries < 200 && !names.length; tries += 1) await new Promise((go) => setTimeout(go, 20));
      return names;
    });
    assert.deepEqual(saved, ['crossread.md']);
  },
  { mounts, headers: policy(STRICT) },
);

inEveryEngine(
  'where the policy forbids WebAssembly, what stands inside stays and the event says so',
  async (page, origin) => {
    await page.tab.goto(`${origin}strict.html`);
    await tells(page, 'error wasm-blocked');
    assert.match(await page.evaluate(() => document.body.innerText), /What stands inside\./);
    assert.match(await page.text('.notice'), /wasm-blocked/);
  },
  {
    mounts,
    headers: policy("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"),
    quiet: false,
  },
);

inEveryEngine(
  'where the WebAssembly is not there, what stands inside stays and the event says so',
  async (page, origin) => {
    await page.tab.goto(`${origin}strict.html`);
    await page.until('an element is there', () => document.querySelector('cross-read')?.shadowRoot);
    await tells(page, 'error core-unavailable');
    assert.match(await page.evaluate(() => document.body.innerText), /What stands inside\./);
  },
  {
    mounts: [['/pkg/crossread_bg.wasm', inRoot('tests', 'page', 'none')], ...mounts],
    headers: policy(STRICT),
    quiet: false,
  },
);

inEveryEngine(
  'in a sandboxed frame without an origin, where the server lets modules be had from anywhere',
  async (page, origin) => {
    await page.tab.goto(`${origin}sandbox.html`);
    await page.until('the frame tells', () => /** @type {any} */ (window).inner);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).inner), ['ready']);
  },
  {
    mounts,
    // WebKit takes 'self' for nothing in a frame without an origin: the policy names the site.
    headers: (site) => ({
      'Content-Security-Policy': `${STRICT.replaceAll("'self'", site)}; frame-src ${site}`,
      'Access-Control-Allow-Origin': '*',
    }),
  },
);

inEveryEngine(
  'in a sandboxed frame, one classic script needs nothing of the server, and asks for nothing',
  async (page, origin) => {
    await page.tab.goto(`${origin}sandbox-standalone.html`);
    await page.until('the frame tells', () => /** @type {any} */ (window).inner);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).inner), ['ready']);
  },
  {
    mounts,
    headers: (site) => ({
      'Content-Security-Policy': `default-src 'none'; script-src ${site} 'wasm-unsafe-eval'; frame-src ${site}; require-trusted-types-for 'script'`,
    }),
  },
);

inEveryEngine('one classic script works from file://', async (page) => {
  await page.tab.goto(pathToFileURL(inRoot('tests', 'page', 'pages', 'standalone.html')).href);
  await page.whenCompared();
  await page.click('#summary button[data-act^="open:"]');
  await page.until('the evidence is open', () =>
    document.querySelector('cross-read')?.shadowRoot?.getElementById('evidence'),
  );
});

inEveryEngine(
  'the package’s files may be elsewhere',
  async (page, origin) => {
    await page.tab.goto(`${origin}elsewhere.html`);
    await page.whenCompared();
    await tells(page, 'ready');
    const files = await fetched(page);
    assert.ok(files.includes('/cdn/crossread_bg.wasm'), files.join());
    assert.ok(files.includes('/cdn/element/messages/fr.txt'), files.join());
    assert.ok(!files.includes('/pkg/crossread_bg.wasm'), files.join());
  },
  { mounts, headers: policy(STRICT) },
);

inEveryEngine(
  'an element that loads lazily asks for nothing before it is near',
  async (page, origin) => {
    await page.tab.goto(`${origin}examples/lazy.html`);
    await page.until('the element is there', () => document.querySelector('cross-read')?.shadowRoot);
    await new Promise((go) => setTimeout(go, 1000));
    const before = await fetched(page);
    assert.deepEqual(
      before.filter((name) => /\.(wasm|json|txt)$|on-demand/.test(name)),
      [],
    );
    assert.ok(
      before.some((name) => name.endsWith('/define.js')),
      before.join(),
    );
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    await page.whenCompared();
    const after = await fetched(page);
    assert.ok(after.some((name) => name.endsWith('/bridge.json')) && after.some((name) => name.endsWith('.wasm')));
  },
  { width: 768, height: 400 },
);

inEveryEngine(
  'a host that clips frames is told how high the page is, and shows all of it',
  async (page, origin) => {
    await page.tab.goto(`${origin}clipped.html`);
    await page.until('nothing of the page in the frame is clipped', () => {
      const inner = document.querySelector('iframe')?.contentDocument;
      const { scrollHeight = 0, clientHeight = 0 } = inner?.documentElement ?? {};
      return inner?.querySelector('cross-read')?.shadowRoot?.querySelector('#read') && clientHeight >= scrollHeight - 1;
    });
    // How often a height was asked for. A busy machine draws for longer; what goes on for ever would still be asking.
    const count = () => page.evaluate(() => /** @type {any} */ (window).asked);
    const counts = [await count()];
    do {
      await new Promise((go) => setTimeout(go, 500));
      counts.push(await count());
      assert.ok(counts.length <= 10, `the frame comes to rest (${counts.join(', ')})`);
    } while (counts.at(-1) - counts.at(-2) > 1);
  },
  { mounts, headers: policy(`${STRICT}; frame-src 'self'; img-src data:`) },
);
