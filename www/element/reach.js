/**
 * What a reader does that needs no comparison: pointing at a sentence, and going from mark to mark in a drawing by the
 * arrow keys.
 */

/** How long the pointer must rest on a sentence, and may be away from it, in milliseconds. */
const REST = 140;
const AWAY = 220;

/**
 * The control of the sentence that an event is about. Where two articles stand side by side, the other one is there already.
 * @param {EventTarget | null} target
 */
const stanceOf = (target) =>
  (target instanceof Element && target.closest('.reading .sentence')?.querySelector('button.stance')) || null;

export class Reach {
  #root;
  #draw;
  #card = document.createElement('div');
  /** @type {Element | null} */
  #shown = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {ShadowRoot} root
   * @param {(card: HTMLElement, action: string) => Promise<unknown>} draw  Draws what the others say into the card.
   */
  constructor(root, draw) {
    this.#root = root;
    this.#draw = draw;
    this.#card.className = 'frame float';
    this.#card.setAttribute('part', 'float');
    this.#card.setAttribute('role', 'tooltip');
    root.addEventListener('pointerover', (event) => this.#pointed(/** @type {PointerEvent} */ (event)));
    // Where it goes to, if that is ours, is told next.
    root.addEventListener('pointerout', () => this.#later(null));
    root.addEventListener('focusin', (event) => {
      const stance = stanceOf(event.target);
      if (stance?.matches(':focus-visible')) this.#later(stance);
    });
    root.addEventListener('focusout', () => this.#later(null));
    root.addEventListener('click', () => this.hide());
    root.addEventListener('keydown', (event) => this.#pressed(/** @type {KeyboardEvent} */ (event)));
  }

  hide() {
    clearTimeout(this.#timer);
    this.#shown = null;
    this.#card.remove();
  }

  /** @param {PointerEvent} event */
  #pointed({ target, pointerType }) {
    if (pointerType === 'touch' || !(target instanceof Node)) return;
    // The card stays while the pointer is on it.
    if (this.#card.contains(target)) clearTimeout(this.#timer);
    else this.#later(stanceOf(target));
  }

  /** Shows the card of that sentence, or none, unless the reader is elsewhere by then. @param {Element | null} stance */
  #later(stance) {
    clearTimeout(this.#timer);
    if (stance === this.#shown) return;
    this.#timer = setTimeout(() => (stance ? this.#show(stance) : this.hide()), stance ? REST : AWAY);
  }

  /** @param {Element} stance */
  async #show(stance) {
    this.hide();
    const paragraph = stance.closest('p');
    // What is open beside it already says the same.
    if (!paragraph || !stance.isConnected || this.#root.getElementById('evidence')) return;
    this.#card.replaceChildren();
    // The page may be in another language, and direction, than what is around the element.
    const { dir, lang } = /** @type {HTMLElement} */ (stance.closest('.page'));
    Object.assign(this.#card, { dir, lang });
    this.#shown = stance;
    await this.#draw(this.#card, stance.getAttribute('data-act') ?? '').catch(() => {});
    // Meanwhile the reader may have gone elsewhere.
    if (this.#shown !== stance || !stance.isConnected) return;
    if (!this.#card.hasChildNodes()) return this.hide();
    this.#root.append(this.#card);
    this.#place(/** @type {HTMLElement} */ (stance.closest('.sentence') ?? stance), paragraph);
  }

  /**
   * Beside the paragraph where there is room for it, else below the sentence.
   * @param {HTMLElement} sentence
   * @param {HTMLElement} paragraph
   */
  #place(sentence, paragraph) {
    const { style } = this.#card;
    const [text, own] = [paragraph.getBoundingClientRect(), sentence.getBoundingClientRect()];
    const page = /** @type {Element} */ (paragraph.closest('.page')).getBoundingClientRect();
    const base = (this.#card.offsetParent ?? document.documentElement).getBoundingClientRect();
    const rightToLeft = getComputedStyle(paragraph.closest('.page') ?? paragraph).direction === 'rtl';
    const room = rightToLeft ? text.left - page.left : page.right - text.right;
    const beside = room > 200;
    const [left, width] = beside
      ? [rightToLeft ? page.left : text.right + 24, room - 24]
      : [text.left, Math.min(text.width, 560)];
    style.left = `${left - base.left}px`;
    style.width = `${width}px`;
    style.top = `${(beside ? own.top : own.bottom + 4) - base.top}px`;
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.key === 'Escape' && this.#shown) {
      event.stopPropagation();
      this.hide();
      return;
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const { target } = event;
    const drawing = target instanceof SVGElement && target.closest('.drawing');
    if (!step || !drawing) return;
    const marks = /** @type {SVGElement[]} */ ([...drawing.querySelectorAll('[role=button]')]);
    const next = marks[marks.indexOf(target) + step];
    if (!next) return;
    event.preventDefault();
    for (const mark of marks) mark.setAttribute('tabindex', mark === next ? '0' : '-1');
    next.focus();
  }
}
