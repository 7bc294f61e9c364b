/**
 * What publishers have besides a story as JSON: feeds, JSON-LD, pages by their addresses, articles of the page itself.
 * Loaded only where there is such a thing. Nothing is parsed by the browser: markup stays text until the core reads it.
 */
import { Shelf } from './entry.js';
import { fromJsonFeed, fromXml } from './feeds.js';
import { fromLinked, isLinked } from './linked.js';
import { failure } from '../story.js';

/** @typedef {import('./entry.js').Warn} Warn */

/** The largest file that is looked at, in characters. */
const LARGEST = 32_000_000;

/** How much of a file is searched for what says its encoding and its kind. */
const HEAD = 2048;

/**
 * A text of which it is not yet known what it is.
 * @typedef {object} File
 * @property {string} text  As UTF-8.
 * @property {Blob} [blob]  Its bytes, with the type that the server gave; none for a script of the page.
 */

/**
 * The story that the attributes `src`, `pages` or `articles` lead to, or that stands inside, where it is no JSON.
 * @param {HTMLElement} element
 * @param {File & { ask: (url: string) => Promise<Blob> }} found
 * @param {Warn} warn
 */
export async function otherStory(element, { text, blob, ask }, warn) {
  const [src, pages, articles] = ['src', 'pages', 'articles'].map((name) => element.getAttribute(name));
  const base = element.baseURI;
  if (src) return fromFile({ text, blob }, new URL(src, base).href, src, warn);
  if (pages) return fromPages(pages, base, ask, warn);
  if (articles) return fromElements(element, articles, warn);
  return fromFile({ text }, base, 'the script inside <cross-read>', warn);
}

/**
 * The story that a file holds.
 * @param {File} file
 * @param {string} url
 * @param {string} name
 * @param {Warn} warn
 */
export async function fromFile(file, url, name, warn) {
  const text = await textOf(file);
  if (text.length > LARGEST) throw failure('story-too-large', `${name}: more than ${LARGEST} characters`);
  const start = /^[\s\uFEFF]*(.?)/.exec(text)?.[1] ?? '';
  if (start === '<') {
    if (isFeed(text)) return fromXml(text, url, name, warn);
    const shelf = new Shelf(warn);
    shelf.add({ html: text, url }, name);
    return shelf.story() ?? nothing(name);
  }
  const value = json(text, name);
  if (/^https:\/\/jsonfeed\.org\/version\/1/.test(value?.version)) return fromJsonFeed(value, url, name, warn);
  if (isLinked(value)) return fromLinked([value], url, name, warn);
  // A story with something wrong about it: the core says what.
  if (value && typeof value === 'object' && 'articles' in value) return value;
  throw failure('unknown-format', `${name}: neither a story nor a feed, JSON-LD or a page`);
}

/** @param {string} name @returns {never} */
function nothing(name) {
  throw failure('no-articles', `${name}: there is no article in it`);
}

/**
 * @param {string} text
 * @param {string} name
 */
function json(text, name) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw failure('not-json', `${name} is not JSON: ${/** @type {Error} */ (error).message}`);
  }
}

/** Whether markup is a feed: what its first element is called. @param {string} text */
function isFeed(text) {
  const [, name = ''] = /<([a-z][\w.:-]*)/i.exec(text.slice(0, HEAD).replace(/<!--[^]*?(?:-->|$)/g, '')) ?? [];
  const declared = /^[\s\uFEFF]*<\?xml\b/.test(text) && !/^html$/i.test(name);
  return declared || /^(?:\w+:)?(?:rss|feed|rdf|entry)$/i.test(name);
}

/**
 * The file's text in the encoding that the server, its first bytes or it itself says.
 * @param {File} file
 */
async function textOf({ text, blob }) {
  if (!blob) return text;
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : '';
  const [, label] =
    /charset\s*=\s*"?([\w.:-]+)/i.exec(blob.type) ??
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(text.slice(0, HEAD)) ??
    /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(text.slice(0, HEAD)) ??
    [];
  if (!marked && (!label || /^utf-?8$/i.test(label))) return text;
  try {
    return new TextDecoder(marked || label).decode(await blob.arrayBuffer());
  } catch {
    // An encoding that the browser does not know.
    return text;
  }
}

