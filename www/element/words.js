/**
 * The language of the interface. English is in the core; every other language is a file of `messages/`, fetched only where
 * it is asked for, with `on-demand/formats.js` to write its numbers, dates and lists.
 */
import { brought } from './core.js';

/** The languages that there is a file for. */
export const LANGUAGES = ['ar', 'de', 'es', 'fr', 'ja', 'ko', 'zh'];

/**
 * What the element says before the core, which has all other words, is there.
 * @type {Record<string, string>}
 */
const ENGLISH = {
  dir: 'ltr',
  'element.loading': 'Comparing the articles…',
  'element.reading': '{count} of {all} articles read',
  'element.stop': 'Stop',
  'element.stopped': 'The comparison was stopped.',
  'element.again': 'Compare the articles',
  'element.failed': 'The comparison could not be shown.',
  'element.differs': 'What is found here differs from what came with the page.',
};

/**
 * A language: the words for before the core is there, and what the core is to be given.
 * @typedef {object} Speech
 * @property {string} lang
 * @property {(key: string) => string} say
 * @property {string} [words]  The message file; none for English.
 * @property {(what: string, value: string) => string} [format]
 */

/** @type {Speech} */
const english = { lang: 'en', say: (key) => ENGLISH[key] ?? '' };

/**
 * @param {string} name  The name of a language's file.
 * @param {string} [place]
 */
async function wordsOf(name, place) {
  if (brought.words) return brought.words(name);
  const beside = new URL(`./messages/${name}.txt`, import.meta.url);
  const response = await fetch(place ? new URL(`${name}.txt`, place) : beside);
  if (!response.ok) throw new Error(`answered ${response.status}`);
  return response.text();
}

/** @type {Map<string, Promise<Speech>>} */
const known = new Map();

/**
 * @param {string} lang
 * @param {string} name  The name of its file.
 * @param {string} [place]  The folder in which it is, if not beside this script.
 * @returns {Promise<Speech>}
 */
async function learn(lang, name, place) {
  const [words, { formatter }] = await Promise.all([wordsOf(name, place), import('./on-demand/formats.js')]);
  const say = (/** @type {string} */ key) =>
    new RegExp(`^${key.replace('.', '\\.')}\\t(.*)$`, 'm').exec(words)?.[1] ?? english.say(key);
  return { lang, say, words, format: formatter(lang) };
}

/**
 * The language of that BCP 47 tag; English where there is none, and where its file cannot be had.
 * @param {string} lang
 * @param {string} [place]  The folder of the message files, if not beside this script.
 * @returns {Promise<Speech>}
 */
export async function speechFor(lang, place) {
  const name = lang.toLowerCase().split('-')[0] ?? '';
  if (!LANGUAGES.includes(name)) return english;
  const speech = known.get(lang) ?? learn(lang, name, place);
  known.set(lang, speech);
  try {
    return await speech;
  } catch {
    known.delete(lang);
    return english;
  }
}
