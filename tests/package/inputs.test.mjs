/** What publishers have, read as a story: feeds, JSON-LD, dates, and what is done with what is broken or hostile. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inPackage } from '../../scripts/package-files.mjs';

const { parseXml, textOf, markupOf } = await import(inPackage('element/on-demand/xml.js'));
const { fromXml, fromJsonFeed } = await import(inPackage('element/on-demand/feeds.js'));
const { fromLinked, isLinked } = await import(inPackage('element/on-demand/linked.js'));
const { Shelf, dateOf } = await import(inPackage('element/on-demand/entry.js'));

/** @typedef {import('crossread').Story} Story */

/**
 * What a reader makes of something: the story, the codes of its warnings, or the code of its error.
 * @param {(warn: (code: string, message: string) => void) => Story} read
 */
function outcome(read) {
  /** @type {string[]} */
  const warnings = [];
  try {
    return { story: read((code, message) => warnings.push(`${code}: ${message}`)), warnings };
  } catch (error) {
    const { code, message } = /** @type {any} */ (error);
    if (!code) throw error;
    return { error: `${code}: ${message}`, warnings };
  }
}

const xml = (/** @type {string} */ source) =>
  outcome((warn) => fromXml(source, 'https://desk.example/feed', 'the feed', warn));
const feed = (/** @type {any} */ value) =>
  outcome((warn) => fromJsonFeed(value, 'https://desk.example/feed', 'the feed', warn));
const linked = (/** @type {any} */ value) =>
  outcome((warn) => fromLinked([value], 'https://desk.example/', 'the file', warn));

/** @type {[text: string, expected: string | null][]} */
const dates = [
  ['2026-04-14', '2026-04-14'],
  ['2026-04', '2026-04-01'],
  ['2026-04-14T08:30:00+02:00', '2026-04-14T08:30+02:00'],
  ['2026-04-14T08:30:00.123Z', '2026-04-14T08:30Z'],
  ['2026-04-14 08:30:00 +0200', '2026-04-14T08:30+02:00'],
  ['2026-04-14T08:30', '2026-04-14T08:30'],
  ['Tue, 14 Apr 2026 08:30:00 +0200', '2026-04-14T08:30+02:00'],
  ['14 Apr 26 08:30 EST', '2026-04-14T08:30-05:00'],
  ['Tue, 14 April 2026 8:30:00 GMT', '2026-04-14T08:30Z'],
  ['14 Apr 1998', '1998-04-14'],
  ['14 Apr 98', '1998-04-14'],
  ['Tue, 14 Apr 2026 08:30:00 XYZ', '2026-04-14T08:30'],
  ['2026-02-30', null],
  ['2026-13-01', null],
  ['31 Feb 2026', null],
  ['2026-04-14T25:00', null],
  ['yesterday', null],
  ['14 Foo 2026', null],
  ['1776079800', null],
];

test('dates of feeds become the form that the core takes', () => {
  for (const [text, expected] of dates) assert.equal(dateOf(text), expected, text);
});

/** @type {[source: string, text: string][]} */
const documents = [
  ['<a>one</a>', 'one'],
  ['\uFEFF<?xml version="1.0"?>\n<!-- <a> --><a>one<!-- two --></a>\n', 'one'],
  ['<a><![CDATA[<b>&amp;</b>]]> &amp; more</a>', '<b>&amp;</b> & more'],
  ['<a>&#x1F309;&#8217;&lt;</a>', '🌉’<'],
  ['<a>&nbsp;&hellip;&</a>', '&nbsp;&hellip;&'],
  ['<a>&#0;&#x110000;&#99999999;</a>', '&#0;&#x110000;&#99999999;'],
  ['<a b="1" c=\'"&gt;"\'><d/>x</a>', 'x'],
  ['<!DOCTYPE a SYSTEM "x"><a>x</a>', 'x'],
  ['<!DOCTYPE a [<!ENTITY b "<!-- ]> -->"> <?p ]> ?> ]><a>&b;</a>', '&b;'],
  ['<a>one<b>two<c/></b>three</a>', 'onetwothree'],
];

