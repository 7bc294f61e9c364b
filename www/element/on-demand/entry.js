/** One article out of whatever a publisher has: what would have a whole story refused only leaves this one out. */

/** @typedef {import('../story.js').Warn} Warn */
/** @typedef {import('../../crossread.js').Article} Article */

/** The core's limits, in bytes of UTF-8 (see `src/story.rs`), and how many articles it takes. */
const LARGEST = { text: 1_000_000, html: 4_000_000, all: 8_000_000, field: 8_000 };
const MOST = 64;

/** @param {string} text */
const bytes = (text) => (text.length > LARGEST.field / 3 ? new TextEncoder().encode(text).length : text.length * 3);

/** Articles that are gathered into a story. */
export class Shelf {
  /** @type {Article[]} */
  #articles = [];
  #bytes = 0;
  #left = 0;

  /** @param {Warn} warn */
  constructor(warn) {
    this.warn = warn;
  }

  /**
   * Adds an article, or warns that it cannot be read.
   * @param {Article} given  Fields may be empty.
   * @param {string} where  What to call it, as in `item 3`.
   * @param {string} [base]  What its address is relative to.
   */
  add(given, where, base) {
    const { warn } = this;
    const [text, html] = [given.text?.trim() ? given.text : '', given.html?.trim() ? given.html : ''];
    if (!text && !html) return warn('empty-article', `${where}: it has no text`);
    for (const [name, content] of /** @type {const} */ ([
      ['text', text],
      ['html', html],
    ])) {
      if (content.length * 3 > LARGEST[name] && bytes(content) > LARGEST[name])
        return warn('article-too-large', `${where}: its ${name} has more than ${LARGEST[name]} bytes`);
    }
    if (this.#articles.length >= MOST) return void (this.#left += 1);
    const size = this.#bytes + bytes(text || html);
    if (size > LARGEST.all)
      return warn('story-too-large', `${where}: the story would have more than ${LARGEST.all} bytes`);
    this.#bytes = size;
    const published = given.published?.trim() ? dateOf(given.published) : '';
    if (published === null) warn('bad-date', `${where}: its date cannot be read: ${given.published?.slice(0, 40)}`);
    /** @type {Record<string, string | undefined>} */
    const fields = {
      source: oneLine(given.source),
      title: oneLine(given.title),
      url: webAddress(given.url, base),
      published: published || '',
      lang: /^[a-z]{2,3}(-[\w-]{1,20})?$/i.test(given.lang ?? '') ? given.lang : '',
      text,
      html: text ? '' : html,
    };
    const filled = Object.entries(fields).filter(
      ([name, value]) => value && (name === 'text' || name === 'html' || bytes(value) <= LARGEST.field),
    );
    this.#articles.push(Object.fromEntries(filled));
    return undefined;
  }

  /**
   * The story. It says so where articles were left out because there were too many.
   * @param {string} [title]
   * @returns {import('../../crossread.js').Story | undefined}  Nothing where there is no article.
   */
  story(title) {
    if (this.#left) this.warn('too-many-articles', `${MOST} articles are read, and ${this.#left} were left out`);
    if (!this.#articles.length) return undefined;
    const name = oneLine(title);
    return { ...(name && bytes(name) <= LARGEST.field && { title: name }), articles: this.#articles };
  }
}

/** @param {string | undefined} text */
const oneLine = (text) => text?.replace(/\s+/g, ' ').trim() ?? '';

/**
 * An address of the web, in full; nothing where it is anything else.
 * @param {string | undefined} url
 * @param {string} [base]
 */
export function webAddress(url, base) {
  if (!url?.trim()) return '';
  try {
    const { href, protocol } = new URL(url.trim(), base || undefined);
    return /^https?:$/.test(protocol) ? href : '';
  } catch {
    return '';
  }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The zones that have names in dates of mail. Source: RFC 822, section 5.1. @type {Record<string, string>} */
const ZONES = {
  z: 'Z',
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};

/**
 * A date as ISO 8601 (RFC 3339) or as in mail (RFC 822), in the form that the core takes; `null` where it is neither.
 * @param {string} text
 */
export function dateOf(text) {
  const iso =
    /^\s*(\d{4})-(\d\d)(?:-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::\d\d(?:[.,]\d+)?)?\s*([Zz]|[+-]\d\d(?::?\d\d)?)?)?)?\s*$/;
  const mail =
    /^\s*(?:[a-z]+,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{4}|\d\d)(?:\s+(\d{1,2}):(\d\d)(?::\d\d)?\s*([+-]\d{4}|[a-z]{1,3})?)?\s*$/i;
  let [, year, month, day = '01', hour, minute, zone] = iso.exec(text) ?? [];
  if (!year) {
    const found = mail.exec(text);
    if (!found) return null;
    const years = Number(found[3]);
    [, day = '01', , , hour, minute, zone] = found;
    // Years of two digits are those of RFC 2822, section 4.3.
    year = String(found[3]?.length === 2 ? years + (years < 50 ? 2000 : 1900) : years);
    month = String(MONTHS.indexOf(found[2]?.toLowerCase() ?? '') + 1);
  }
  const two = (/** @type {string | undefined} */ digits) => String(digits).padStart(2, '0');
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  const written = `${year}-${two(month)}-${two(day)}`;
  if (hour === undefined) return written;
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  const offset =
    ZONES[zone?.toLowerCase() ?? ''] ??
    zone?.replace(/^([+-]\d\d):?(\d\d)?$/, (...part) => `${part[1]}:${part[2] ?? '00'}`);
  return `${written}T${two(hour)}:${minute}${offset && /^(Z|[+-]\d\d:\d\d)$/.test(offset) ? offset : ''}`;
}
