/**
 * What the element says while the core, which has all other words, is not there. A language is a key.
 * @type {Record<string, { loading: string, failed: string }>}
 */
const languages = {
  en: {
    loading: 'Comparing the articles…',
    failed: 'The comparison could not be shown.',
  },
};

/** @param {string} lang  A BCP 47 tag. */
export const wordsFor = (lang) => languages[lang.split('-')[0] ?? ''] ?? languages.en;
