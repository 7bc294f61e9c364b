/**
 * The browser's Back, for what a reader opens: while evidence is open, or after a jump, Back leads to where one was.
 *
 * There is never more than one step of ours in the history, and it is taken out again when the reader closes by other
 * means, so that Back leaves the page as soon as it did before.
 */

/** How long the browser may take to go back, in milliseconds, before nobody waits for it any more. */
const PATIENCE = 1000;

/** A step of ours being taken out, of whichever element: they share one history. @type {Promise<void> | undefined} */
let leaving;

/** Takes out the step that the history stands on, which the browser does in its own time. */
async function left() {
  await new Promise((done) => {
    addEventListener('popstate', done, { once: true });
    setTimeout(done, PATIENCE);
    history.back();
  });
  leaving = undefined;
}

export class Steps {
  #mark = '';
  /** Whether something is open, and so a step is wanted once the history is free for it. */
  #wanted = false;
  /** @type {() => void} */
  #back;
  #heard = () => this.#popped();

  /** @param {() => void} back  Leads to where the reader was. */
  constructor(back) {
    this.#back = back;
  }

  /** Something was opened. */
  forward() {
    this.#wanted = true;
    if (this.#mark) return;
    if (leaving) {
      // A step that is added before the old one is out would be taken out in its place.
      leaving.then(() => this.#wanted && this.forward());
      return;
    }
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
    const mark = this.#mark;
    this.#end();
    if (mark && history.state?.crossRead === mark) leaving = left();
    return leaving;
  }

  #popped() {
    if (history.state?.crossRead === this.#mark) return;
    this.#end();
    this.#back();
  }

  #end() {
    this.#mark = '';
    this.#wanted = false;
    removeEventListener('popstate', this.#heard);
  }
}
