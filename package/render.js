/** The comparison as HTML, made ahead: what stands inside `<cross-read>` until, or where, no script runs. */
import { analyze, rendered } from './crossread.js';
import { load } from './element/core.js';
import { failure } from './element/story.js';
import { safely } from './element/trap.js';
import { LANGUAGES, speechFor } from './element/words.js';

/** The sections, as `<cross-read sections>` names them. */
export const SECTIONS = ['summary', 'differences', 'grid', 'only', 'quotes', 'timeline', 'wording', 'shared', 'read'];
const LENGTHS = ['short', 'medium', 'long'];

/** What a caller may choose, and what holds where nothing is chosen. */
const DEFAULTS = { lang: 'en', summary: 'medium', sections: /** @type {readonly string[]} */ ([]) };

/**
 * @param {string} option
 * @param {string} value
 * @param {string[]} allowed
 */
function checkValue(option, value, allowed) {
  if (!allowed.includes(value))
    throw failure('bad-option', `options.${option}: "${value}" is none of ${allowed.join(', ')}`);
}

/**
 * @param {any} given
 * @returns {typeof DEFAULTS}
 */
function checked(given) {
  for (const name of Object.keys(given ?? {})) {
    if (!Object.hasOwn(DEFAULTS, name))
      throw failure('unknown-option', `options.${name}: the options are: ${Object.keys(DEFAULTS).join(', ')}`);
  }
  const { lang, summary, sections } = { ...DEFAULTS, ...given };
  if (typeof lang !== 'string') throw failure('wrong-type', 'options.lang: a string is wanted');
  checkValue('lang', lang.split('-')[0]?.toLowerCase() ?? '', ['en', ...LANGUAGES]);
  checkValue('summary', summary, LENGTHS);
  if (!Array.isArray(sections)) throw failure('wrong-type', 'options.sections: an array is wanted');
  for (const name of sections) checkValue('sections', name, SECTIONS);
  return { lang, summary, sections };
}

/**
 * The story of which an analysis was made, as far as the analysis has it.
 * @param {import('./crossread.js').Analysis} analysis
 */
function storyOf({ title, articles }) {
  const given = (/** @type {object} */ fields) =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  const wanted = articles.map((article) => {
    const { id, source, title: headline, url, published, lang, text } = Object(article);
    return given({ id, source, title: headline, url, published, lang, text });
  });
  return /** @type {import('./crossread.js').Story} */ (given({ title, articles: wanted }));
}

/**
 * Whether the story leads to that analysis again: it was made by this version, and of texts.
 * @param {import('./crossread.js').Story} story
 * @param {string} digest
 */
const leadsTo = (story, digest) =>
  LENGTHS.some((summary) => {
    const options = { summary: /** @type {any} */ (summary) };
    return safely(() => analyze(story, options)).digest === digest;
  });

/**
 * What machines are told of it, as schema.org's words in JSON-LD: what it is about and the articles that it is based on.
 * @param {import('./crossread.js').Analysis} analysis
 * @param {string} lang
 */
function described({ title, articles }, lang) {
  const isBasedOn = articles.map(({ title: headline, url, published, source, lang: inLanguage }) => ({
    '@type': 'NewsArticle',
    ...(headline && { headline }),
    ...(/^https?:/i.test(url ?? '') && { url }),
    ...(published && { datePublished: published }),
    ...(source && { publisher: { '@type': 'Organization', name: source } }),
    ...(inLanguage !== 'und' && { inLanguage }),
  }));
  const about = {
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    ...(title && { name: title }),
    inLanguage: lang,
    isBasedOn,
  };
  return scriptSafe(about);
}

/** Data as JSON that can stand in a script of a page: nothing in it ends the script. @param {unknown} data */
export const scriptSafe = (data) =>
  JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });

/** @param {string} text */
export const escaped = (text) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll('\0', '\uFFFD');

/**
 * @param {import('./crossread.js').Story | import('./crossread.js').Analysis} given
 * @param {Partial<typeof DEFAULTS>} [options]
 * @returns {Promise<{ html: string, analysis: import('./crossread.js').Analysis, story: import('./crossread.js').Story }>}
 */
export async function renderWith(given, options) {
  const { lang, summary, sections } = checked(options);
  const [speech] = await Promise.all([speechFor(lang), load()]);
  if (!lang.toLowerCase().startsWith(speech.lang.toLowerCase().split('-')[0] ?? ''))
    throw failure('fetch-failed', `the words of the language ${lang} could not be had`);
  const { facts, articles } = Object(given);
  const isAnalysis = Array.isArray(facts) && Array.isArray(articles);
  const made = isAnalysis ? /** @type {import('./crossread.js').Analysis} */ (given) : undefined;
  const story = made ? storyOf(made) : /** @type {import('./crossread.js').Story} */ (given);
  if (made && !leadsTo(story, made.digest))
    throw failure(
      'other-analysis',
      'the analysis is not what this version finds in its texts: give the story of which it was made',
    );
  const [page, analysis] = safely(() => rendered(story, summary, sections.join(' '), speech.words, speech.format));
  // What the element is to show in its place.
  const state = [sections.length && `sections:${sections.join(' ')}`, summary !== 'medium' && `length:${summary}`];
  const html = [
    `<div class="crossread-ahead" data-digest="${analysis.digest}" data-state="${state.filter(Boolean).join(',')}">`,
    `<div class="frame">${page}</div>`,
    `<script type="application/ld+json">${described(analysis, lang)}</script>`,
    '</div>',
  ];
  return { html: html.join('\n'), analysis, story };
}

/**
 * The HTML to put inside `<cross-read>`; see `index.d.ts`.
 * @param {import('./crossread.js').Story | import('./crossread.js').Analysis} given
 * @param {Partial<typeof DEFAULTS>} [options]
 */
export async function render(given, options) {
  return (await renderWith(given, options)).html;
}
