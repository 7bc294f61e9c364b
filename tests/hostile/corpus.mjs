/**
 * Hostile stories: every payload of `payloads.txt`, and the schemes in many disguises, in every field and within a text
 * that has the facts, quotes and names for which each section has something to show.
 */
import { readFileSync } from 'node:fs';

/** @typedef {import('crossread').Article} Article */

/** @type {Record<string, string[]>} */
const payloads = {};
for (const line of readFileSync(new URL('./payloads.txt', import.meta.url), 'utf8').split('\n')) {
  if (!line || line.startsWith('#')) continue;
  const [kind = '', value = ''] = line.split('\t');
  (payloads[kind] ??= []).push(JSON.parse(value));
}

/** A scheme in every casing and encoding that some browser has taken for it. @param {string} scheme */
function disguised(scheme) {
  const middle = Math.floor(scheme.length / 2);
  const parted = (/** @type {string} */ by) => scheme.slice(0, middle) + by + scheme.slice(middle);
  const each = (/** @type {(letter: string, index: number) => string} */ how) => [...scheme].map(how).join('');
  const code = (/** @type {string} */ letter) => letter.codePointAt(0) ?? 0;
  return [
    scheme.toUpperCase(),
    each((letter, index) => (index % 2 ? letter : letter.toUpperCase())),
    ...['\t', '\n', '\r', '\0', '\u200b', '\u00ad', '/**/', '\\'].map(parted),
    ...[' ', '\t', '\n', '\u0001', '\u001f', '\u00a0', '\ufeff', '\u2028', '\u202e'].map((before) => before + scheme),
    each((letter) => `&#${code(letter)};`),
    each((letter) => `&#x${code(letter).toString(16)}`),
    each((letter) => `&#0000${code(letter)}`),
    each((letter) => `%${code(letter).toString(16)}`),
    each((letter) => `\\u00${code(letter).toString(16)}`),
    each((letter) => String.fromCodePoint(code(letter) + 0xfee0)),
    scheme.replace(/a/, '\u0430'),
    `feed:${scheme}`,
    `view-source:${scheme}`,
    `url:${scheme}`,
  ].map((name) => `${name}:alert({n})`);
}

/** How many articles a story has. */
const SIZE = 16;

const urls = [...(payloads.url ?? []), ...['javascript', 'data', 'vbscript'].flatMap(disguised)];
const texts = [...(payloads.text ?? []), ...urls];

/** @param {string[]} list @param {number} index */
const pick = (list, index) => list[index % list.length] ?? '';

/**
 * A report with payloads in its words.
 * @param {string} a
 * @param {string} b
 * @param {number} index
 */
const report = (a, b, index) =>
  [
    `${a} Mayor Ana Duarte said on Monday that ${12 + (index % 3)} contracts were signed in Lisbon.`,
    `“It is ${b} for the city,” Duarte told reporters on ${2 + (index % 2)} March 2026.`,
    `The Novana Group paid $${3 + (index % 2)} million for ${b} (${a}). ${a}`,
    `About 1,200 people came to the ${b} bridge, according to Ruben ${a} Hale.`,
    `By ${a}, ${b} News`,
  ].join('\n\n');

/**
 * At least 300 articles, each with a payload in every field.
 * @returns {Article[]}
 */
export function articles() {
  const count = Math.max(320, texts.length);
  return [...Array(count).keys()].map((index) => {
    const put = (/** @type {string} */ text) => text.replaceAll('{n}', String(index));
    const words = report(pick(texts, index), pick(texts, index * 47 + 3), index);
    /** @type {Article} */
    const article = {
      id: put(pick(payloads.id ?? [], index)),
      source: put(pick(texts, index * 17 + 1)),
      title: put(pick(texts, index * 29 + 2)),
      url: put(pick(urls, index)),
      lang: index % 3 ? 'en' : put(pick(payloads.lang ?? [], index / 3)),
      // A date that is none refuses the whole story; that is tested beside.
      published: `2026-03-0${2 + (index % 5)}`,
    };
    const content = put(words);
    return index % 2 ? { ...article, html: page(content, article) } : { ...article, text: content };
  });
}

/** A page that is attacked from within its markup and metadata. @param {string} content @param {Article} article */
const page = (content, { title, source, url }) =>
  `<!doctype html><html><head><title>${title}</title><meta property="og:site_name" content="${source}">` +
  `<link rel=canonical href="${url}"><script type="application/ld+json">{"@type":"NewsArticle","headline":${JSON.stringify(title)},` +
  `"url":${JSON.stringify(url)},"__proto__":{"polluted":1}}</script></head><body onload=alert(1)><article><h1>${title}</h1>` +
  `${content
    .split('\n\n')
    .map((paragraph) => `<p onclick=alert(1)>${paragraph}`)
    .join('')}</article></body></html>`;

/** The articles as stories of sixteen. */
export function stories() {
  const all = articles();
  return [...Array(Math.ceil(all.length / SIZE)).keys()].map((index) => ({
    title: pick(texts, index * 11).replaceAll('{n}', String(index)),
    articles: all.slice(index * SIZE, (index + 1) * SIZE),
  }));
}

/** What is no date: each of them refuses its story. */
export const dates = payloads.date ?? [];

/**
 * The story in every form that the element reads: how it is named, and its text. Lone surrogates do not survive being
 * written as UTF-8, and are in the property alone.
 * @param {{ title: string, articles: Article[] }} story
 * @returns {Record<string, string>}
 */
export function forms({ title, articles: all }) {
  const xml = (/** @type {string | undefined} */ text) =>
    (text ?? '')
      .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
      .replace(/[^\t\n\r -\ud7ff\ue000-\ufffd]/g, '');
  const content = (/** @type {Article} */ article) => article.html ?? article.text ?? '';
  return {
    'story.json': JSON.stringify({ title, __proto__: null, articles: all }).replace(
      '{',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
    ),
    'feed.xml': `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${xml(title)}</title>${all
      .map(
        (article) =>
          `<item><title>${xml(article.title)}</title><link>${xml(article.url)}</link><guid>${xml(article.id)}</guid><content:encoded>${xml(content(article))}</content:encoded></item>`,
      )
      .join('')}</channel></rss>`,
    'feed.json': JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title,
      items: all.map((article) => ({
        id: article.id,
        url: article.url,
        title: article.title,
        content_html: content(article),
        date_published: article.published,
        authors: [{ name: article.source, url: article.url }],
      })),
    }),
    'linked.json': JSON.stringify({
      '@context': 'https://schema.org',
      '@graph': all.map((article) => ({
        '@type': 'NewsArticle',
        '@id': article.id,
        headline: article.title,
        url: article.url,
        publisher: { '@type': 'Organization', name: article.source },
        datePublished: article.published,
        inLanguage: article.lang,
        articleBody: content(article),
      })),
    }),
    'page.html': all.find((article) => article.html)?.html ?? '',
  };
}
