/** What a reader takes along, and what is guessed of a file that a reader brings: the parts that need no browser. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inPackage } from '../../scripts/package-files.mjs';

const { cell, csv, escaped, markdown } = await import(inPackage('element/on-demand/save.js'));
const { articleOf, fromName } = await import(inPackage('element/on-demand/articles.js'));

/** @type {[text: string, expected: string][]} */
const cells = [
  ['12 boats', '12 boats'],
  ['a, b', '"a, b"'],
  ['said "no"', '"said ""no"""'],
  ['=1+1', `"'=1+1"`],
  ['+49', `"'+49"`],
  ['-5 degrees', `"'-5 degrees"`],
  ['@here', `"'@here"`],
  [' =1', `"' =1"`],
  ['\t=1', `"'\t=1"`],
  ['＝1+1', `"'＝1+1"`],
  ['＠SUM(1)', `"'＠SUM(1)"`],
  ['two\nlines', '"two\nlines"'],
  ['', ''],
];

test('a cell of the CSV is never a formula', () => {
  for (const [text, expected] of cells) assert.equal(cell(text), expected);
});

const texts = ['The =SUM(1) was 12 boats.', 'It was 14 boats.'];
const span = (/** @type {number} */ article, /** @type {string} */ words) => {
  const start = texts[article]?.indexOf(words) ?? 0;
  return { article, start, end: start + words.length };
};
const claim = (/** @type {number} */ article, /** @type {string} */ words) => ({
  span: span(article, words),
  sentence: { article, start: 0, end: texts[article]?.length },
});
const analysis = {
  title: 'A *story*',
  articles: texts.map((text, index) => ({
    text,
    url: index ? 'javascript:alert(1)' : 'https://example.org/a',
    title: null,
    published: '2026-03-02T10:00',
  })),
  summary: [{ span: { article: 0, start: 0, end: 25 }, articles: [0, 1], facts: [] }],
  facts: [
    {
      id: 'f1',
      label: 'boats',
      verdict: 'conflict',
      positions: [{ claims: [claim(0, '12 boats')] }, { claims: [claim(1, '14 boats')] }],
    },
    { id: 'f2', label: 'sums', verdict: 'single', positions: [{ claims: [claim(0, '=SUM(1)')] }] },
  ],
};
const message = (/** @type {string} */ key) => key;

test('the CSV has a row a fact and a column an outlet', () => {
  assert.equal(
    csv(analysis, message, ['Post', '=Wire']),
    `\uFEFFgrid.fact,Post,"'=Wire"\r\nboats,12 boats,14 boats\r\n`,
  );
});

test('the Markdown quotes with sources, and what stands in an article is text there', () => {
  const text = markdown(analysis, message, ['Post', '[Wire](x)']);
  assert.match(text, /^# A \\\*story\\\*$/m);
  assert.match(
    text,
    /^ {2}- 12 boats: “The =SUM\(1\) was 12 boats\.” \(Post, 2026-03-02\) <https:\/\/example\.org\/a>$/m,
  );
  assert.ok(text.includes('(\\[Wire\\](x), 2026-03-02)'), text);
  assert.ok(!text.includes('javascript:'));
  assert.equal(escaped('<b> `x` #1'), '\\<b\\> \\`x\\` \\#1');
});

/** @type {[name: string, source: string | undefined, published: string | undefined][]} */
const names = [
  ['2026-01-05 harbour post.txt', 'Harbour Post', '2026-01-05'],
  ['hill_times_20260211.html', 'Hill Times', '2026-02-11'],
  ['article.txt', undefined, undefined],
  ['Northern Wire.txt', 'Northern Wire', undefined],
  ['2026-13-40.txt', undefined, undefined],
];

test('a file’s name may say the outlet and the day', () => {
  for (const [name, source, published] of names) {
    const guess = fromName(name);
    assert.equal(guess.published, published, name);
    assert.equal(guess.source, source, name);
  }
});

test('the source of a page is told from a text', () => {
  assert.deepEqual(Object.keys(articleOf('<!doctype html><p>It rained.')), ['html']);
  assert.deepEqual(Object.keys(articleOf('\n  <article><p>It rained.')), ['html']);
  assert.deepEqual(Object.keys(articleOf('It rained <b>hard</b>.')), ['text']);
});