test('XML is read, and nothing that a document declares is put in', () => {
  for (const [source, text] of documents) assert.equal(textOf(parseXml(source)), text, source);
  const bomb = `<!DOCTYPE a [<!ENTITY b0 "x">${[...Array(30).keys()]
    .map((index) => `<!ENTITY b${index + 1} "&b${index};&b${index};">`)
    .join('')}]><a>&b30;</a>`;
  assert.equal(textOf(parseXml(bomb)), '&b30;');
  assert.equal(textOf(parseXml('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')), '&b;');
  const div = parseXml('<x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p a="&quot;">1 &lt; 2<x:br/></x:p></x:div>');
  assert.equal(markupOf(div), '<p a="&#34;">1 &#60; 2<br></p>');
});

/** @type {[source: string, message: RegExp][]} */
const broken = [
  ['', /line 1: there is no element/],
  ['text', /line 1: text outside/],
  ['<a>', /<a> is not closed/],
  ['<a>\n<b></a>', /line 2: <\/a> closes <b>/],
  ['</a>', /closes/],
  ['<a/><b/>', /a second element/],
  ['<a b=1/>', /is not a tag/],
  ['<a b="1/>', /is not a tag/],
  ['<a b="<"/>', /is not a tag/],
  ['<a', /is not a tag/],
  ['<a>< b</a>', /begins nothing/],
  ['<a><!-- ', /a comment has no end/],
  ['<a><![CDATA[ ]]', /CDATA section has no end/],
  ['<?xml ', /an instruction has no end/],
  ['<!DOCTYPE a [ >', /a declaration has no end/],
  ['<a>'.repeat(300), /more than 256 deep/],
  [`<a>${'<b/>'.repeat(200_001)}</a>`, /more than 200000 elements/],
];

test('what is not well-formed is refused with its line', () => {
  for (const [source, message] of broken) assert.throws(() => parseXml(source), message, source.slice(0, 40));
});

test('the time that XML takes grows with its length alone', () => {
  const seconds = (/** @type {string} */ source) => {
    const start = performance.now();
    try {
      parseXml(source);
    } catch {
      // Refused, which may not take long either.
    }
    return (performance.now() - start) / 1000;
  };
  const size = 2_000_000;
  for (const hostile of [
    '<a '.repeat(size / 3),
    `<a>${'<!--'.repeat(size / 4)}`,
    `<a>${'&'.repeat(size)}</a>`,
    `<a${' '.repeat(size)}`,
    `<a ${'b="1" '.repeat(size / 6)}`,
    `<!DOCTYPE ${'['.repeat(size)}`,
    `<!DOCTYPE ${'"'.repeat(size - 1)}`,
    `<a>${'<b></b>'.repeat(180_000)}</a>`,
    `<a>${'&#x41;'.repeat(size / 6)}</a>`,
  ])
    assert.ok(seconds(hostile) < 5, hostile.slice(0, 20));
});

const BODY = '&lt;p&gt;The bridge opened.&lt;/p&gt;';

test('RSS: text, outlet, address and day, whichever way they are said', () => {
  const { story, warnings } = xml(`<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Quay &amp;amp; Port</title><language>en</language>
    <item><title>It&amp;#8217;s open</title><link>/a</link><pubDate>14 Apr 2026</pubDate><description>Short.</description>
      <c:encoded><![CDATA[<p>The bridge opened.</p>]]></c:encoded></item>
    <item><description>${BODY}</description><guid>https://a.example/b</guid><dc:date>2026-04-14T10:00Z</dc:date>
      <source url="https://a.example/feed">Tide Post</source></item>
    <item><description>${BODY}</description><guid isPermaLink="false">https://a.example/c</guid><link>javascript:1</link></item>
    </channel></rss>`);
  assert.deepEqual(warnings, []);
  assert.deepEqual(story, {
    title: 'Quay & Port',
    articles: [
      {
        source: 'Quay & Port',
        title: 'It’s open',
        url: 'https://desk.example/a',
        published: '2026-04-14',
        lang: 'en',
        html: '<p>The bridge opened.</p>',
      },
      {
        source: 'Tide Post',
        url: 'https://a.example/b',
        published: '2026-04-14T10:00Z',
        lang: 'en',
        html: '<p>The bridge opened.</p>',
      },
      { source: 'Quay & Port', lang: 'en', html: '<p>The bridge opened.</p>' },
    ],
  });
});

