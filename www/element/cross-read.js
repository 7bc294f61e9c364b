/**
 * `<cross-read>`: several articles about one event, compared in the reader's browser.
 *
 *     <cross-read src="story.json">What is readable without it, and stays where it fails.</cross-read>
 *
 * The story comes from `src`, from a `<script type="application/json">` inside, or from the property `story`. All that is
 * shown is drawn by the core; this class fetches, passes on what the reader does, and moves the focus.
 *
 * Events, all of which bubble and leave the shadow root:
 * - `cross-read-ready`: a story is compared and shown; `element.analysis` has what was found
 * - `cross-read-error`: it could not be; `detail` is `{ code, message }`
 * - `cross-read-open`: evidence was opened; `detail` is `{ source, url, words }`
 * - `cross-read-change`: the reader changed what is shown; `detail` is `{ action }`
 */
import load, { Widget } from '../crossread.js';
import { Reach, tableAs } from './reach.js';
import { styles } from './styles.js';
import { wordsFor } from './words.js';

/** @type {Promise<unknown> | undefined} */
let loading;

/** The core, one for all elements of the page. Where it fails to load, the next element tries again. */
const core = () =>
  (loading ??= load().catch((error) => {
    loading = undefined;
    throw failure('core-unavailable', `the core could not be loaded: ${error.message ?? error}`);
  }));

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

/**
 * @param {string} code
 * @param {string} message
 */
const failure = (code, message) => Object.assign(new Error(message), { code });

/**
 * @param {string} json
 * @param {string} where
 */
function parse(json, where) {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw failure('not-json', `${where} is not JSON: ${/** @type {Error} */ (error).message}`);
  }
}

/**
 * @param {string} url
 * @param {AbortSignal} signal
 */
async function fetchStory(url, signal) {
  /** @type {Response} */
  let response;
  try {
    response = await fetch(url, { signal });
  } catch (error) {
    throw failure('fetch-failed', `${url}: ${/** @type {Error} */ (error).message}`);
  }
  if (!response.ok) throw failure('fetch-failed', `${url}: answered ${response.status}`);
  return parse(await response.text(), url);
}

export class CrossReadElement extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ['src', 'sections'];

  /** @type {object | undefined} */
  #story;
  /** @type {Widget | undefined} */
  #widget;
  /** @type {AbortController | undefined} */
  #work;
  /** The control that opened the evidence, to which the focus returns. @type {HTMLElement | null} */
  #opener = null;
  #slot = document.createElement('slot');
  #notice = document.createElement('div');
  #frame = document.createElement('div');
  /** @type {Reach} */
  #reach;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styleSheet()];
    this.#notice.className = 'notice';
    this.#notice.setAttribute('part', 'notice');
    this.#notice.setAttribute('role', 'status');
    this.#frame.className = 'frame';
    this.#frame.setAttribute('part', 'frame');
    root.append(this.#notice, this.#slot, this.#frame);
    root.addEventListener('click', (event) => this.#clicked(event));
    root.addEventListener('change', (event) => this.#changed(event));
    root.addEventListener('keydown', (event) => this.#pressed(/** @type {KeyboardEvent} */ (event)));
    this.#reach = new Reach(root, (card, action) => this.#widget?.beside(card, action));
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
    return this.#widget?.analysis;
  }

  connectedCallback() {
    if (!this.#widget) this.#reload();
  }

  disconnectedCallback() {
    this.#work?.abort();
  }

  /** @param {(string | null)[]} values  The name, the value before and the value now. */
  attributeChangedCallback(...values) {
    const [name, before, now] = values;
    if (before === now || !this.isConnected) return;
    if (name === 'sections') this.#arrange();
    else this.#reload();
  }

  /** Shows the sections that the attribute names, in its order. */
  #arrange() {
    this.#widget?.act(`sections:${this.getAttribute('sections') ?? ''}`);
  }

  /** Reads and shows the story; an older attempt is given up. */
  async #reload() {
    if (!this.isConnected) return;
    this.#work?.abort();
    const work = (this.#work = new AbortController());
    const lang = this.closest('[lang]')?.getAttribute('lang') ?? 'en';
    try {
      // Ask for the core and the story at once; whichever fails first is what went wrong.
      const story = this.#findStory(work.signal);
      if (!story) return this.#showNothing();
      this.#notify(wordsFor(lang).loading);
      const [found] = await Promise.all([story, core()]);
      if (work.signal.aborted) return;
      this.#clear();
      this.#widget = new Widget(this.#frame, found, lang);
      if (this.hasAttribute('sections')) this.#arrange();
      this.#slot.hidden = true;
      this.#notify('');
      this.#tell('cross-read-ready');
    } catch (error) {
      if (!work.signal.aborted) this.#fail(error, lang);
    }
  }

  /**
   * The story, from wherever it is given; `undefined` where it is not.
   * @param {AbortSignal} signal
   * @returns {Promise<object> | undefined}
   */
  #findStory(signal) {
    if (this.#story) return Promise.resolve(this.#story);
    if (this.src) return fetchStory(new URL(this.src, this.ownerDocument.baseURI).href, signal);
    const inside = this.querySelector('script[type="application/json"]');
    return inside ? Promise.resolve(parse(inside.textContent ?? '', 'the script inside <cross-read>')) : undefined;
  }

  #clear() {
    this.#reach.hide();
    this.#widget?.free();
    this.#widget = undefined;
    this.#opener = null;
    this.#frame.replaceChildren();
  }

  #showNothing() {
    this.#clear();
    this.#slot.hidden = false;
    this.#notify('');
  }

  /**
   * @param {any} error
   * @param {string} lang
   */
  #fail(error, lang) {
    const { code = 'internal', message = String(error) } = error ?? {};
    // After a failure of the core itself its objects are gone; freeing them would fail again.
    if (code === 'internal') this.#widget = undefined;
    this.#showNothing();
    this.#notify(wordsFor(lang).failed, `${message} (${code})`);
    this.#tell('cross-read-error', { code, message });
  }

  /**
   * @param {string} words
   * @param {string} [detail]
   */
  #notify(words, detail) {
    const [text, small] = [document.createElement('p'), document.createElement('p')];
    text.textContent = words;
    small.textContent = detail ?? '';
    small.className = 'detail';
    this.#notice.classList.toggle('failed', Boolean(detail));
    this.#notice.replaceChildren(...(words ? [text] : []), ...(detail ? [small] : []));
    this.#frame.setAttribute('aria-busy', String(Boolean(words) && !detail));
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
    if (!this.#widget) return;
    if (action.startsWith('table:')) {
      this.#copyTable(action.slice(6));
      return;
    }
    let focus;
    try {
      focus = this.#widget.act(action);
    } catch (error) {
      this.#fail(error, 'en');
      return;
    }
    const opening = /^(open|beside):/.test(action);
    if (focus) {
      if (opening) this.#opener = buttonOf(control);
      this.#moveTo(focus, opening || action.startsWith('visit:') ? 'nearest' : 'start');
    } else if (opening || action === 'close') {
      this.#opener?.focus();
      this.#opener = null;
    }
    if (action.startsWith('open:') && focus) this.#tell('cross-read-open', this.#widget.opened ?? undefined);
    else if (!/^(open|beside|go|visit|explain|close)\b/.test(action)) this.#tell('cross-read-change', { action });
  }

  /** @param {string} form */
  #copyTable(form) {
    const table = this.shadowRoot?.querySelector('#grid table');
    if (table instanceof HTMLTableElement) navigator.clipboard.writeText(tableAs(table, form));
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
