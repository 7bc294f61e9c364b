/** The dialog in which a reader adds articles: by pasting text or a page's source, or by choosing or dropping files. */
import { articleFrom, articleOf, articlesOf } from './articles.js';
import { styles } from './add-styles.js';
import { node } from './nodes.js';

/** @typedef {import('./articles.js').Article} Article */

/**
 * What the dialog works with.
 * @typedef {object} Shelf
 * @property {ShadowRoot} root
 * @property {HTMLElement} frame  In which the dialog stands.
 * @property {(article: Article) => Promise<Article>} inspect  What is found out about it.
 * @property {(articles: Article[]) => Promise<void>} add  Adds them and compares; throws where one cannot be read.
 * @property {(...keys: [key: string, count?: number][]) => Promise<string[]>} messages
 * @property {(count: number) => string} number
 */

/** What the dialog says wherever it is opened. */
const KEYS = [
  'add.about',
  'add.article',
  'add.cancel',
  'add.date',
  'add.files',
  'add.kinds',
  'add.leave-out',
  'add.next',
  'add.outlet',
  'add.text',
  'add.title',
  'dir',
  'lang',
];

/** @typedef {(key: string) => string} Message */

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** @param {ShadowRoot} root */
function dress(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** @param {Shelf} shelf */
export async function openDialog(shelf) {
  dress(shelf.root);
  const words = await shelf.messages(...KEYS.map((key) => /** @type {[string]} */ ([key])));
  shelf.root.querySelector('dialog')?.remove();
  await new AddDialog(shelf, (key) => words[KEYS.indexOf(key)] ?? '').open();
}

/** An article that waits to be added, with the fields in which its outlet and day are asked for. */
class Waiting {
  /**
   * @param {Article} article
   * @param {Article} found  What was found out about it.
   * @param {string} number  Tells its fields from those of others.
   * @param {string} size  How long it is.
   * @param {Message} message
   * @param {(waiting: Waiting) => void} leaveOut
   */
  constructor(article, found, number, size, message, leaveOut) {
    this.article = { ...article };
    this.found = found;
    const [source, date] = [`add-source-${number}`, `add-date-${number}`];
    this.source = node('input', {
      id: source,
      type: 'text',
      autocomplete: 'off',
      value: article.source ?? found.source ?? '',
    });
    const day = (article.published ?? found.published ?? '').slice(0, 10);
    this.date = node('input', { id: date, type: 'date', value: day });
    const title = article.title ?? found.title ?? found.text?.split('\n')[0] ?? '';
    const out = node('button', { type: 'button', class: 'tool' }, message('add.leave-out'));
    out.addEventListener('click', () => leaveOut(this));
    this.row = node(
      'fieldset',
      { class: 'waiting' },
      node('legend', { dir: 'auto' }, title.slice(0, 120) || message('add.article').replace('{number}', number)),
      node('p', { class: 'size' }, size),
      node('label', { for: source }, message('add.outlet')),
      this.source,
      node('label', { for: date }, message('add.date')),
      this.date,
      out,
    );
  }

  /** The article as the reader has it. @returns {Article} */
  get finished() {
    const { article, found, source, date } = this;
    const published = article.published ?? found.published ?? '';
    // A time of day that the page knows is kept where the reader has not changed the day.
    const day = published.startsWith(date.value) ? published : date.value;
    return { ...article, source: source.value.trim() || undefined, published: day || undefined };
  }
}

class AddDialog {
  /** @type {Waiting[]} */
  #waiting = [];
  #count = 0;
  /** What was asked for last is still being done: asking twice is not to do it twice. */
  #busy = false;

  /** @param {Shelf} shelf @param {Message} message */
  constructor(shelf, message) {
    this.shelf = shelf;
    this.message = message;
    this.text = node('textarea', { id: 'add-text', rows: '7', dir: 'auto', 'aria-describedby': 'add-about' });
    this.files = node('input', { type: 'file', id: 'add-files', multiple: '', accept: '.txt,.html,.htm,.json' });
    this.list = node('div', { class: 'list' });
    this.problem = node('p', { class: 'problem', role: 'alert' });
    this.submit = node('button', { type: 'submit', class: 'tool main', part: 'button' });
    const cancel = node('button', { type: 'button', class: 'tool', part: 'button' }, message('add.cancel'));
    const form = node(
      'form',
      { method: 'dialog', novalidate: '' },
      node('h2', { id: 'add-title' }, message('add.title')),
      node('p', { id: 'add-about', class: 'about' }, message('add.about')),
      node('label', { for: 'add-text' }, message('add.text')),
      this.text,
      node(
        'p',
        { class: 'files' },
        node('label', { for: 'add-files', class: 'tool' }, message('add.files')),
        this.files,
        node('span', { class: 'about' }, message('add.kinds')),
      ),
      this.list,
      this.problem,
      node('p', { class: 'ends' }, this.submit, cancel),
    );
    this.dialog = node(
      'dialog',
      {
        class: 'add-dialog',
        part: 'dialog',
        'aria-labelledby': 'add-title',
        lang: message('lang'),
        dir: message('dir'),
      },
      form,
    );
    cancel.addEventListener('click', () => this.dialog.close());
    form.addEventListener('submit', (event) => this.#submitted(event));
    this.files.addEventListener('change', () => {
      this.#take([...(this.files.files ?? [])]);
      this.files.value = '';
    });
    this.text.addEventListener('paste', (event) => this.#pasted(event));
    this.text.addEventListener('input', () => this.#label());
    for (const type of /** @type {const} */ (['dragenter', 'dragover']))
      this.dialog.addEventListener(type, (event) => this.#dragged(event));
    this.dialog.addEventListener('dragleave', () => this.dialog.classList.remove('dropping'));
    this.dialog.addEventListener('drop', (event) => this.#dropped(event));
    this.dialog.addEventListener('close', () => this.#closed());
  }

  async open() {
    await this.#label();
    this.shelf.frame.append(this.dialog);
    this.dialog.showModal();
    this.text.focus();
  }

  #closed() {
    this.dialog.remove();
    this.shelf.root.getElementById('add')?.focus();
  }

  /** Says on the button how many articles it would add. */
  async #label() {
    const typed = Boolean(this.text.value.trim());
    const count = this.#waiting.length;
    this.submit.setAttribute('aria-disabled', String(!count && !typed));
    const [submit = ''] = await this.shelf.messages(['add.submit', Math.max(count, 1)]);
    this.submit.textContent = typed ? this.message('add.next') : submit;
  }

  /** @param {Article} article */
  async #queue(article) {
    this.#count += 1;
    const number = this.shelf.number(this.#count);
    const found = await this.shelf.inspect(article);
    const [size = ''] = await this.shelf.messages(['add.words', found.text?.split(/\s+/).length ?? 0]);
    const waiting = new Waiting(article, found, number, size, this.message, (gone) => {
      this.#waiting = this.#waiting.filter((each) => each !== gone);
      gone.row.remove();
      this.#label();
      this.text.focus();
    });
    this.#waiting.push(waiting);
    this.list.append(waiting.row);
    this.#label();
    return waiting;
  }

  /** @param {File[]} files */
  async #take(files) {
    this.problem.textContent = '';
    for (const file of files) {
      try {
        for (const article of await articlesOf(file)) (await this.#queue(article)).source.focus();
      } catch (error) {
        this.#complain(error, file.name);
      }
    }
  }

  /**
   * A whole article that is pasted becomes one that waits, so that its outlet and day can be seen and asked for.
   * @param {ClipboardEvent} event
   */
  #pasted(event) {
    const article = event.clipboardData && articleFrom(event.clipboardData);
    if (!article || this.text.value.trim() || (article.text ?? article.html ?? '').length < 200) return;
    event.preventDefault();
    this.#tryQueue(article);
  }

  /** @param {DragEvent} event */
  #dragged(event) {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    this.dialog.classList.add('dropping');
  }

  /** @param {DragEvent} event */
  #dropped(event) {
    event.preventDefault();
    this.dialog.classList.remove('dropping');
    const data = event.dataTransfer;
    if (!data) return;
    const article = data.files.length ? null : articleFrom(data);
    if (article) this.#tryQueue(article);
    else this.#take([...data.files]);
  }

  /** @param {Article} article */
  async #tryQueue(article) {
    this.problem.textContent = '';
    try {
      (await this.#queue(article)).source.focus();
      return true;
    } catch (error) {
      this.#complain(error, '');
      return false;
    }
  }

  /** @param {SubmitEvent} event */
  async #submitted(event) {
    event.preventDefault();
    if (this.#busy) return;
    this.#busy = true;
    await this.#submit().finally(() => (this.#busy = false));
  }

  async #submit() {
    this.problem.textContent = '';
    const typed = this.text.value.trim();
    // What was typed is shown as an article that waits first: its outlet and its day are asked for like any other's.
    if (typed) {
      if (await this.#tryQueue(articleOf(typed))) this.text.value = '';
      this.#label();
      return;
    }
    if (!this.#waiting.length) {
      this.#complain({ code: 'empty-article' }, '');
      this.text.focus();
      return;
    }
    try {
      await this.shelf.add(this.#waiting.map(({ finished }) => finished));
      this.dialog.close();
    } catch (error) {
      this.#complain(error, '');
    }
  }

  /**
   * @param {any} error
   * @param {string} name
   */
  async #complain(error, name) {
    const { code = '', message = String(error) } = error ?? {};
    const [own, unknown = ''] = await this.shelf.messages([`error.${code}`], ['error.unknown']);
    const text = own || unknown;
    this.problem.textContent = text.replace('{name}', name || message).replace('{message}', message);
  }
}
