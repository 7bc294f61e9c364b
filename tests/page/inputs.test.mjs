/** What publishers have, in pages: each example, and what the element says where it cannot be read. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inRoot, paths } from '../../scripts/project.mjs';
import { serve } from '../../scripts/serve.mjs';
import { accessibilityProblems } from './accessibility.mjs';
import { closeBrowser, openDemo, whenCompared } from './harness.mjs';

const EXAMPLES = inRoot('www', 'examples');
const home = mkdtempSync(join(tmpdir(), 'crossread-inputs-'));

after(async () => {
  await closeBrowser();
  rmSync(home, { recursive: true, force: true });
});

/** What the page compares, and what of the package was asked for. @param {string} path */
async function openExample(path) {
  const demo = await openDemo({ path: `examples/${path}` });
  const element = demo.page.locator('cross-read');
  await element.scrollIntoViewIfNeeded();
  await whenCompared(demo.page);
  const articles = await element.evaluate((/** @type {any} */ shown) =>
    shown.analysis.articles.map((/** @type {any} */ { source, title, published, text }) => ({
      source,
      title,
      published: published.slice(0, 10),
      first: text.replace(/^(#+ )?(Swing|Alder Bay gets|Bridge at)[^\n]*\n+/, '').slice(0, 40),
    })),
  );
  const facts = await element.evaluate((/** @type {any} */ shown) =>
    shown.analysis.facts
      .filter((/** @type {any} */ { verdict }) => verdict === 'conflict')
      .map((/** @type {any} */ { positions }) => positions.map((/** @type {any} */ { value }) => value).join(' or '))
      .sort(),
  );
  return { ...demo, articles, facts };
}

/** @type {Awaited<ReturnType<typeof openExample>>} */
let plain;

before(async () => {
  plain = await openExample('story.html');
  await plain.close();
});

test('a plain story pays nothing for the other forms', () => {
  assert.equal(plain.articles.length, 3);
  assert.ok(plain.facts.length > 1, `there are differences: ${plain.facts}`);
  assert.deepEqual(
    plain.requests.filter((url) => url.includes('on-demand')),
    [],
  );
  plain.assertQuiet();
});

const examples = readdirSync(EXAMPLES).filter((name) => name.endsWith('.html') && !/^(page-|index)/.test(name));

for (const name of examples) {
  test(`${name}: the same articles and differences as in the plain story, and an accessible page`, async () => {
    const demo = await openExample(name);
    assert.deepEqual(demo.articles, plain.articles);
    assert.deepEqual(demo.facts, plain.facts);
    await demo.page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    assert.deepEqual(await accessibilityProblems(demo.page), []);
    demo.assertQuiet();
    await demo.close();
  });
}

test('the list of examples leads to each of them', async () => {
  const { page, ...demo } = await openDemo({ path: 'examples/' });
  const links = await page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  assert.deepEqual([...links].sort(), examples.map((name) => `./${name}`).sort());
  assert.deepEqual(await accessibilityProblems(page), []);
  demo.assertQuiet();
  await demo.close();
});

/**
 * Opens a page with some markup, beside some files; says which events were told.
 * @param {string} markup
 * @param {Record<string, string | Buffer>} [files]
 * @param {Record<string, string>} [headers]
 */
async function openWith(markup, files = {}, headers = {}) {
  const place = mkdtempSync(join(home, 'case-'));
  mkdirSync(place, { recursive: true });
  writeFileSync(
    join(place, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><link rel="icon" href="data:,">
     <script type="module" src="/listen.js"></script><script type="module" src="/pkg/element/define.js"></script>${markup}`,
  );
  writeFileSync(
    join(place, 'listen.js'),
    `window.told = [];
     for (const name of ['ready', 'error', 'warning'])
       addEventListener('cross-read-' + name, ({ detail }) => told.push([name, detail?.code, detail?.message].filter(Boolean)));`,
  );
  for (const [name, content] of Object.entries(files)) writeFileSync(join(place, name), content);
  const demo = await openDemo({
    mounts: [
      ['/pkg/', paths.pkg],
      ['/', place],
    ],
    headers,
  });
  await demo.page.waitForFunction(() =>
    /** @type {any} */ (window).told.some((/** @type {string[]} */ [name]) => name === 'ready' || name === 'error'),
  );
  const told = /** @type {string[][]} */ (await demo.page.evaluate('told'));
  const articles = await demo.page.evaluate(
    () => /** @type {any} */ (document.querySelector('cross-read')).analysis?.articles ?? [],
  );
  return { ...demo, told, articles };
}

const FEED = (/** @type {string} */ items) =>
  `<rss version="2.0"><channel><title>Quay Post</title>${items}</channel></rss>`;

/** @type {[what: string, markup: string, files: Record<string, string | Buffer>, code: string][]} */
const failures = [
  ['a feed that breaks off', '<cross-read src="a">Inside.</cross-read>', { a: '<rss><channel>' }, 'bad-feed'],
  ['a feed without texts', '<cross-read src="a">Inside.</cross-read>', { a: FEED('<item/>') }, 'bad-feed'],
  [
    'XML that is no feed',
    '<cross-read src="a">Inside.</cross-read>',
    { a: '<?xml version="1.0"?><x/>' },
    'unknown-format',
  ],
  ['JSON that is nothing known', '<cross-read src="a">Inside.</cross-read>', { a: '{"x":1}' }, 'unknown-format'],
  ['JSON that is none', '<cross-read src="a">Inside.</cross-read>', { a: '{"x":' }, 'not-json'],
  ['a story with an error', '<cross-read src="a">Inside.</cross-read>', { a: '{"articles":1}' }, 'wrong-type'],
  [
    'JSON-LD without a body',
    '<cross-read src="a">Inside.</cross-read>',
    { a: '{"@type":"NewsArticle"}' },
    'bad-json-ld',
  ],
  [
    'JSON inside that is none',
    '<cross-read><script type="application/json">{</script>Inside.</cross-read>',
    {},
    'not-json',
  ],
  ['a selector that is none', '<cross-read articles="[[">Inside.</cross-read>', {}, 'bad-selector'],
  ['a selector that finds nothing', '<cross-read articles=".none">Inside.</cross-read>', {}, 'no-articles'],
  ['an address that is none', '<cross-read src="http://[">Inside.</cross-read>', {}, 'fetch-failed'],
  ['another origin', '<cross-read src="https://elsewhere.invalid/a.json">Inside.</cross-read>', {}, 'fetch-failed'],
];

for (const [what, markup, files, code] of failures) {
  test(`${what}: the event says ${code}, and what stands inside stays`, async () => {
    const { page, told, requests, origin, close } = await openWith(markup, files);
    assert.equal(told.at(-1)?.[0], 'error', String(told));
    assert.equal(told.at(-1)?.[1], code, String(told));
    assert.ok((told.at(-1)?.[2] ?? '').length > 10, 'there is a message');
    assert.match(await page.locator('body').innerText(), /Inside\./);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith(origin) && !url.startsWith('data:')),
      [],
      'nothing is asked of another origin',
    );
    await close();
  });
}

test('entries that cannot be read are warnings, and the rest is compared', async () => {
  const item = (/** @type {string} */ text, more = '') => `<item><description>${text}</description>${more}</item>`;
  const { told, articles, ...demo } = await openWith('<cross-read src="feed.rss"></cross-read>', {
    'feed.rss': FEED(item('It opened on Monday.') + item('') + item('It rained.', '<pubDate>once</pubDate>')),
  });
  assert.deepEqual(
    told.map(([name, code]) => [name, code].filter(Boolean).join(' ')),
    ['warning empty-article', 'warning bad-date', 'ready'],
  );
  assert.deepEqual(
    articles.map((/** @type {any} */ { text }) => text),
    ['It opened on Monday.', 'It rained.'],
  );
  demo.assertQuiet();
  await demo.close();
});

test('markup of an article is never made part of the page', async () => {
  const evil = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script><p>It opened on Monday.</p>';
  const { page, told, articles, ...demo } = await openWith('<cross-read src="feed.rss"></cross-read>', {
    'feed.rss': FEED(
      `<item><title>&lt;b onclick=x&gt;One</title><description><![CDATA[${evil}]]></description></item>`,
    ),
  });
  assert.deepEqual(told, [['ready']]);
  assert.equal(articles[0].text, 'It opened on Monday.');
  assert.equal(await page.evaluate('window.hurt'), undefined);
  assert.equal(await page.locator('cross-read img, cross-read script, cross-read b[onclick]').count(), 0);
  demo.assertQuiet();
  await demo.close();
});

test('a page that cannot be had is left out, unless none can', async () => {
  const files = { 'a.html': '<p>It opened on Monday.</p>', 'b.txt': 'It rained < snowed.' };
  const some = await openWith('<cross-read pages="a.html  none.html\nb.txt"></cross-read>', files);
  assert.deepEqual(
    some.told.map(([name, code]) => [name, code].filter(Boolean).join(' ')),
    ['warning fetch-failed', 'ready'],
  );
  assert.deepEqual(
    some.articles.map((/** @type {any} */ { text, url }) => [text, new URL(url).pathname]),
    [
      ['It opened on Monday.', '/a.html'],
      ['It rained < snowed.', '/b.txt'],
    ],
  );
  await some.close();
  const none = await openWith('<cross-read pages="x.html y.html"></cross-read>');
  assert.deepEqual(none.told.at(-1)?.slice(0, 2), ['error', 'fetch-failed']);
  await none.close();
});

test('encodings other than UTF-8 are read as what they say that they are', async () => {
  const latin = (/** @type {string} */ text) => Buffer.from(text, 'latin1');
  const words = 'Caf\xe9 M\xfcller opened on Monday.';
  // Endings of which the server knows no type: it says no encoding then, as many servers do.
  const files = {
    'a.feed': latin(
      `<?xml version="1.0" encoding="ISO-8859-1"?>${FEED(`<item><description>${words}</description></item>`)}`,
    ),
    'b.page': latin(`<!doctype html><meta charset="windows-1252"><p>${words}</p>`),
    'c.page': latin(
      `<!doctype html><meta http-equiv="Content-Type" content="text/html; charset=latin1"><p>${words}</p>`,
    ),
    'd.page': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`<p>${words}</p>`, 'utf16le')]),
    'e.page': `<meta charset="no-such-thing"><p>${words}</p>`,
  };
  for (const markup of [
    '<cross-read src="a.feed"></cross-read>',
    '<cross-read pages="b.page c.page d.page e.page"></cross-read>',
  ]) {
    const { articles, ...demo } = await openWith(markup, files);
    assert.ok(articles.length > 0);
    for (const { text } of articles) assert.equal(text, words, markup);
    await demo.close();
  }
});

test('another origin is asked only where crossorigin is there, and where that server allows it', async () => {
  const place = mkdtempSync(join(home, 'other-'));
  writeFileSync(join(place, 'a.json'), '{"articles":[{"text":"It opened on Monday."}]}');
  const allowing = await serve({ mounts: [['/', place]], headers: { 'Access-Control-Allow-Origin': '*' } });
  const closed = await serve({ mounts: [['/', place]] });
  const headers = { 'Content-Security-Policy': `connect-src 'self' ${allowing.address} ${closed.address}` };
  /** @type {[address: string, attributes: string, expected: string, asked: boolean][]} */
  const cases = [
    [allowing.address, '', 'error', false],
    [allowing.address, 'crossorigin', 'ready', true],
    [closed.address, 'crossorigin', 'error', true],
  ];
  try {
    for (const [address, attributes, expected, asked] of cases) {
      const markup = `<cross-read src="${address}a.json" ${attributes}></cross-read>`;
      const { told, ...demo } = await openWith(markup, {}, headers);
      assert.equal(told.at(-1)?.[0], expected, `${markup}: ${told}`);
      if (!asked) assert.match(told.at(-1)?.[2] ?? '', /same-origin/);
      await demo.close();
    }
  } finally {
    await allowing.close();
    await closed.close();
  }
});
