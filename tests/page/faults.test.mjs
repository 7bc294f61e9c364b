/**
 * What may go wrong around the element, each of it done on purpose: what was there stays, and the reader is told. The
 * table of docs/faults.md has a row for each.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { inRoot, paths } from '../../scripts/project.mjs';
import { closeBrowser, openDemo } from './harness.mjs';

after(closeBrowser);

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Route} Route */
/** @typedef {{ src?: string, lang?: string, loading?: string, fragment?: string, articles?: string, pages?: string }} Attributes */

/** @type {import('../../scripts/serve.mjs').Mounts} */
const mounts = [
  ['/pkg/', paths.pkg],
  ['/stories/', inRoot('www', 'stories')],
  ['/', inRoot('tests', 'page', 'pages')],
];

const STORY = '/stories/summit.json';

/**
 * Puts an element into the page and waits until it tells that it is ready or has failed.
 * @param {Page} page
 * @param {Attributes} attributes
 * @param {object} [story]
 */
async function put(page, attributes, story) {
  await page.evaluate(
    ({ given, wanted }) => {
      const { seen } = /** @type {any} */ (window);
      const element = /** @type {any} */ (document.createElement('cross-read'));
      seen.outcome = '';
      seen.warnings = [];
      element.addEventListener('cross-read-warning', (/** @type {CustomEvent} */ event) =>
        seen.warnings.push(event.detail.code),
      );
      for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
      if (wanted) element.story = wanted;
      element.append('What is readable without it.');
      document.querySelector('main')?.replaceChildren(element);
    },
    { given: attributes, wanted: story },
  );
  await page.waitForFunction(() => /** @type {any} */ (window).seen.outcome);
  return standing(page);
}

/** What the page shows and has told. @param {Page} page */
const standing = (page) =>
  page.evaluate(() => {
    const { seen } = /** @type {any} */ (window);
    const root = document.querySelector('cross-read')?.shadowRoot;
    return {
      outcome: seen.outcome,
      warnings: seen.warnings,
      sections: root?.querySelectorAll('section').length ?? 0,
      lang: root?.querySelector('.page')?.getAttribute('lang') ?? '',
      notice: root?.querySelector('.notice.failed')?.textContent ?? '',
      readable: root?.querySelector('slot')?.hidden === false,
      uncaught: seen.errors.filter((/** @type {string} */ error) => error.startsWith('Uncaught')),
    };
  });

/** Nothing is shown but what stands inside, and why: the reader sees the code. @param {Page} page @param {Attributes} attributes @param {string} code @param {object} [story] */
async function refused(page, attributes, code, story) {
  const found = await put(page, attributes, story);
  assert.equal(found.outcome, code);
  assert.ok(found.readable && found.sections === 0, 'what stands inside is readable');
  assert.match(found.notice, new RegExp(`\\(${code}\\)$`));
  assert.deepEqual(found.uncaught, []);
}

/** @param {Page} page @param {Attributes} [attributes] @param {object} [story] */
async function shown(page, attributes = { src: STORY }, story) {
  const found = await put(page, attributes, story);
  assert.equal(found.outcome, 'ready', found.notice);
  assert.ok(found.sections > 2 && !found.readable);
  assert.deepEqual(found.uncaught, []);
  return found;
}

const good = { source: 'Quay Wire', text: 'The bridge reopened on Monday. It had cost $3 million.' };
const twin = { source: 'Hill Times', text: 'The bridge reopened on Tuesday. It had cost $4 million.' };

/** @param {number} status */
const answer = (status) => (/** @type {Route} */ route) => route.fulfill({ status, body: 'no' });
/** @param {Route} route */
const drop = (route) => route.abort('connectionreset');
/** @param {string} body @param {string} [contentType] */
const give =
  (body, contentType = 'application/json') =>
  (/** @type {Route} */ route) =>
    route.fulfill({ body, contentType });

/** Clicks on the first control with that action. @param {Page} page @param {string} act */
const click = (page, act) =>
  page.evaluate((wanted) => {
    const root = document.querySelector('cross-read')?.shadowRoot;
    /** @type {any} */ (root?.querySelector(`[data-act^="${wanted}"]`))?.click();
  }, act);

