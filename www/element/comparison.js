/**
 * A story that is compared, as the element has it: what it is asked goes to the core, wherever that runs, and what is to be
 * drawn comes back. Where the core's worker dies, all that was asked is asked again, of the core on the page.
 */
import { GONE, engineFrom } from './engine.js';
import { paint } from './painter.js';
import { failure } from './story.js';

/** How long it may take to read a story before its outline is shown, in milliseconds. */
const BRIEF = 50;

let count = 0;

/** Ends in the core what no element has any more. */
const forgotten = new FinalizationRegistry((/** @type {() => void} */ free) => free());

/**
 * What the element does meanwhile.
 * @typedef {object} Watcher
 * @property {HTMLElement} root  Below which it is drawn.
 * @property {(outline: boolean) => boolean} drawing  It is about to be drawn: its outline, or all of it; whether it may be.
 * @property {(done: number, all: number) => void} progress
 * @property {() => Worker | null} worker  Begins a worker.
 * @property {RequestInfo | URL} [place]  Where the core's bytes are.
 */

/** How it stands. @typedef {{ state: string, status: string, opened: any, sources: string[] }} Standing */

export class Comparison {
  #id = (count += 1);
  #watcher;
  /** @type {Awaited<ReturnType<typeof engineFrom>> | undefined} */
  #engine;
  /** What was asked that has changed it. @type {[kind: string, more: object][]} */
  #journal = [];
  /** @type {any} */
  #first;
  /** The outline that waits, to be seen where reading takes long. @type {ReturnType<typeof setTimeout> | undefined} */
  #held;
  #read = false;
  #freed = false;
  #painted = Promise.resolve();
  /** @type {Uint8Array | undefined} */
  #bytes;
  /** @type {import('../crossread.js').Analysis | undefined} */
  #analysis;
  /** @type {Standing} */
  standing = { state: '', status: '', opened: null, sources: [] };

  /** @param {Watcher} watcher */
  constructor(watcher) {
    this.#watcher = watcher;
  }

  /** What was found in the articles that are ticked. */
  get analysis() {
    if (!this.#read) return undefined;
    if (this.#engine?.analysisOf) return this.#engine.analysisOf(this.#id);
    this.#analysis ??= this.#bytes && JSON.parse(new TextDecoder().decode(this.#bytes));
    return this.#analysis;
  }

  /**
   * Reads, compares and draws the story.
   * @param {import('../crossread.js').Story} story
   * @param {{ lang: string, words?: string }} speech
   * @param {string} state  What the reader, or the page, has chosen.
   */
  async read(story, { lang, words }, state) {
    try {
      this.#first = { story: plain(story), lang, words, state };
    } catch (error) {
      throw failure('wrong-type', `story: ${error}`);
    }
    await this.#ask('read', this.#first);
    this.#read = true;
  }

  /** @param {string} action @returns {Promise<{ focus: string | null }>} */
  act(action) {
    return this.#change('act', { action });
  }

  /** @param {{ lang: string, words?: string }} speech */
  speak({ lang, words }) {
    return this.#change('speak', { lang, words });
  }

  /** @param {object[]} articles @returns {Promise<{ added: number, refused?: { code: string, message: string } }>} */
  add(articles) {
    return this.#change('add', { articles });
  }

  /** @param {object} article @returns {Promise<import('../crossread.js').Article>} */
  async inspect(article) {
    return (await this.#ask('inspect', { article })).article;
  }

  /** @param {HTMLElement} card @param {string} action */
  async beside(card, action) {
    const { drawing } = await this.#ask('beside', { action });
    if (drawing) await paint(card, drawing, this.#engine?.names ?? []);
  }

  /** The grid with all rows that the reader's choices leave. @returns {Promise<HTMLTableElement>} */
  async grid() {
    const { drawing } = await this.#ask('grid', {});
    const place = document.createElement('div');
    await paint(place, drawing, this.#engine?.names ?? []);
    return /** @type {HTMLTableElement} */ (place.querySelector('table'));
  }

  /** What the facts of the analysis are about, in the reader's language. @returns {Promise<string[]>} */
  async labels() {
    return (await this.#ask('labels', {})).labels;
  }

  /** @param {[key: string, count?: number][]} keys @returns {Promise<string[]>} */
  async messages(...keys) {
    return (await this.#ask('message', { keys })).messages;
  }

  free() {
    this.#freed = true;
    this.#engine?.free(this.#id);
  }

  /** @param {string} kind @param {object} more */
  async #change(kind, more) {
    const found = await this.#ask(kind, more);
    this.#journal.push([kind, more]);
    return found;
  }

  /**
   * @param {string} kind
   * @param {object} more
   * @returns {Promise<any>}
   */
  async #ask(kind, more) {
    const engine = await engineFrom(this.#watcher.worker, this.#watcher.place);
    if (this.#freed) throw failure('stopped', 'it was given up');
    try {
      if (engine !== this.#engine) await this.#move(engine, kind === 'read');
      const { state, status, opened, sources, ...found } = await engine.ask(this.#id, kind, more);
      if (sources) this.standing = { state, status, opened, sources };
      await this.#painted;
      return found;
    } catch (error) {
      if (error === GONE) return this.#ask(kind, more);
      // What cannot be copied is nothing that a story could be made of.
      if (error instanceof DOMException) throw failure('wrong-type', `story: ${error.message}`);
      throw error;
    }
  }

  /**
   * Goes to a core, for the first time or after another has died, and there does all that was done.
   * @param {Awaited<ReturnType<typeof engineFrom>>} engine
   * @param {boolean} first
   */
  async #move(engine, first) {
    this.#engine = engine;
    const id = this.#id;
    // The core is not to keep what only it has.
    const self = new WeakRef(this);
    engine.hear(id, (message) => {
      const heard = self.deref();
      if (heard) heard.#heard(message);
    });
    forgotten.register(this, () => engine.free(id));
    if (first) return;
    await engine.ask(id, 'read', { ...this.#first, replay: true });
    for (const [kind, more] of this.#journal) await engine.ask(id, kind, { ...more, replay: true });
  }

  /** @param {any} message */
  #heard({ drawing, outline, analysis, done, all }) {
    if (done) this.#watcher.progress(done, all);
    if (analysis) [this.#bytes, this.#analysis] = [analysis, undefined];
    if (drawing) this.#draw(drawing, Boolean(outline));
  }

  /**
   * Draws what the core sends, one after another; an outline only where what follows it is long in coming.
   * @param {any} drawing
   * @param {boolean} outline
   */
  #draw(drawing, outline) {
    const work = async () => {
      if (this.#freed || !this.#watcher.drawing(outline)) return;
      await paint(this.#watcher.root, drawing, this.#engine?.names ?? [], () => this.#freed);
    };
    const next = () => (this.#painted = this.#painted.then(work));
    clearTimeout(this.#held);
    if (outline) this.#held = setTimeout(next, BRIEF);
    else next();
  }
}

const FIELDS = ['id', 'source', 'title', 'url', 'published', 'lang', 'text', 'html'];

/**
 * The story with nothing but what a story has: what else hangs on it, or watches over it, could not be copied.
 * @param {any} story
 * @returns {any}
 */
function plain(story) {
  const { title, articles } = story ?? {};
  if (!Array.isArray(articles)) return story;
  // One more than there may be is enough to see that there are too many.
  return { title, articles: articles.slice(0, 65).map(plainArticle) };
}

/** @param {any} article */
const plainArticle = (article) =>
  article && typeof article === 'object' && !Array.isArray(article)
    ? Object.fromEntries(FIELDS.map((name) => [name, article[name]]))
    : article;