test('RSS 1.0, whose items stand beside the channel', () => {
  const { story } =
    xml(`<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <channel><title>Quay Post</title></channel><item><link>https://a.example/</link><description>It opened.</description></item></rdf:RDF>`);
  assert.deepEqual(story?.articles, [{ source: 'Quay Post', url: 'https://a.example/', html: 'It opened.' }]);
});

test('Atom: text, HTML and XHTML, with its base and its languages', () => {
  const { story, warnings } =
    xml(`<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://a.example/news/" xml:lang="en">
    <a:title>Quay Post</a:title>
    <a:entry xml:base="april/"><a:title type="html">It’s &amp;lt;b&amp;gt; &lt;i&gt;open&lt;/i&gt;</a:title><a:link rel="self" href="x"/>
      <a:link href="bridge"/><a:updated>2026-04-14T08:30:00Z</a:updated>
      <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It opened &amp; closed.</p></div></a:content></a:entry>
    <a:entry><a:source><a:title>Tide Post</a:title></a:source><a:published>2026-04-13</a:published>
      <a:updated>2026-04-15</a:updated><a:content xml:lang="de" type="html">${BODY}</a:content></a:entry>
    <a:entry><a:summary>It &lt; opened.</a:summary></a:entry>
    <a:entry><a:content src="https://a.example/d" type="video/mp4"/></a:entry></a:feed>`);
  assert.deepEqual(warnings, ['empty-article: entry 4: it has no text']);
  assert.deepEqual(story?.articles, [
    {
      source: 'Quay Post',
      title: 'It’s <b> open',
      url: 'https://a.example/news/april/bridge',
      published: '2026-04-14T08:30Z',
      lang: 'en',
      html: '<div><p>It opened &#38; closed.</p></div>',
    },
    { source: 'Tide Post', published: '2026-04-13', lang: 'de', html: '<p>The bridge opened.</p>' },
    { source: 'Quay Post', lang: 'en', text: 'It < opened.' },
  ]);
});

test('JSON Feed 1.1', () => {
  const { story, warnings } = feed({
    title: 'Quay Post',
    language: 'en-GB',
    items: [
      { url: '/a', title: 'One', content_text: 'It opened.', date_published: '2026-04-14T08:30:00+02:00' },
      { external_url: 'https://www.tide.example/b', content_html: '<p>It opened.</p>' },
      { content_text: 'It closed.', _crossread: { source: 'Coast Radio' }, language: 'de', date_published: 'soon' },
      { title: 'No text' },
      null,
      7,
    ],
  });
  assert.deepEqual(story, {
    title: 'Quay Post',
    articles: [
      {
        source: 'Quay Post',
        title: 'One',
        url: 'https://desk.example/a',
        published: '2026-04-14T08:30+02:00',
        lang: 'en-GB',
        text: 'It opened.',
      },
      { source: 'tide.example', url: 'https://www.tide.example/b', lang: 'en-GB', html: '<p>It opened.</p>' },
      { source: 'Coast Radio', lang: 'de', text: 'It closed.' },
    ],
  });
  assert.deepEqual(warnings, [
    'bad-date: items[2]: its date cannot be read: soon',
    ...[3, 4, 5].map((index) => `empty-article: items[${index}]: it has no text`),
  ]);
});

