/**
 * A small reader of XML, for feeds.
 *
 * The browser's own parser is not used: where Trusted Types are required it may not be called with a string. This one
 * makes plain objects and nothing that could run. A document type is passed over with all that it declares, so that no
 * entity of it is ever put in; what is not well-formed is refused with its line, but for an ampersand that stands for
 * itself and an entity that is not known, which feeds are full of and which are text here.
 */

/** @typedef {{ name: string, attributes: Map<string, string>, children: (Node | string)[] }} Node */

/** How deep elements may be inside each other, and how many there may be. Feeds have less than a tenth of it. */
const DEEPEST = 256;
const MOST = 200_000;

/** The names by which the vocabularies of feeds are known here, whatever a feed calls them. */
const PREFIXES = new Map([
  ['http://www.w3.org/2005/Atom', 'atom'],
  ['http://purl.org/rss/1.0/', ''],
  ['http://purl.org/rss/1.0/modules/content/', 'content'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
]);

/** @type {Record<string, string>} */
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * A text with its character references and the five entities of XML put in; others stay as they are.
 * @param {string} text
 */
export const decoded = (text) =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = decimal ? Number(decimal) : parseInt(hex, 16);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });

/** Why a document could not be read. */
export class XmlError extends Error {
  /**
   * @param {string} source
   * @param {number} at
   * @param {string} message
   */
  constructor(source, at, message) {
    super(`line ${source.slice(0, at).split('\n').length}: ${message}`);
  }
}

/**
 * The root element of a document.
 * @param {string} source
 * @returns {Node}
 */
export function parseXml(source) {
  /** @type {Node} */
  const top = { name: '', attributes: new Map(), children: [] };
  /** What is open, with the prefixes that hold in it. @type {{ node: Node, tag: string, scope: Map<string, string> }[]} */
  const open = [{ node: top, tag: '', scope: new Map() }];
  let count = 0;
  let at = 0;
  const fail = (/** @type {string} */ message) => new XmlError(source, at, message);
  /** The end of what begins here and ends with these characters. @param {string} end @param {string} what */
  const after = (end, what) => {
    const found = source.indexOf(end, at);
    if (found < 0) throw fail(`${what} has no end`);
    return found;
  };
  while (at < source.length) {
    const inner = open[open.length - 1] ?? { node: top, tag: '', scope: new Map() };
    if (source[at] !== '<') {
      const next = source.indexOf('<', at);
      const end = next < 0 ? source.length : next;
      const text = source.slice(at, end);
      if (inner.node !== top) inner.node.children.push(decoded(text));
      else if (text.replace(/^\uFEFF/, '').trim()) throw fail('text outside of all elements');
      at = end;
    } else if (source.startsWith('<!--', at)) {
      at = after('-->', 'a comment') + 3;
    } else if (source.startsWith('<![CDATA[', at)) {
      const end = after(']]>', 'a CDATA section');
      inner.node.children.push(source.slice(at + 9, end));
      at = end + 3;
    } else if (source.startsWith('<?', at)) {
      at = after('?>', 'an instruction') + 2;
    } else if (source.startsWith('<!', at)) {
      at = endOfDeclaration(source, at) ?? after('\0', 'a declaration');
    } else if (source.startsWith('</', at)) {
      const end = after('>', 'a tag');
      const tag = source.slice(at + 2, end).trim();
      if (open.length < 2 || tag !== inner.tag) throw fail(`</${tag.slice(0, 40)}> closes <${inner.tag.slice(0, 40)}>`);
      open.pop();
      at = end + 1;
    } else {
      const { tag, attributes, empty, end } = startTag(source, at, fail);
      const scope = scopeOf(attributes, inner.scope);
      const node = { name: nameOf(tag, scope), attributes, children: [] };
      if (inner.node === top && top.children.length) throw fail('a second element at the top');
      if (open.length > DEEPEST) throw fail(`elements are more than ${DEEPEST} deep`);
      if ((count += 1) > MOST) throw fail(`there are more than ${MOST} elements`);
      inner.node.children.push(node);
      if (!empty) open.push({ node, tag, scope });
      at = end;
    }
  }
  if (open.length > 1) throw fail(`<${open[open.length - 1]?.tag.slice(0, 40)}> is not closed`);
  const [root] = top.children;
  if (!root || typeof root === 'string') throw fail('there is no element');
  return root;
}

/** Where a document type ends; it may have declarations in brackets. @param {string} source @param {number} start */
function endOfDeclaration(source, start) {
  const part = /"[^"]*"|'[^']*'|<!--[^]*?-->|<\?[^]*?\?>|[[\]>]/g;
  part.lastIndex = start;
  let inside = false;
  for (let found = part.exec(source); found; found = part.exec(source)) {
    if (found[0] === '[') inside = true;
    else if (found[0] === ']') inside = false;
    else if (found[0] === '>' && !inside) return part.lastIndex;
  }
  return null;
}

/**
 * @param {string} source
 * @param {number} start
 * @param {(message: string) => Error} fail
 */
function startTag(source, start, fail) {
  const name = /<([^\s<>/="'&!?]+)/y;
  name.lastIndex = start;
  const [, tag] = name.exec(source) ?? [];
  if (!tag) throw fail('a < that begins nothing');
  /** @type {Map<string, string>} */
  const attributes = new Map();
  const attribute = /\s+([^\s<>/="'&]+)\s*=\s*("[^"<]*"|'[^'<]*')/y;
  attribute.lastIndex = name.lastIndex;
  let end = name.lastIndex;
  for (let found = attribute.exec(source); found; found = attribute.exec(source)) {
    attributes.set(found[1] ?? '', decoded((found[2] ?? '').slice(1, -1)));
    end = attribute.lastIndex;
  }
  const close = /\s*(\/?)>/y;
  close.lastIndex = end;
  const closed = close.exec(source);
  if (!closed) throw fail(`<${tag.slice(0, 40)} …> is not a tag`);
  return { tag, attributes, empty: closed[1] === '/', end: close.lastIndex };
}

/**
 * The prefixes that hold in an element; an object of its own only where it declares some.
 * @param {Map<string, string>} attributes
 * @param {Map<string, string>} outer
 */
function scopeOf(attributes, outer) {
  let scope = outer;
  for (const [name, uri] of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    if (scope === outer) scope = new Map(outer);
    scope.set(name.slice(6), PREFIXES.get(uri) ?? uri);
  }
  return scope;
}

/**
 * The element's name with the prefix that its vocabulary has here. A prefix that nobody declared is taken at its word.
 * @param {string} tag
 * @param {Map<string, string>} scope
 */
function nameOf(tag, scope) {
  const colon = tag.indexOf(':');
  const prefix = tag.slice(0, Math.max(colon, 0));
  const own = scope.get(prefix) ?? prefix;
  const local = tag.slice(colon + 1);
  return own ? `${own}:${local}` : local;
}

/** All text in an element. @param {Node} node @returns {string} */
export const textOf = (node) =>
  node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** What stands in an element, as HTML. @param {Node} node @returns {string} */
export const markupOf = (node) =>
  node.children
    .map((child) => {
      if (typeof child === 'string') return escaped(child);
      const name = child.name.replace(/^.*:/, '');
      const own = [...child.attributes].filter(([key]) => !key.startsWith('xmlns'));
      const attributes = own.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
      return `<${name}${attributes}>${EMPTY.test(name) ? '' : `${markupOf(child)}</${name}>`}`;
    })
    .join('');

/** The elements of HTML that have no end. */
const EMPTY = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
