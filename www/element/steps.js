/**
 * The browser's Back, for what a reader opens: while evidence is open, or after a jump, Back leads to where one was.
 *
 * There is never more than one step of ours in the history, and it is taken out again when the reader closes by other
 * means, so that Back leaves the page as soon as it did before.
 */
export class Steps {
  #mark = '';
  /** Whether what is under way in the history is to be followed by a new step. */
  #wanted = false;
  /** Our step being taken out, which the browser does in its own time. @type {Promise<void> | undefined} */
  #leaving;
  /** @type {() => void} */
  #back;
  #heard = () => this.#popped();

  /** @param {() => void} back  Leads to where the reader was. */
  constructor(back) {
    this.#back = back;
  }

  /** Something was opened. */
  forward() {
    // A step that is added before the old one is out would be taken out in its place.
    this.#wanted = Boolean(this.#leaving);
    if (this.#mark || this.#leaving) return;
    this.#mark = `${Date.now()}-${Math.random()}`;
    try {
      history.pushState({ ...history.state, crossRead: this.#mark }, '');
      addEventListener('popstate', this.#heard);
    } catch {
      // A page that is not allowed a history of its own.
      this.#mark = '';
    }
  }

  /** It was closed again by other means than Back, or is no longer there. Settles when the history is as it was. */
  async closed() {
    this.#wanted = false;
    const mark = this.#mark;
    if (!mark) return this.#leaving;
    this.#end();
    if (history.state?.crossRead === mark) return (this.#leaving = this.#leave(mark));
  }

  /** @param {string} mark */
  async #leave(mark) {
    await new Promise((done) => {
      const heard = () => {
        if (history.state?.crossRead === mark) return;
        removeEventListener('popstate', heard);
        done(undefined);
      };
      addEventListener('popstate', heard);
      history.back();
    });
    this.#leaving = undefined;
    if (this.#wanted) this.forward();
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