test('JSON-LD: lists, graphs, references and lists of values', () => {
  const body = 'The bridge opened.';
  const publisher = { '@type': 'NewsMediaOrganization', '@id': '#quay', name: 'Quay Post' };
  for (const value of [
    { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Open', articleBody: body, publisher },
    [{ '@type': ['Thing', 'ReportageNewsArticle'], headline: ['Open'], articleBody: { '@value': body }, publisher }],
    {
      '@graph': [
        { '@type': 'schema:NewsArticle', headline: 'Open', articleBody: body, publisher: { '@id': '#quay' } },
        publisher,
      ],
    },
    {
      '@type': 'ItemList',
      itemListElement: [
        { '@type': 'ListItem', item: { '@type': 'BlogPosting', name: 'Open', articleBody: body, author: 'Quay Post' } },
      ],
    },
  ]) {
    assert.ok(isLinked(value));
    assert.deepEqual(linked(value).story, { articles: [{ source: 'Quay Post', title: 'Open', text: body }] });
  }
  const { story } = linked({
    '@type': 'NewsArticle',
    articleBody: '<p>It opened.</p>',
    datePublished: '2026-04-14',
    inLanguage: 'en',
    mainEntityOfPage: { '@id': 'https://a.example/' },
  });
  assert.deepEqual(story?.articles, [
    { url: 'https://a.example/', published: '2026-04-14', lang: 'en', html: '<p>It opened.</p>' },
  ]);
  let deep = /** @type {any} */ ({ '@type': 'NewsArticle', articleBody: body });
  for (let level = 0; level < 50_000; level += 1) deep = { inner: deep };
  assert.equal(linked(deep).story?.articles.length, 1);
});

/** @type {[name: string, result: ReturnType<typeof outcome>, error: RegExp][]} */
const refused = [
  ['a feed that breaks off', xml('<rss><channel><item>'), /^bad-feed: the feed: line 1: <item> is not closed/],
  ['an empty feed', xml('<rss><channel/></rss>'), /^bad-feed: the feed: there is no entry with a text/],
  ['another vocabulary', xml('<urlset/>'), /^unknown-format: the feed: <urlset> is no feed/],
  ['items that are no array', feed({ items: 'x' }), /^bad-feed: the feed: items/],
  ['no items', feed({ items: [] }), /^bad-feed: the feed: there is no item/],
  [
    'JSON-LD of something else',
    linked({ '@type': 'Recipe', name: 'Soup' }),
    /^bad-json-ld: the file: there is no article/,
  ],
  ['JSON-LD without a body', linked({ '@type': 'NewsArticle', headline: 'Open' }), /^bad-json-ld: the file/],
];

test('what cannot be read at all is refused with a code', () => {
  for (const [name, { error }, expected] of refused) assert.match(error ?? '', expected, name);
});

test('an entry for which a story would be refused is left out, and no more than that', () => {
  /** @type {string[]} */
  const warnings = [];
  const shelf = new Shelf((/** @type {string} */ code) => warnings.push(code));
  shelf.add({ text: 'a'.repeat(1_000_001) }, 'a');
  shelf.add({ text: 'é'.repeat(500_001) }, 'b');
  shelf.add({ html: 'a'.repeat(4_000_001) }, 'c');
  shelf.add({ text: ' \n' }, 'd');
  shelf.add({ text: 'One.', title: 'é'.repeat(4_001), published: '2026-99-99' }, 'e');
  for (let index = 0; index < 65; index += 1) shelf.add({ text: 'One.' }, 'f');
  const { articles } = shelf.story();
  assert.equal(articles.length, 64);
  assert.deepEqual(articles[0], { text: 'One.' });
  assert.deepEqual(warnings, [
    'article-too-large',
    'article-too-large',
    'article-too-large',
    'empty-article',
    'bad-date',
    'too-many-articles',
  ]);
  const full = new Shelf((/** @type {string} */ code) => warnings.push(code));
  for (let index = 0; index < 9; index += 1) full.add({ text: 'a'.repeat(1_000_000) }, 'g');
  assert.equal(full.story().articles.length, 8);
  assert.equal(warnings.at(-1), 'story-too-large');
});
