/**
 * The browser's Back, for what a reader opens: while evidence is open, or after a jump, Back leads to where one was.
 *
 * There is never more than one step of ours in the history, and it is taken out again when the reader closes by other
 * means, so that Back leaves the page as soon as it did before.
 */
export class Steps {
  #mark = '';
  /** @type {() => void} */
  #back;
  #heard = () => this.#popped();

  /** @param {() => void} back  Leads to where the reader was. */
  constructor(back) {
    this.#back = back;
  }

  /** Something was opened. */
  forward() {
    if (this.#mark) return;
    this.#mark = `${Date.now()}-${Math.random()}`;
    try {
      history.pushState({ ...history.state, crossRead: this.#mark }, '');
      addEventListener('popstate', this.#heard);
    } catch {
      // A page that is not allowed a history of its own.
      this.#mark = '';
    }
  }

  /** It was closed again by other means than Back, or is no longer there. */
  closed() {
    if (!this.#mark) return;
    const ours = history.state?.crossRead === this.#mark;
    this.#end();
    if (ours) history.back();
  }

  #popped() {
    if (history.state?.crossRead === this.#mark) return;
    this.#end();
    this.#back();
  }

  #end() {
    this.#mark = '';
    removeEventListener('popstate', this.#heard);
  }
}
