/** The dialog in which a reader puts a comparison together, one pasted article after the other. */
import { articleOf } from '../pkg/element/on-demand/articles.js';

/** @typedef {{ text?: string, html?: string, source?: string, title?: string, published?: string, url?: string }} Article */

export class Composer {
  /** @type {Article[]} */
  #articles = [];

  /**
   * @param {HTMLTemplateElement} template
   * @param {import('./words.js').Words} words
   * @param {(articles: Article[]) => void} compare
   */
  constructor(template, words, compare) {
    const dialog = /** @type {HTMLDialogElement} */ (template.content.querySelector('dialog')?.cloneNode(true));
    this.dialog = dialog;
    this.words = words;
    dialog.addEventListener('close', () => dialog.remove());
    const find = (/** @type {string} */ selector) => dialog.querySelector(selector);
    this.text = /** @type {HTMLTextAreaElement} */ (find('textarea'));
    this.outlet = /** @type {HTMLInputElement} */ (find('[name=outlet]'));
    this.date = /** @type {HTMLInputElement} */ (find('[name=date]'));
    this.list = /** @type {HTMLElement} */ (find('ol'));
    this.soFar = /** @type {HTMLElement} */ (find('.so-far'));
    this.problem = /** @type {HTMLElement} */ (find('.problem'));
    find('[name=next]').addEventListener('click', () => {
      if (this.#take()) this.text.focus();
      else this.#complain();
    });
    find('[name=cancel]').addEventListener('click', () => dialog.close());
    this.text.addEventListener('input', () => (this.problem.textContent = ''));
    find('form').addEventListener('submit', (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      this.#take();
      if (!this.#articles.length) return this.#complain();
      dialog.close();
      return compare(this.#articles);
    });
  }

  /** @param {Article[]} [articles]  That are there already. */
  open(articles = []) {
    this.#articles = [...articles];
    this.#clear();
    this.#show();
    this.words.fill(this.dialog);
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.text.focus();
  }

  #complain() {
    this.problem.textContent = this.words.say('compose.empty');
    this.text.focus();
  }

  #clear() {
    this.text.value = this.outlet.value = this.date.value = this.problem.textContent = '';
  }

  /** Puts what is in the fields on the list, and says whether there was something. */
  #take() {
    const text = this.text.value.trim();
    if (!text) return false;
    const [source, published] = [this.outlet.value.trim(), this.date.value];
    this.#articles.push({ ...articleOf(text), ...(source && { source }), ...(published && { published }) });
    this.#clear();
    this.#show();
    return true;
  }

  #show() {
    this.soFar.hidden = !this.#articles.length;
    const rows = this.#articles.map((article, index) => {
      const row = document.createElement('li');
      const name = document.createElement('span');
      name.dir = 'auto';
      name.textContent = nameOf(article) || `${index + 1}`;
      const out = document.createElement('button');
      out.type = 'button';
      out.className = 'out';
      out.textContent = '×';
      out.setAttribute('aria-label', this.words.say('compose.leave', { name: name.textContent }));
      out.addEventListener('click', () => {
        this.#articles.splice(index, 1);
        this.#show();
        this.text.focus();
      });
      row.append(name, out);
      return row;
    });
    this.list.replaceChildren(...rows);
  }
}

/** What an article is called in a list. @param {Article} article */
export function nameOf({ source, title, text, html }) {
  const page = html && /<title[^>]*>([^<]*)/i.exec(html)?.[1];
  const line = title ?? page ?? text?.split('\n').find((each) => each.trim());
  return [source, line?.trim().slice(0, 90)].filter(Boolean).join(': ');
}