/**
 * Pages, each of them an article. One that cannot be had is left out, unless none can.
 * @param {string} addresses  Parted by white space.
 * @param {string} base
 * @param {(url: string) => Promise<Blob>} ask
 * @param {Warn} warn
 */
async function fromPages(addresses, base, ask, warn) {
  const list = addresses.split(/\s+/).filter(Boolean);
  const pages = await Promise.allSettled(
    list.map(async (address) => {
      const blob = await ask(address);
      return { blob, text: await textOf({ blob, text: await blob.text() }) };
    }),
  );
  const shelf = new Shelf(warn);
  /** @type {any} */
  let failed;
  for (const [index, page] of pages.entries()) {
    const name = list[index] ?? '';
    if (page.status === 'rejected') {
      failed ??= page.reason;
      warn(page.reason?.code ?? 'fetch-failed', String(page.reason?.message));
    } else {
      const { blob, text } = page.value;
      const url = new URL(name, base).href;
      shelf.add(/^text\/plain\b/.test(blob.type) ? { text, url } : { html: text, url }, name);
    }
  }
  const story = shelf.story();
  if (!story && failed) throw failed;
  return story ?? nothing('pages');
}

/**
 * Articles that stand in the page: elements, templates, and scripts with JSON-LD.
 * @param {HTMLElement} element  The one that asks; it is no part of what it compares.
 * @param {string} selector
 * @param {Warn} warn
 */
async function fromElements(element, selector, warn) {
  // A script that is no module may run before the page is parsed.
  if (document.readyState === 'loading')
    await new Promise((go) => document.addEventListener('DOMContentLoaded', go, { once: true }));
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  /** @type {Element[]} */
  let found;
  try {
    found = [...root.querySelectorAll(selector)];
  } catch {
    throw failure('bad-selector', `articles="${selector}" is no selector`);
  }
  const scripts = found.filter((each) => each.matches('script[type="application/ld+json"]'));
  if (scripts.length) {
    const name = `articles="${selector}"`;
    const values = scripts.map((script, index) => json(script.textContent ?? '', `${name}, script ${index + 1}`));
    return fromLinked(values, element.baseURI, name, warn);
  }
  const shelf = new Shelf(warn);
  // An article inside another, such as a comment, is part of it.
  const outermost = found.filter((each) => !found.some((other) => other !== each && other.contains(each)));
  for (const [index, each] of outermost.entries()) shelf.add(articleIn(each), `article ${index + 1}`, element.baseURI);
  return shelf.story() ?? nothing(`articles="${selector}"`);
}

/**
 * What an element of the page says, and what it says of itself.
 * @param {Element} element
 * @returns {import('../../crossread.js').Article}
 */
function articleIn(element) {
  // Copied into a document that shows nothing and runs nothing.
  const inert = document.implementation.createHTMLDocument('');
  const copy = inert.importNode(element instanceof HTMLTemplateElement ? element.content : element, true);
  const body = inert.createElement('article');
  body.append(...(copy instanceof DocumentFragment ? [copy] : copy.childNodes));
  for (const other of body.querySelectorAll('cross-read')) other.remove();
  const { source, title, url, published } = element instanceof HTMLElement ? element.dataset : {};
  const heading = body.querySelector('h1, h2, h3, [itemprop=headline]');
  const link = body.querySelector('a[rel~=bookmark], a[itemprop=url]');
  const time = body.querySelector('time[datetime]');
  return {
    source: source ?? body.querySelector('[itemprop=publisher]')?.textContent ?? undefined,
    title: title ?? heading?.textContent ?? undefined,
    url: url ?? link?.getAttribute('href') ?? (element.id ? `#${element.id}` : undefined),
    published: published ?? time?.getAttribute('datetime') ?? undefined,
    lang: element.closest('[lang]')?.getAttribute('lang') ?? undefined,
    // eslint-disable-next-line no-restricted-properties -- It is read, and never written.
    html: body.outerHTML,
  };
}