/** Each fault, by the name that it has in the table. @type {Record<string, (page: Page) => Promise<unknown>>} */
const faults = {
  'the story is not there': async (page) => {
    await page.route('**/summit.json', answer(404));
    await refused(page, { src: STORY }, 'fetch-failed');
  },
  'the server fails': async (page) => {
    await page.route('**/summit.json', answer(500));
    await refused(page, { src: STORY }, 'fetch-failed');
  },
  'the connection breaks': async (page) => {
    await page.route('**/summit.json', drop);
    await refused(page, { src: STORY }, 'fetch-failed');
    await page.unroute('**/summit.json');
    await shown(page);
  },
  'the story is cut off': async (page) => {
    await page.route('**/summit.json', give('{"articles": [{"text": "The bri'));
    await refused(page, { src: STORY }, 'not-json');
  },
  'the story is empty': async (page) => {
    await page.route('**/summit.json', give(''));
    await refused(page, { src: STORY }, 'not-json');
  },
  'the story is something else': async (page) => {
    await page.route('**/summit.json', give('{"pictures": []}'));
    await refused(page, { src: STORY }, 'unknown-format');
  },
  'the story has another type': async (page) => {
    await page.route('**/summit.json', give(JSON.stringify({ articles: [good, twin] }), 'image/png'));
    await shown(page);
  },
  'the feed is broken': async (page) => {
    await page.route('**/summit.json', give('<?xml version="1.0"?><rss><channel><item>', 'application/rss+xml'));
    await refused(page, { src: STORY }, 'bad-feed');
  },
  'one of several pages is not there': async (page) => {
    const html = (/** @type {any} */ { text }) => give(`<article><p>${text}</p></article>`, 'text/html');
    await page.route('**/a.html', html(good));
    await page.route('**/b.html', html(twin));
    await page.route('**/c.html', answer(404));
    const found = await shown(page, { pages: '/a.html /b.html /c.html' });
    assert.deepEqual(found.warnings, ['fetch-failed']);
  },
  'the selector is none': (page) => refused(page, { articles: '((' }, 'bad-selector'),
  'a field has a wrong type': (page) => refused(page, {}, 'wrong-type', { articles: [good, { text: 5 }] }),
  'an article is empty': (page) => refused(page, {}, 'empty-article', { articles: [good, {}] }),
  'a date is none': (page) => refused(page, {}, 'bad-date', { articles: [{ ...good, published: 'Monday' }] }),
  'an article is too large': (page) =>
    refused(page, {}, 'article-too-large', { articles: [good, { text: 'word '.repeat(250_000) }] }),
  'there are too many articles': (page) => refused(page, {}, 'too-many-articles', { articles: Array(65).fill(good) }),
  'an article is in another language': async (page) => {
    const korean = { source: '한국 일보', text: '다리가 월요일에 다시 열렸다. 시장은 안전하다고 말했다.' };
    await shown(page, {}, { articles: [good, twin, korean] });
    const codes = await page.evaluate(() =>
      /** @type {any} */ (document.querySelector('cross-read')).analysis.warnings.map(
        (/** @type {any} */ each) => each.code,
      ),
    );
    assert.ok(codes.length > 0, 'a warning says so');
  },
  'the core is not there': async (page) => {
    await page.route('**/*.wasm', answer(404));
    await refused(page, { src: STORY }, 'core-unavailable');
    await page.unroute('**/*.wasm');
    await shown(page);
  },
  'the core is cut off': async (page) => {
    const whole = readFileSync(`${paths.pkg}/crossread_bg.wasm`);
    const half = whole.subarray(0, whole.length / 2);
    await page.route('**/*.wasm', (route) => route.fulfill({ body: half, contentType: 'application/wasm' }));
    await refused(page, { src: STORY }, 'core-unavailable');
    await page.unroute('**/*.wasm');
    await shown(page);
  },
  'the core is damaged': async (page) => {
    const bytes = Buffer.from(readFileSync(`${paths.pkg}/crossread_bg.wasm`));
    bytes.fill(0, 2000, 3000);
    await page.route('**/*.wasm', (route) => route.fulfill({ body: bytes, contentType: 'application/wasm' }));
    await refused(page, { src: STORY }, 'core-unavailable');
  },
  'the core has a wrong type': async (page) => {
    const whole = readFileSync(`${paths.pkg}/crossread_bg.wasm`);
    await page.route('**/*.wasm', (route) => route.fulfill({ body: whole, contentType: 'text/plain' }));
    await shown(page);
  },
  'there is no WebAssembly': async (page) => {
    await page.evaluate(() => Reflect.deleteProperty(window, 'WebAssembly'));
    await refused(page, { src: STORY }, 'wasm-blocked');
  },
  'the core traps': async (page) => {
    // On the page, where the test can reach it; it works no otherwise in a worker.
    await page.evaluate(() => Reflect.deleteProperty(window, 'Worker'));
    await shown(page);
    await page.evaluate(async () => {
      const { Widget } = await import(`${location.origin}/pkg/crossread.js`);
      const own = Widget.prototype.act;
      Widget.prototype.act = () => {
        Widget.prototype.act = own;
        throw new WebAssembly.RuntimeError('unreachable');
      };
    });
    await click(page, 'open:');
    await page.waitForFunction(() => /** @type {any} */ (window).seen.outcome === 'internal');
    const found = await standing(page);
    assert.ok(found.readable && /starts afresh/.test(found.notice));
    await shown(page);
    await click(page, 'open:');
    await page.waitForFunction(() => document.querySelector('cross-read')?.shadowRoot?.getElementById('evidence'));
  },
  'the words of a language are not there': async (page) => {
    await page.route('**/messages/de.txt', answer(404));
    assert.equal((await shown(page, { src: STORY, lang: 'de' })).lang, 'en');
    await page.unroute('**/messages/de.txt');
    assert.equal((await shown(page, { src: STORY, lang: 'de' })).lang, 'de');
  },
  'the browser cannot write numbers of a language': async (page) => {
    await page.evaluate(() => Reflect.deleteProperty(Intl, 'ListFormat'));
    assert.equal((await shown(page, { src: STORY, lang: 'fr' })).lang, 'en');
  },
  'what is loaded on demand is not there': async (page) => {
    await shown(page);
    await page.route('**/on-demand/save.js', answer(404));
    await click(page, 'save:csv');
    await page.waitForFunction(() => /** @type {any} */ (window).seen.outcome === 'internal');
    assert.ok((await standing(page)).sections > 5, 'the comparison stays');
  },
  'the clipboard is refused': async (page) => {
    await shown(page);
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
      document.execCommand = () => false;
    });
    await click(page, 'open:');
    await page.waitForFunction(() => document.querySelector('cross-read')?.shadowRoot?.getElementById('evidence'));
    await click(page, 'copy:');
    await page.waitForFunction(() =>
      [...(document.querySelector('cross-read')?.shadowRoot?.querySelectorAll('.announcer') ?? [])].some(
        (each) => each.textContent,
      ),
    );
    assert.ok((await standing(page)).sections > 5);
  },
  'there is no IntersectionObserver': async (page) => {
    await page.evaluate(() => Reflect.deleteProperty(window, 'IntersectionObserver'));
    await shown(page, { src: STORY, loading: 'lazy' });
  },
  'the history is refused': async (page) => {
    await page.evaluate(() => {
      history.pushState = history.replaceState = () => {
        throw new DOMException('no', 'SecurityError');
      };
    });
    await shown(page, { src: STORY, fragment: '' });
    for (const act of ['open:', 'close', 'tick:', 'length:short']) await click(page, act);
    const found = await standing(page);
    assert.ok(found.sections > 5);
    assert.deepEqual(found.uncaught, []);
  },
  'storage and cookies are refused': async (page) => {
    await page.evaluate(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('no', 'SecurityError');
          },
        });
    });
    await shown(page);
    for (const act of ['open:', 'tick:', 'length:short']) await click(page, act);
    assert.deepEqual((await standing(page)).uncaught, []);
  },
  'the network is gone once the story is shown': async (page) => {
    await shown(page);
    await page.context().setOffline(true);
    for (const act of ['open:', 'visit:', 'tick:', 'length:short', 'read:']) await click(page, act);
    const found = await standing(page);
    assert.ok(found.outcome === 'ready' && found.sections > 5);
    assert.deepEqual(found.uncaught, []);
  },
  'the element is taken away while it works': async (page) => {
    const left = await page.evaluate(async (src) => {
      const element = document.createElement('cross-read');
      element.setAttribute('src', src);
      document.body.append(element);
      await new Promise((go) => setTimeout(go, 5));
      element.remove();
      await new Promise((go) => setTimeout(go, 500));
      const { seen } = /** @type {any} */ (window);
      return { outcome: seen.outcome, errors: seen.errors };
    }, STORY);
    assert.deepEqual(left, { outcome: '', errors: [] });
    await shown(page);
  },
  'another story comes while one is read': async (page) => {
    await shown(page);
    const title = await page.evaluate(
      async ([first, second]) => {
        const { seen } = /** @type {any} */ (window);
        const element = /** @type {any} */ (document.querySelector('cross-read'));
        seen.outcome = '';
        element.story = { title: 'The first', articles: Array(40).fill(first) };
        await new Promise((go) => setTimeout(go, 5));
        element.story = { title: 'The second', articles: [first, second] };
        while (!seen.outcome) await new Promise((go) => setTimeout(go, 5));
        return element.shadowRoot.querySelector('.story-title').textContent;
      },
      [good, twin],
    );
    assert.equal(title, 'The second');
  },
  'the page has changed the objects of the language': async (page) => {
    await page.evaluate(() => {
      /** @type {any} */ (Object.prototype).extra = 'of the page';
      /** @type {any} */ (Array.prototype).extra = () => 'of the page';
      /** @type {any} */ (window).Symbol.extra = 1;
    });
    await shown(page);
  },
};

for (const [name, work] of Object.entries(faults)) {
  test(name, async () => {
    const demo = await openDemo({ path: 'attacked.html', mounts });
    await work(demo.page);
    await demo.close();
  });
}

test('the table of faults has a row for each of these, and says which file tests the others', () => {
  const rows = [
    ...readFileSync(inRoot('docs', 'faults.md'), 'utf8').matchAll(/^\| ([^|]+?) +\| [^|]+ \| `([^`]+)` +\|$/gm),
  ];
  const own = rows.filter(([, , file]) => file === 'tests/page/faults.test.mjs').map(([, name]) => name);
  assert.deepEqual(own.sort(), Object.keys(faults).sort());
  for (const [, name = '', file = ''] of rows) {
    if (file !== 'tests/page/faults.test.mjs')
      assert.ok(readFileSync(inRoot(file), 'utf8').includes(name), `${file}: ${name}`);
  }
  assert.ok(rows.length >= 25);
});
