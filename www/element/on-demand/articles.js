/** Articles out of what a reader pastes and drops: texts, sources of pages, and files. */

/**
 * An article on its way in.
 * @typedef {{ text?: string, html?: string, source?: string, title?: string, url?: string, published?: string, lang?: string }} Article
 */

/** What can be read, by the ending of the file's name. */
const KINDS = /\.(txt|text|md|html?|xhtml|json)$/i;

const PAGE = /^\s*(<!doctype html|<html|<head|<body|<article|<main|<div|<section|<p[\s>])/i;

/**
 * An article of a text that may be the source of a page.
 * @param {string} text
 * @returns {Article}
 */
export const articleOf = (text) => (PAGE.test(text) ? { html: text } : { text });

/**
 * What was pasted or dropped as rich text: its markup where that says more about paragraphs, else its words.
 * @param {DataTransfer} data
 * @returns {Article | null}
 */
export function articleFrom(data) {
  const [html, text] = [data.getData('text/html'), data.getData('text/plain')];
  if (html && /<(p|article|h1)[\s>]/i.test(html)) return { html };
  return text.trim() ? articleOf(text) : null;
}

/**
 * The articles of a file.
 * @param {File} file
 * @returns {Promise<Article[]>}
 */
export async function articlesOf(file) {
  const kind = KINDS.exec(file.name)?.[1]?.toLowerCase();
  if (!kind) throw refusal('kind', file.name);
  const text = await file.text();
  if (kind === 'json') return fromJson(text, file.name);
  const guess = fromName(file.name);
  return [kind.includes('htm') ? { html: text, ...dateOnly(guess) } : { ...articleOf(text), ...guess }];
}

/**
 * A story, an array of articles, or one article.
 * @param {string} text
 * @param {string} name
 * @returns {Article[]}
 */
function fromJson(text, name) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw refusal('not-json', name);
  }
  /** @type {any[]} */
  const list = Array.isArray(value) ? value : Array.isArray(value?.articles) ? value.articles : [value];
  const known = ['text', 'html', 'source', 'title', 'url', 'published', 'lang'];
  const articles = list.filter((each) => typeof (each?.text ?? each?.html) === 'string');
  if (!articles.length) throw refusal('not-json', name);
  return articles.map((each) =>
    Object.fromEntries(known.filter((key) => typeof each[key] === 'string').map((key) => [key, each[key]])),
  );
}

/**
 * The outlet and the day that a file's name seems to say: `2026-01-05 Harbour Post.txt`.
 * @param {string} name
 * @returns {{ source?: string, published?: string }}
 */
export function fromName(name) {
  const bare = name.replace(KINDS, '');
  const date = /(?<!\d)(\d{4})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(bare);
  const words = (date ? bare.replace(date[0], ' ') : bare).replace(/[\s_.,()-]+/g, ' ').trim();
  const source = words.replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
  return {
    ...(source && !/^(article|document|text|untitled|index|download|new|\d+)\b/i.test(source) && { source }),
    ...(date && { published: `${date[1]}-${date[2]}-${date[3]}` }),
  };
}

/** @param {{ published?: string }} guess */
const dateOnly = ({ published }) => (published ? { published } : {});

/**
 * @param {string} code
 * @param {string} name
 */
const refusal = (code, name) => Object.assign(new Error(name), { code });
