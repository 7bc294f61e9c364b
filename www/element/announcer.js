/**
 * Tells those who listen what has changed. Two regions take turns, so that the same words twice are heard twice, and each
 * is filled a moment after the other was emptied: a region that is emptied and filled at once is not read by all readers.
 */
export class Announcer {
  #regions = [region(), region()];
  #turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** What is to stand in the page. */
  get nodes() {
    return this.#regions;
  }

  /** @param {string} words */
  say(words) {
    clearTimeout(this.#timer);
    for (const each of this.#regions) each.textContent = '';
    this.#turn = 1 - this.#turn;
    const next = this.#regions[this.#turn];
    this.#timer = setTimeout(() => {
      if (next) next.textContent = words;
    }, 100);
  }
}

function region() {
  const node = document.createElement('div');
  node.className = 'announcer';
  node.setAttribute('role', 'status');
  node.setAttribute('aria-live', 'polite');
  node.setAttribute('aria-atomic', 'true');
  return node;
}
