/** The line above the comparison: that it is being made and how far it is, that it was stopped, or that it failed. */
export class Notice {
  /** What stands in the page. */
  node = document.createElement('div');
  #text = document.createElement('p');
  #detail = document.createElement('p');
  #bar = document.createElement('progress');
  #button = document.createElement('button');

  /** @param {(action: 'stop' | 'again') => void} act */
  constructor(act) {
    this.node.className = 'notice';
    this.node.setAttribute('part', 'notice');
    this.#text.setAttribute('role', 'status');
    this.#detail.className = 'detail';
    this.#button.type = 'button';
    this.#button.className = 'tool';
    this.#button.setAttribute('part', 'button');
    this.#button.addEventListener('click', () => act(this.#button.dataset.does === 'stop' ? 'stop' : 'again'));
    this.node.append(this.#text);
  }

  clear() {
    this.#show('', '', []);
  }

  /**
   * @param {string} words  With `{count}` and `{all}` where there is a progress.
   * @param {string} stop
   * @param {number} [done]
   * @param {number} [all]
   */
  busy(words, stop, done, all) {
    const text = words.replace('{count}', String(done)).replace('{all}', String(all));
    // It has its place from the beginning, so that nothing moves when it begins to move.
    if (all) [this.#bar.max, this.#bar.value] = [all, done ?? 0];
    else this.#bar.removeAttribute('value');
    this.#bar.setAttribute('aria-label', text);
    this.#offer('stop', stop);
    this.#show('busy', text, [this.#bar, this.#button]);
  }

  /**
   * @param {string} words
   * @param {string} again
   */
  stopped(words, again) {
    this.#offer('again', again);
    this.#show('stopped', words, [this.#button]);
  }

  /**
   * @param {string} words
   * @param {string} detail
   */
  failed(words, detail) {
    this.#detail.textContent = detail;
    this.#show('failed', words, [this.#detail]);
  }

  /**
   * @param {string} does
   * @param {string} label
   */
  #offer(does, label) {
    this.#button.dataset.does = does;
    this.#button.textContent = label;
  }

  /**
   * @param {string} kind
   * @param {string} words
   * @param {HTMLElement[]} more
   */
  #show(kind, words, more) {
    this.node.className = `notice ${kind}`;
    if (this.#text.textContent !== words) this.#text.textContent = words;
    for (const node of [this.#detail, this.#bar, this.#button]) {
      if (!more.includes(node)) node.remove();
    }
    for (const node of more) if (!node.isConnected || node.parentNode !== this.node) this.node.append(node);
  }
}
