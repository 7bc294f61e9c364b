/**
 * `<cross-read>`: several articles about one event, compared in the reader's browser.
 *
 *     <cross-read src="story.json">What is readable without it, and stays where it fails.</cross-read>
 *
 * The story is the property `story`, or comes from where the attributes say (`story.js`). All that is shown is drawn by the
 * core; this class has it fetched, passes on what the reader does, and moves the focus. What few readers ask for is in
 * `on-demand/` and loaded when they do.
 *
 * Events, all of which bubble and leave the shadow root, are described in `cross-read.d.ts`.
 */
import { Ahead, difference } from './ahead.js';
import { Announcer } from './announcer.js';
import { Comparison } from './comparison.js';
import { beginWorker } from './engine.js';
import { readState, writeState } from './fragment.js';
import { Notice } from './notice.js';
import { Reach } from './reach.js';
import { Steps } from './steps.js';
import { storyOf } from './story.js';
import { styles } from './styles.js';
import { speechFor } from './words.js';

/** How near the window an element that loads lazily must be, in heights of the window. */
const NEAR = '100%';

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** One sheet for all elements, made by script: a strict `style-src` forbids `<style>`, and a link would come late. */
function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  return sheet;
}

export class CrossReadElement extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ['src', 'pages', 'articles', 'lang', 'sections'];

  /** Begins the worker in which the core runs; where it gives none, the core runs on the page. */
  static worker = beginWorker;

  /** @type {import('../crossread.js').Story | undefined} */
  #story;
  /** What is shown. @type {Comparison | undefined} */
  #comparison;
  /** @type {AbortController | undefined} */
  #work;
  /** What stands inside for readers without scripts. @type {Ahead | undefined} */
  #ahead;
  /** The language of the interface. @type {import('./words.js').Speech | undefined} */
  #speech;
  /** The control that opened the evidence, to which the focus returns. @type {HTMLElement | null} */
  #opener = null;
  /** Looks whether a lazy element is near. @type {IntersectionObserver | undefined} */
  #watch;
  #near = false;
  /** What is under way. @type {Promise<unknown>} */
  #updating = Promise.resolve();
  #slot = document.createElement('slot');
  #frame = document.createElement('div');
  #announcer = new Announcer();
  #notice = new Notice((action) => (action === 'stop' ? this.#stop() : this.#reload()));
  #steps = new Steps(() => this.#act('close', null));
  /** An article is being taken out or put back: what is asked next by its number would be done to another. */
  #moving = false;
  #folding = false;
  /** While evidence is open: Escape, where the focus is nowhere, such as after a click beside it. @type {(event: KeyboardEvent) => void} */
  #lost = (event) => {
    if (!event.defaultPrevented && document.activeElement === document.body) this.#pressed(event);
  };
  /** @type {Reach} */
  #reach;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styleSheet()];
    this.#frame.className = 'frame';
    this.#frame.setAttribute('part', 'frame');
    // What is said while the comparison is made stands below what stands inside, which so stays where it is.
    root.append(this.#slot, this.#notice.node, this.#frame, ...this.#announcer.nodes);
    root.addEventListener('click', (event) => this.#clicked(event));
    root.addEventListener('change', (event) => this.#changed(event));
    root.addEventListener('keydown', (event) => this.#pressed(/** @type {KeyboardEvent} */ (event)));
    this.#reach = new Reach(root, async (card, action) => this.#comparison?.beside(card, action));
    // A property that was set before the class was there hides the accessor.
    if (Object.hasOwn(this, 'story')) {
      const story = this.story;
      Reflect.deleteProperty(this, 'story');
      this.story = story;
    }
  }

  /** Where the story is: a URL, as in the attribute. */
  get src() {
    return this.getAttribute('src') ?? '';
  }

  set src(url) {
    this.setAttribute('src', url);
  }

  /** The story itself. It goes before `src` and before what stands inside. */
  get story() {
    return this.#story;
  }

  set story(story) {
    this.#story = story ?? undefined;
    this.#reload();
  }

  /** What was found in the articles that are ticked; `undefined` before that. */
  get analysis() {
    return this.#comparison?.analysis;
  }

  /** Settles when all that the page or the reader has asked for is done and shown, or has failed. */
  get updateComplete() {
    return this.#settled();
  }

  async #settled() {
    // What is done may ask for more.
    for (let seen; seen !== this.#updating;) {
      seen = this.#updating;
      await seen;
    }
  }

  /**
   * Counts among what is under way until it is done.
   * @template T
   * @param {Promise<T>} work
   */
  #during(work) {
    this.#updating = Promise.allSettled([this.#updating, work]);
    return work;
  }

  /** The name under which the reader's choices stand in the page's address; empty where they are not to. */
  get #kept() {
    return this.hasAttribute('fragment') ? this.getAttribute('fragment') || 'crossread' : '';
  }

  connectedCallback() {
    if (!this.#comparison) this.#reload();
  }

  disconnectedCallback() {
    this.#work?.abort();
    this.#watch?.disconnect();
    this.#closed();
  }

  /** @param {(string | null)[]} values  The name, the value before and the value now. */
  attributeChangedCallback(...values) {
    const [name, before, now] = values;
    if (before === now || !this.isConnected) return;
    if (name === 'lang' && this.#comparison) this.#during(this.#speak());
    else if (name === 'sections') this.#arrange();
    else if (name !== 'lang') this.#reload();
  }

  /** Shows the sections that the attribute names, in its order. */
  #arrange() {
    this.#during(this.#guard(this.#comparison?.act(`sections:${this.getAttribute('sections') ?? ''}`)));
  }

  async #learn() {
    const lang = this.closest('[lang]')?.getAttribute('lang') ?? 'en';
    return (this.#speech = await speechFor(lang, this.#file('element/messages/')?.url));
  }

  /**
   * Where a file of the package is, if the page says it: else it is beside this script.
   * @param {string} name
   * @param {string | null} [place]
   */
  #file(name, place = null) {
    const base = this.getAttribute('base');
    const url = place ?? base?.replace(/\/?$/, `/${name}`);
    const credentials = this.getAttribute('crossorigin') === 'use-credentials' ? 'include' : 'same-origin';
    return url ? new Request(new URL(url, this.baseURI), { credentials }) : undefined;
  }

  /** Whether a lazy element is to wait until it is near; it then sets to work by itself. */
  #waits() {
    this.#watch?.disconnect();
    if (this.#near || this.getAttribute('loading') !== 'lazy' || !globalThis.IntersectionObserver) return false;
    const watch = new IntersectionObserver(
      (entries) => {
        this.#near = entries.some(({ isIntersecting }) => isIntersecting);
        if (this.#near) this.#reload();
      },
      { rootMargin: NEAR },
    );
    watch.observe(this);
    this.#watch = watch;
    return true;
  }

  /** Says everything in the language that the attribute has now. */
  async #speak() {
    const speech = await this.#learn();
    await this.#guard(this.#comparison?.speak(speech));
  }

  /** Reads and shows the story; an older attempt is given up. */
  #reload() {
    return this.#during(this.#renew());
  }

  async #renew() {
    if (!this.isConnected) return;
    this.#work?.abort();
    const work = (this.#work = new AbortController());
    // A script that runs before the page is parsed meets the element before what stands inside it.
    if (document.readyState === 'loading' && !this.#story) {
      const { signal } = work;
      document.addEventListener('DOMContentLoaded', () => this.#reload(), { once: true, signal });
      return;
    }
    this.#ahead ??= new Ahead(this);
    if (!this.#frame.hasChildNodes()) this.#ahead.show(this.#frame);
    if (this.#waits()) return;
    try {
      // Ask for the core, the words and the story at once; whichever fails first is what went wrong.
      const story = this.#findStory(work.signal);
      if (!story) return this.#showNothing();
      const speech = this.#learn().then((learned) => {
        if (!work.signal.aborted) this.#busy(learned.say('element.loading'));
        return learned;
      });
      const comparison = this.#begin(work.signal);
      const [found, learned] = await Promise.all([story, speech]);
      if (work.signal.aborted) return;
      const chosen = this.#kept ? readState(this.#kept) : '';
      const sections = this.getAttribute('sections');
      const choices = [this.#ahead.state, ...(sections === null ? [] : [`sections:${sections}`]), chosen];
      await comparison.read(found, learned, choices.join(','));
      this.#ahead.leave(this.#frame);
      this.#frame.removeAttribute('aria-busy');
      this.#tell('cross-read-ready');
      this.#check(this.#ahead.takeDigest(), chosen);
    } catch (error) {
      if (!work.signal.aborted) this.#fail(error);
    }
  }

  /**
   * Says so where what was rendered ahead is not what is found here.
   * @param {string} rendered  The digest of its analysis.
   * @param {string} chosen  The reader's choices, with which less may be compared.
   */
  #check(rendered, chosen) {
    const found = rendered && !chosen ? this.analysis?.digest : rendered;
    if (found === rendered) return;
    this.toggleAttribute('differs', true);
    this.shadowRoot?.append(difference(this.#say('element.differs')));
    this.#tell('cross-read-differs', { rendered, found });
  }

  /**
   * A comparison, which takes the place of what is shown once there is something to draw.
   * @param {AbortSignal} signal  Says that it is given up.
   */
  #begin(signal) {
    const comparison = new Comparison({
      root: this.#frame,
      worker: /** @type {typeof CrossReadElement} */ (this.constructor).worker,
      place: this.#file('crossread_bg.wasm', this.getAttribute('wasm-src')),
      progress: (done, all) => {
        if (!signal.aborted) this.#busy(this.#say('element.reading'), done, all);
      },
      drawing: (outline) => {
        if (this.#comparison === comparison) return true;
        // What came with the page is more than an outline.
        if (outline && this.#ahead?.shown) return false;
        this.#clear();
        // Laid out as empty, so that what comes next is new at its place and not moved there.
        void this.#frame.offsetHeight;
        // What stands inside stays until all is there; until then the outline cannot be operated.
        this.#frame.inert = outline;
        this.#slot.hidden = !outline;
        if (outline) return true;
        this.#comparison = comparison;
        this.#notice.clear();
        return true;
      },
    });
    signal.addEventListener('abort', () => this.#comparison === comparison || comparison.free());
    return comparison;
  }

  /**
   * The story, from wherever it is given; `undefined` where it is not.
   * @param {AbortSignal} signal
   * @returns {Promise<import('../crossread.js').Story> | undefined}
   */
  #findStory(signal) {
    if (this.#story) return Promise.resolve(this.#story);
    return storyOf(this, signal, (code, message) => {
      if (!signal.aborted) this.#tell('cross-read-warning', { code, message });
    });
  }

  #clear() {
    this.shadowRoot?.querySelector('.notice.differs')?.remove();
    this.removeAttribute('differs');
    this.#reach.hide();
    this.#comparison?.free();
    this.#comparison = undefined;
    this.#opener = null;
    this.#closed();
    this.#frame.replaceChildren();
    this.#frame.inert = false;
  }

  #showNothing() {
    this.#clear();
    this.#ahead?.show(this.#frame);
    this.#slot.hidden = false;
    this.#frame.removeAttribute('aria-busy');
    this.#notice.clear();
  }

  /**
   * @param {string} words
   * @param {number} [done]
   * @param {number} [all]
   */
  #busy(words, done, all) {
    this.#frame.setAttribute('aria-busy', 'true');
    if (this.#ahead?.shown) return;
    this.#notice.busy(words, this.#say('element.stop'), done, all);
  }

  /** The reader does not want to wait. */
  #stop() {
    this.#work?.abort();
    this.#showNothing();
    this.#notice.stopped(this.#say('element.stopped'), this.#say('element.again'));
  }

  /** @param {string} key */
  #say(key) {
    return this.#speech?.say(key) ?? '';
  }

  /** @param {any} error */
  #fail(error) {
    const { code = 'internal', message = String(error) } = error ?? {};
    this.#showNothing();
    this.#notice.failed(this.#say('element.failed') || 'The comparison could not be shown.', `${message} (${code})`);
    this.#tell('cross-read-error', { code, message });
  }

  /**
   * Waits for what may meet a failure of the core.
   * @template T
   * @param {Promise<T> | undefined} work
   * @returns {Promise<T | undefined>}  Nothing where it failed, or is no longer wanted.
   */
  async #guard(work) {
    const comparison = this.#comparison;
    try {
      return await work;
    } catch (error) {
      if (comparison && this.#comparison === comparison) this.#fail(error);
      return undefined;
    }
  }

  /**
   * @param {string} type
   * @param {object} [detail]
   */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  /** @param {Event} event */
  #clicked(event) {
    const control = closest(event.target, '[data-act]');
    // The list of sections covers what is below it.
    if (!closest(event.target, '.arrangement, .arrange')) this.#foldSections(control);
    if (!control || control.matches('input, select')) return;
    // A sentence can be clicked, and it can be selected; the second is not the first.
    const selection = /** @type {any} */ (this.shadowRoot).getSelection?.() ?? document.getSelection();
    if (!control.matches('button') && selection && !selection.isCollapsed) return;
    this.#act(control.dataset.act ?? '', control);
  }

  /** @param {Event} event */
  #changed(event) {
    const control = closest(event.target, 'input[data-act], select[data-act]');
    if (!control) return;
    const { act = '' } = control.dataset;
    this.#act(control instanceof HTMLSelectElement ? `${act}:${control.value}` : act, control);
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.key === 'Escape' && this.shadowRoot?.getElementById('evidence')) {
      event.stopPropagation();
      this.#act('close', null);
      return;
    }
    if (event.key === 'Escape' && this.#foldSections()) {
      event.stopPropagation();
      return;
    }
    const control = closest(event.target, '[role="button"][data-act]');
    if (control && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      this.#act(control.dataset.act ?? '', control);
    }
  }

  /**
   * @param {string} action
   * @param {HTMLElement | null} control
   */
  #act(action, control) {
    return this.#during(this.#perform(action, control));
  }

  /**
   * @param {string} action
   * @param {HTMLElement | null} control
   */
  async #perform(action, control) {
    const comparison = this.#comparison;
    const moves = /^(remove|undo)\b/.test(action);
    if (!comparison || (moves && this.#moving) || this.#asked(action, control)) return;
    // Whoever goes to a section has no more need of the list of them.
    if (action.startsWith('go:')) this.#foldSections();
    this.#moving ||= moves;
    const done = await this.#guard(comparison.act(action));
    if (moves) this.#moving = false;
    // Meanwhile it may have been taken off the page, where nothing may listen for it any more.
    if (!done || this.#comparison !== comparison || !this.isConnected) return;
    const { focus } = done;
    // A control that was moved with what it stands in has lost the focus.
    if (control?.isConnected && !this.shadowRoot?.activeElement) control.focus({ preventScroll: true });
    const opening = /^(open|beside):/.test(action);
    if (focus) {
      if (opening || /^(visit|go):/.test(action)) {
        this.#opener = opening ? buttonOf(control) : (this.#opener ?? control);
        this.#steps.forward();
        document.addEventListener('keydown', this.#lost);
      }
      this.#moveTo(focus, opening || action.startsWith('visit:') ? 'nearest' : 'start');
    } else if (opening || action === 'close') {
      this.#during(this.#closed());
      this.#opener?.focus();
      this.#opener = null;
    }
    if (action.startsWith('open:') && focus) this.#tell('cross-read-open', comparison.standing.opened ?? undefined);
    else if (!/^(open|beside|go|visit|explain|close)\b/.test(action)) this.#told(action);
  }

  /** What was opened is closed, or is no longer there. */
  #closed() {
    document.removeEventListener('keydown', this.#lost);
    return this.#steps.closed();
  }

  /**
   * Closes the list of sections, and says whether it was open.
   * @param {Element | null} [control]  To which the reader has gone instead.
   */
  #foldSections(control) {
    const root = this.shadowRoot;
    if (!root?.querySelector('.arrangement') || this.#folding) return false;
    this.#folding = true;
    const folded = this.#guard(this.#comparison?.act('unfold:arrange')).finally(() => (this.#folding = false));
    this.#during(folded);
    if (!control) /** @type {HTMLElement | null} */ (root.querySelector('.arrange'))?.focus({ preventScroll: true });
    return true;
  }

  /**
   * Tells of a change, to the page and to those who listen.
   * @param {string} action
   */
  #told(action) {
    const { state = '', status = '' } = this.#comparison?.standing ?? {};
    if (this.#kept) writeState(this.#kept, state);
    if (/^(tick|add|remove|undo)\b/.test(action)) this.#announcer.say(status);
    this.#tell('cross-read-change', { action, state });
  }

  /**
   * Does what the core has no part in, and says whether it was that.
   * @param {string} action
   * @param {HTMLElement | null} control
   */
  #asked(action, control) {
    const [name, value = ''] = action.split(':');
    const comparison = this.#comparison;
    if (!comparison) return false;
    if (name === 'add')
      this.#load(
        () => import('./on-demand/add.js'),
        ({ openDialog }) => openDialog(this.#shelf(comparison)),
      );
    else if (name === 'save')
      this.#load(
        () => import('./on-demand/save.js'),
        ({ save }) => save(value, comparison),
      );
    else if (name === 'print') print();
    else if (name === 'copy')
      this.#load(
        () => {
          const module = import('./on-demand/copy.js');
          const text = module.then(({ textOf }) => textOf(value, comparison, control));
          return written(text).catch(async () => (await module).write(await text, control));
        },
        (done) => this.#copied(done, control),
      );
    else return false;
    return true;
  }

  /**
   * Says whether something stands in the clipboard.
   * @param {boolean} done
   * @param {HTMLElement | null} control
   */
  async #copied(done, control) {
    const [words = ''] = (await this.#comparison?.messages([done ? 'copy.done' : 'copy.failed'])) ?? [];
    this.#announcer.say(words);
    if (control && done) flash(control);
  }

  /**
   * @template T
   * @param {() => Promise<T>} module
   * @param {(module: T) => unknown} use
   */
  async #load(module, use) {
    try {
      await this.#during(module().then(use));
    } catch (error) {
      this.#announcer.say(this.#say('element.failed'));
      this.#tell('cross-read-error', { code: 'internal', message: String(error) });
    }
  }

  /**
   * What the dialog for a further article works with.
   * @param {Comparison} comparison
   * @returns {import('./on-demand/add.js').Shelf}
   */
  #shelf(comparison) {
    return {
      root: /** @type {ShadowRoot} */ (this.shadowRoot),
      frame: this.#frame,
      inspect: (article) => comparison.inspect(article),
      messages: (...keys) => comparison.messages(...keys),
      number: (count) => this.#speech?.format?.('number', String(count)) ?? String(count),
      add: async (articles) => {
        const { added, refused } = await comparison.add(articles);
        if (added) this.#told('add');
        if (refused) throw refused;
      },
    };
  }

  /**
   * @param {string} id
   * @param {ScrollLogicalPosition} block
   */
  #moveTo(id, block) {
    const target = this.shadowRoot?.getElementById(id);
    target?.focus({ preventScroll: true });
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    target?.scrollIntoView({ block, behavior: calm ? 'auto' : 'smooth' });
  }
}

/**
 * @param {EventTarget | null} target
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
const closest = (target, selector) => (target instanceof Element ? target.closest(selector) : null);

/**
 * What can have the focus for the control: itself, or, for a sentence that was clicked, the button beside it.
 * @param {HTMLElement | null} control
 * @returns {HTMLElement | null}
 */
const buttonOf = (control) =>
  control?.matches('button, [tabindex]')
    ? control
    : (control?.parentElement?.querySelector('button[data-act^="open:"]') ?? null);

/**
 * Puts a text into the clipboard that is still to come. Safari must be asked while the reader's click is being answered.
 * @param {Promise<string>} text
 */
async function written(text) {
  const type = 'text/plain';
  const blob = text.then((words) => new Blob([words], { type }));
  await navigator.clipboard.write([new ClipboardItem({ [type]: blob })]);
  return true;
}

/**
 * Shows for a moment on the control itself that it has done its work.
 * @param {HTMLElement} control
 */
function flash(control) {
  control.dataset.done = '';
  setTimeout(() => delete control.dataset.done, 2000);
}
