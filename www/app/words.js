/** What the page around the comparison says, in the reader's language. */

/** The languages that there are words for. */
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'ja', 'ko', 'zh'];

/** The language that the address asks for, or else the first of the reader's own that there is. */
export function wantedLanguage() {
  const asked = [new URLSearchParams(location.search).get('lang') ?? '', ...navigator.languages];
  return asked.map((tag) => tag.toLowerCase().split('-')[0] ?? '').find((tag) => LANGUAGES.includes(tag)) ?? 'en';
}

export class Words {
  #texts = new Map();

  /** @param {string} lang */
  async learn(lang) {
    const response = await fetch(new URL(`./messages/${lang}.txt`, import.meta.url));
    if (!response.ok) throw new Error(`${lang}.txt answered ${response.status}`);
    const lines = (await response.text()).split('\n').filter((line) => line && !line.startsWith('#'));
    this.#texts = new Map(lines.map((line) => /** @type {[string, string]} */ (line.split('\t', 2))));
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  say(key, values = {}) {
    return (this.#texts.get(key) ?? '').replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  }

  /** @param {string} date  ISO 8601. */
  day(date) {
    // English as the comparison writes it.
    const locale = this.say('lang').replace(/^en$/, 'en-GB');
    return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(date));
  }

  /** Puts the words into all nodes that name theirs. @param {ParentNode} root */
  fill(root) {
    for (const node of root.querySelectorAll('[data-say]')) node.textContent = this.say(node.dataset.say);
    for (const node of root.querySelectorAll('[data-label]'))
      node.setAttribute('aria-label', this.say(node.dataset.label));
  }
}
