/** Articles in JSON-LD, as schema.org describes them: what search engines are given, read as a story. */
import { Shelf } from './entry.js';
import { failure } from '../story.js';

/** @typedef {import('./entry.js').Warn} Warn */

/** What of schema.org's types is an article. */
const ARTICLE = /(?:^|[/#:])(?:\w*Article|\w*BlogPosting|Report)$/;

/** How many objects are looked at. */
const MOST = 100_000;

/** Whether a value as JSON gives it may be JSON-LD. @param {any} value @returns {boolean} */
export const isLinked = (value) =>
  Array.isArray(value)
    ? value.some((each) => each && typeof each === 'object' && isLinked(each))
    : Boolean(value && ('@context' in value || '@graph' in value || '@type' in value));

/**
 * @param {unknown[]} values  One for each script or file.
 * @param {string} url
 * @param {string} name
 * @param {Warn} warn
 */
export function fromLinked(values, url, name, warn) {
  /** @type {any[]} */
  const articles = [];
  /** @type {Map<string, any>} */
  const known = new Map();
  // Not by recursion: the depth is not ours to trust.
  const waiting = [...values].reverse();
  for (let seen = 0; waiting.length; seen += 1) {
    if (seen > MOST) throw failure('bad-json-ld', `${name}: there are more than ${MOST} objects`);
    const value = /** @type {any} */ (waiting.pop());
    if (!value || typeof value !== 'object') continue;
    if (!Array.isArray(value)) {
      const id = value['@id'];
      // An object that only refers to another has its `@id` alone.
      if (typeof id === 'string' && Object.keys(value).length > 1 && !known.has(id)) known.set(id, value);
      if (list(value['@type']).some((type) => typeof type === 'string' && ARTICLE.test(type))) articles.push(value);
    }
    for (const inner of Object.values(value).reverse()) if (inner && typeof inner === 'object') waiting.push(inner);
  }
  const shelf = new Shelf(warn);
  const named = (/** @type {unknown} */ value) => nameOf(value, known);
  const taken = new Set();
  let number = 0;
  for (const article of articles) {
    const id = article['@id'];
    if (id && taken.has(id)) continue;
    taken.add(id);
    number += 1;
    const body = string(article.articleBody) || string(article.text);
    const page = list(article.mainEntityOfPage)[0];
    shelf.add(
      {
        title: string(article.headline) || string(article.name),
        source: named(article.publisher) || named(article.sourceOrganization) || named(article.author),
        url: string(article.url) || string(page) || string(page?.['@id']) || string(page?.url),
        published: string(article.datePublished) || string(article.dateCreated),
        lang: string(article.inLanguage),
        ...(/<(?:p|br|div|h[1-6])\b/i.test(body) ? { html: body } : { text: body }),
      },
      `article ${number}`,
      url,
    );
  }
  const story = shelf.story();
  if (!story) throw failure('bad-json-ld', `${name}: there is no article with an articleBody`);
  return story;
}

/** @param {any} value @returns {any[]} */
const list = (value) => (Array.isArray(value) ? value : [value]);

/** The first text of a value. @param {any} value @returns {string} */
function string(value) {
  const [first] = list(value);
  const plain = first?.['@value'] ?? first;
  return typeof plain === 'string' ? plain : '';
}

/**
 * The name of an organisation or a person, which may be described elsewhere.
 * @param {any} value
 * @param {Map<string, any>} known
 */
function nameOf(value, known) {
  const [first] = list(value);
  if (typeof first === 'string') return known.has(first) ? string(known.get(first).name) : first;
  return string(first?.name) || string(known.get(first?.['@id'])?.name);
}
