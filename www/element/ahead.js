/**
 * What was rendered ahead and stands inside the element: the same page as the one that is to come, made elsewhere. It is
 * shown in the element's own look until the comparison takes its place, and says which analysis it was made of.
 */
export class Ahead {
  /** @type {HTMLElement | null} */
  #wrapper;
  /** What is moved into the element. @type {Element | null} */
  #page = null;
  /** In which it stands there. @type {HTMLElement | undefined} */
  #frame;

  /** @param {Element} element */
  constructor(element) {
    this.#wrapper = element.querySelector(':scope > .crossread-ahead');
  }

  /** The digest of the analysis that it was made of; empty where there is none. It is asked for once. */
  takeDigest() {
    const { digest = '' } = this.#wrapper?.dataset ?? {};
    if (digest) delete this.#wrapper?.dataset.digest;
    return digest;
  }

  /** Whether it is what is shown. */
  get shown() {
    return Boolean(this.#page?.isConnected);
  }

  /** What of the analysis it shows, in the form in which the core writes a reader's choices. */
  get state() {
    return this.#wrapper?.dataset.state ?? '';
  }

  /**
   * Shows it, if there is anything to show, in the place of the frame, which is empty and may be filled out of sight.
   * @param {HTMLElement} frame
   */
  show(frame) {
    this.#page ??= this.#wrapper?.querySelector('.page') ?? null;
    if (!this.#page) return;
    this.#frame ??= /** @type {HTMLElement} */ (frame.cloneNode());
    this.#frame.replaceChildren(this.#page);
    frame.before(this.#frame);
    frame.hidden = true;
  }

  /** Gives its place to the frame. @param {HTMLElement} frame */
  leave(frame) {
    this.#frame?.remove();
    frame.hidden = false;
  }
}

/**
 * A line below the comparison, which so stays where it is: that what came with the page was another.
 * @param {string} words
 */
export function difference(words) {
  const line = document.createElement('p');
  line.className = 'notice differs';
  line.setAttribute('part', 'notice');
  line.setAttribute('role', 'status');
  line.textContent = words;
  return line;
}
