/** Nothing is left behind: an element that comes and goes, two versions on one page, and no trace of a visit. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inRoot, paths } from '../../scripts/project.mjs';
import { inEveryEngine } from './engines/index.mjs';
import { closeBrowser, openDemo } from './harness.mjs';

after(closeBrowser);

/** @type {import('../../scripts/serve.mjs').Mounts} */
const mounts = [
  ['/pkg/', paths.pkg],
  ['/other/', paths.pkg],
  ['/stories/', inRoot('www', 'stories')],
  ['/', inRoot('tests', 'page', 'pages')],
];

/** How often the element comes and goes, and when it is measured first: by then everything is loaded and warm. */
const ROUNDS = 200;
const WARM = 60;
/** How often between two looks for what can be given back. */
const BATCH = 20;

test('after an element has come and gone 200 times, memory, nodes and listeners are where they were', async () => {
  const { page, ...demo } = await openDemo({ path: 'attacked.html', mounts });
  // On the page itself, where all memory can be measured: what the core keeps for an element is the same in a worker.
  await page.evaluate(() => Reflect.deleteProperty(window, 'Worker'));
  const devtools = await page.context().newCDPSession(page);

  /** Lets elements come and go, used a little each time. @param {number} rounds */
  const comeAndGo = (rounds) =>
    page.evaluate(async (count) => {
      const articles = [
        { source: 'Quay Wire', text: 'The bridge reopened on Monday. It had cost $3 million, Ana Duarte said.' },
        { source: 'Hill Times', text: 'The bridge reopened on Tuesday. It had cost $4 million, Ana Duarte said.' },
      ];
      for (let round = 0; round < count; round += 1) {
        const element = /** @type {any} */ (document.createElement('cross-read'));
        const ready = new Promise((done) => element.addEventListener('cross-read-ready', done, { once: true }));
        element.setAttribute('loading', 'lazy');
        element.story = { articles };
        document.querySelector('main')?.append(element);
        await ready;
        element.shadowRoot.querySelector('[data-act^="open:"]').click();
        while (!element.shadowRoot.getElementById('evidence')) await new Promise((go) => setTimeout(go, 1));
        element.remove();
        // It may come back, and goes again.
        document.querySelector('main')?.append(element);
        element.remove();
      }
    }, rounds);

  /** What is in use once all that can be given back has been. */
  const inUse = async () => {
    for (let times = 0; times < 4; times += 1) {
      await devtools.send('HeapProfiler.collectGarbage');
      // What finalizers give back is given back in tasks of their own.
      await page.evaluate(() => new Promise((go) => setTimeout(go, 50)));
    }
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
    const wasm = await page.evaluate(async () => {
      const { default: init } = await import(`${location.origin}/pkg/crossread.js`);
      return (await init()).memory.buffer.byteLength;
    });
    return { usedSize, nodes, jsEventListeners, wasm };
  };

  await comeAndGo(WARM);
  const before = await inUse();
  // Batch by batch: when the browser looks for what nobody holds any more is its own affair, and until then memory grows.
  let now = before;
  for (let round = WARM; round < ROUNDS; round += BATCH) {
    await comeAndGo(Math.min(BATCH, ROUNDS - round));
    now = await inUse();
  }
  const told = JSON.stringify({ before, now });
  assert.ok(now.nodes <= before.nodes + 50, told);
  assert.ok(now.jsEventListeners <= before.jsEventListeners + 10, told);
  assert.ok(now.usedSize <= before.usedSize + 300_000, told);
  // WebAssembly's memory never shrinks; it may have grown once more, not with each round.
  assert.ok(now.wasm <= 2 * before.wasm, told);
  demo.assertQuiet();
  await demo.close();
});

test('two versions on one page: the first registers the element, and both work', async () => {
  const { page, ...demo } = await openDemo({ path: 'attacked.html', mounts });
  const shown = await page.evaluate(async () => {
    const other = await import(`${location.origin}/other/element/define.js`);
    const same = customElements.get('cross-read') === other.CrossReadElement;
    customElements.define('cross-read-other', class extends other.CrossReadElement {});
    const articles = [{ text: 'The bridge reopened on Monday.' }, { text: 'The bridge reopened on Tuesday.' }];
    const counts = [];
    for (const name of ['cross-read', 'cross-read-other']) {
      const element = /** @type {any} */ (document.createElement(name));
      const ready = new Promise((done) => element.addEventListener('cross-read-ready', done, { once: true }));
      element.story = { articles };
      document.body.append(element);
      await ready;
      element.shadowRoot.querySelector('[data-act^="open:"]').click();
      counts.push(element.shadowRoot.querySelectorAll('section').length);
    }
    return { same, counts };
  });
  assert.equal(shown.same, false);
  assert.ok(shown.counts[0] && shown.counts[0] === shown.counts[1], `${shown.counts}`);
  demo.assertQuiet();
  await demo.close();
});

inEveryEngine(
  'a visit leaves no trace: no cookie, no storage, no request but for its own files and the story',
  async (page, origin) => {
    await page.tab.goto(`${origin}attacked.html`);
    await page.evaluate(() => {
      const element = document.createElement('cross-read');
      element.setAttribute('src', '/stories/summit.json');
      document.querySelector('main')?.append(element);
    });
    await page.whenCompared();
    for (const act of ['open:', 'visit:', 'tick:', 'length:short', 'read:']) {
      await page.evaluate((wanted) => {
        const root = document.querySelector('cross-read')?.shadowRoot;
        /** @type {any} */ (root?.querySelector(`[data-act^="${wanted}"]`))?.click();
      }, act);
    }
    const traces = await page.evaluate(async () => ({
      cookie: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases?.())?.length ?? 0,
      caches: (await globalThis.caches?.keys())?.length ?? 0,
      workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
      name: window.name,
      hash: location.hash,
    }));
    assert.deepEqual(traces, {
      cookie: '',
      local: 0,
      session: 0,
      databases: 0,
      caches: 0,
      workers: 0,
      name: '',
      hash: '',
    });
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    assert.ok(asked.length > 3);
    const foreign = asked.filter(
      (/** @type {string} */ url) =>
        url !== 'data:,' && !new RegExp(`^${origin}(?:pkg/|attacked\\.|stories/summit\\.json$)`).test(url),
    );
    assert.deepEqual(foreign, []);
  },
  { mounts },
);
