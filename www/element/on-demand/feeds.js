/** Feeds as stories: RSS 2.0 (and 1.0), Atom and JSON Feed, with the full text of their entries. */
import { Shelf } from './entry.js';
import { failure } from '../story.js';
import { decoded, markupOf, parseXml, textOf, XmlError } from './xml.js';

/** @typedef {import('./entry.js').Warn} Warn */
/** @typedef {import('./xml.js').Node} Node */

/** @param {Node | undefined} node @param {string[]} names  The first of these that is there counts. */
function child(node, ...names) {
  for (const name of names)
    for (const each of node?.children ?? []) if (typeof each !== 'string' && each.name === name) return each;
  return undefined;
}

/** @param {Node | undefined} node @param {string} name */
const children = (node, name) =>
  /** @type {Node[]} */ ((node?.children ?? []).filter((each) => typeof each !== 'string' && each.name === name));

/** @param {Node | undefined} node @param {string[]} names */
function text(node, ...names) {
  const found = child(node, ...names);
  return found ? textOf(found) : '';
}

/**
 * @param {string} source
 * @param {string} url  Where it is from, to which its addresses are relative.
 * @param {string} name
 * @param {Warn} warn
 */
export function fromXml(source, url, name, warn) {
  let root;
  try {
    root = parseXml(source);
  } catch (error) {
    if (error instanceof XmlError) throw failure('bad-feed', `${name}: ${error.message}`);
    throw error;
  }
  const shelf = new Shelf(warn);
  const kind = root.name.replace(/^(rss|rdf:RDF)$/, 'rss').replace(/^atom:(feed|entry)$/, 'atom');
  if (kind !== 'rss' && kind !== 'atom')
    throw failure('unknown-format', `${name}: <${root.name.slice(0, 80)}> is no feed`);
  const story = shelf.story((kind === 'rss' ? fromRss : fromAtom)(root, url, shelf));
  if (!story) throw failure('bad-feed', `${name}: there is no entry with a text`);
  return story;
}

/** @param {Node} root @param {string} url @param {Shelf} shelf */
function fromRss(root, url, shelf) {
  const channel = child(root, 'channel');
  const outlet = text(channel, 'title');
  const items = [...children(channel, 'item'), ...children(root, 'item')];
  for (const [index, item] of items.entries()) {
    const guid = child(item, 'guid');
    const permanent = guid && guid.attributes.get('isPermaLink') !== 'false' ? textOf(guid) : '';
    shelf.add(
      {
        // What is text twice over, as `&amp;#8217;`, is what many programs write.
        title: decoded(text(item, 'title')),
        source: decoded(text(item, 'source', 'dc:source', 'dc:publisher') || outlet),
        url: text(item, 'link') || (/^https?:/.test(permanent) ? permanent : ''),
        published: text(item, 'pubDate', 'dc:date', 'dcterms:issued'),
        lang: text(item, 'dc:language') || text(channel, 'language', 'dc:language'),
        html: text(item, 'content:encoded', 'description'),
      },
      `item ${index + 1}`,
      url,
    );
  }
  return decoded(outlet);
}

/** @param {Node} root @param {string} url @param {Shelf} shelf */
function fromAtom(root, url, shelf) {
  const outlet = plain(child(root, 'atom:title'));
  const entries = root.name === 'atom:entry' ? [root] : children(root, 'atom:entry');
  const base = (/** @type {Node} */ node, /** @type {string} */ outer) => {
    const own = node.attributes.get('xml:base');
    return own && URL.canParse?.(own, outer || undefined) ? new URL(own, outer || undefined).href : outer;
  };
  const top = base(root, url);
  for (const [index, entry] of entries.entries()) {
    const content = child(entry, 'atom:content') ?? child(entry, 'atom:summary');
    const links = children(entry, 'atom:link');
    const link = links.find(({ attributes }) => (attributes.get('rel') ?? 'alternate') === 'alternate');
    const language = [content, entry, root].map((node) => node?.attributes.get('xml:lang')).find(Boolean);
    shelf.add(
      {
        title: plain(child(entry, 'atom:title')),
        source: plain(child(child(entry, 'atom:source'), 'atom:title')) || (root === entry ? '' : outlet),
        url: link?.attributes.get('href'),
        published: text(entry, 'atom:published', 'atom:updated'),
        lang: language,
        ...contentOf(content),
      },
      `entry ${index + 1}`,
      base(entry, top),
    );
  }
  return root.name === 'atom:entry' ? '' : outlet;
}

/** @param {Node | undefined} node @returns {{ text?: string, html?: string }} */
function contentOf(node) {
  const type = node?.attributes.get('type') ?? 'text';
  if (!node) return {};
  if (type === 'xhtml') return { html: markupOf(node) };
  if (/html/.test(type)) return { html: textOf(node) };
  return /^text/.test(type) ? { text: textOf(node) } : {};
}

/** A text construct of Atom without its markup. @param {Node | undefined} node */
function plain(node) {
  if (!node) return '';
  const written = textOf(node);
  return node.attributes.get('type') === 'html' ? decoded(written.replace(/<[^<>]*>/g, '')) : written;
}

/**
 * @param {any} feed  JSON Feed, version 1 or 1.1.
 * @param {string} url
 * @param {string} name
 * @param {Warn} warn
 */
export function fromJsonFeed(feed, url, name, warn) {
  if (!Array.isArray(feed.items)) throw failure('bad-feed', `${name}: items is no array`);
  const shelf = new Shelf(warn);
  const string = (/** @type {unknown} */ value) => (typeof value === 'string' ? value : '');
  for (const [index, item] of feed.items.entries()) {
    const external = string(item?.external_url);
    shelf.add(
      {
        title: string(item?.title),
        source: string(item?._crossread?.source) || hostOf(external) || string(feed.title),
        url: external || string(item?.url),
        published: string(item?.date_published),
        lang: string(item?.language) || string(feed.language),
        text: string(item?.content_text),
        html: string(item?.content_html),
      },
      `items[${index}]`,
      url,
    );
  }
  const story = shelf.story(string(feed.title));
  if (!story) throw failure('bad-feed', `${name}: there is no item with a text`);
  return story;
}

/** The site that an address names. @param {string} url */
const hostOf = (url) => /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1] ?? '';
