/**
 * The three browser engines behind one small face, so that one test runs in each.
 *
 * An engine that is not there is skipped with a line that says so; in CI it is a failure.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { published, serve } from '../../../scripts/serve.mjs';

/**
 * A page in an engine.
 * @typedef {object} Tab
 * @property {string[]} messages  What stands in the console, where the engine tells.
 * @property {(url: string) => Promise<void>} goto
 * @property {(expression: string) => Promise<any>} run  Evaluates an expression in the page; a promise is waited for.
 * @property {(x: number, y: number) => Promise<void>} click  In CSS pixels from the window's corner.
 * @property {(x: number, y: number) => Promise<void>} point  Moves the mouse there.
 * @property {(key: string) => Promise<void>} press
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Engine
 * @property {(size: { width: number, height: number }) => Promise<Tab>} open
 * @property {() => Promise<void>} close
 */

/** How long the page may take for what it is asked, in milliseconds: a slow machine under load is no failure. */
const PATIENCE = 60_000;

export const NAMES = /** @type {const} */ (['chromium', 'firefox', 'webkit']);

/** @typedef {(typeof NAMES)[number]} Name */

/** A tab with what the tests ask of it again and again. */
export class Page {
  /** @param {Tab} tab */
  constructor(tab) {
    this.tab = tab;
  }

  /**
   * Calls a function in the page.
   * @template {any[]} A
   * @template R
   * @param {(...args: A) => R} work
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  evaluate(work, ...args) {
    return this.tab.run(`(${work})(...${JSON.stringify(args)})`);
  }

  /**
   * Waits until something holds in the page.
   * @template {any[]} A
   * @param {string} what
   * @param {(...args: A) => unknown} holds
   * @param {A} args
   */
  async until(what, holds, ...args) {
    const end = Date.now() + PATIENCE;
    while (!(await this.tab.run(`Boolean((${holds})(...${JSON.stringify(args)}))`))) {
      assert.ok(Date.now() < end, `${what}: not within ${PATIENCE / 1000} seconds`);
      await new Promise((go) => setTimeout(go, 30));
    }
  }

  /**
   * Waits until something in the page is not as it was, and stays so: what takes long is drawn in slices.
   * @template T
   * @param {string} what
   * @param {() => T} look
   * @param {Awaited<T>} before
   */
  async untilOther(what, look, before) {
    const end = Date.now() + PATIENCE;
    for (let last = before; ;) {
      const now = await this.evaluate(look);
      if (now !== before && now === last) return;
      last = now;
      assert.ok(Date.now() < end, `${what}: not within ${PATIENCE / 1000} seconds`);
      await new Promise((go) => setTimeout(go, 30));
    }
  }

  /**
   * What is to be seen once it stays so: what was done before may still be drawn.
   * @template T
   * @param {() => T} look
   */
  async atRest(look) {
    const end = Date.now() + PATIENCE;
    for (let last = await this.evaluate(look); ;) {
      await new Promise((go) => setTimeout(go, 50));
      const now = await this.evaluate(look);
      if (now === last) return now;
      last = now;
      assert.ok(Date.now() < end, `the page comes to rest within ${PATIENCE / 1000} seconds`);
    }
  }

  /** Waits until the story is compared and shown. */
  whenCompared() {
    return this.until('the comparison is shown', () => {
      const root = document.querySelector('cross-read')?.shadowRoot;
      return Boolean(root?.querySelector('section')) && !root?.querySelector('[aria-busy=true]');
    });
  }

  /** Waits until the element has done what it was asked. */
  async settled() {
    await this.evaluate(() => /** @type {any} */ (document.querySelector('cross-read'))?.updateComplete);
  }

  /**
   * Where the middle of a control is, once it is in view and stays there: what comes into view is laid out only then, and
   * moves what is below it. It must be the control that a pointer meets there, and not what covers it.
   * @param {string} selector  Inside the element.
   * @returns {Promise<{ x: number, y: number }>}
   */
  async place(selector) {
    const end = Date.now() + PATIENCE;
    for (let last = { x: -1, y: -1 }; ;) {
      const found = await this.evaluate(async (wanted) => {
        const root = document.querySelector('cross-read')?.shadowRoot;
        const control = root?.querySelector(wanted);
        if (!control) return 'it is not there';
        const look = () => {
          const box = control.getClientRects()[0];
          if (!box) return 'it is not seen';
          const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
          const met = root?.elementFromPoint(x, y);
          const label = met?.closest('label');
          if (met && (control.contains(met) || label?.control === control)) return { x, y };
          return `a pointer meets ${met?.outerHTML.slice(0, 200)}`;
        };
        // What sticks to the window's edge moves when the page is scrolled for it, and would do so each time.
        if (typeof look() === 'string') {
          control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        }
        await new Promise((next) => requestAnimationFrame(next));
        return look();
      }, selector);
      if (typeof found === 'object') {
        if (Math.hypot(found.x - last.x, found.y - last.y) < 1) return found;
        last = found;
      }
      assert.ok(Date.now() < end, `${selector}: ${typeof found === 'object' ? 'it moves' : found}`);
    }
  }

  /** Clicks with the mouse. @param {string} selector */
  async click(selector) {
    const { x, y } = await this.place(selector);
    await this.tab.click(x, y);
    await this.settled();
  }

  /** Moves the mouse there. @param {string} selector */
  async point(selector) {
    const { x, y } = await this.place(selector);
    await this.tab.point(x, y);
  }

  /** Gives a control the focus and presses a key. @param {string} selector @param {string} key */
  async press(selector, key) {
    await this.focus(selector);
    await this.key(key);
  }

  /** Presses a key where the focus is. @param {string} key */
  async key(key) {
    await this.tab.press(key);
    await this.settled();
  }

  /** Gives a control the focus, as soon as it can be had. @param {string} selector */
  focus(selector) {
    return this.until(
      `${selector} takes the focus`,
      (wanted) => {
        const control = document.querySelector('cross-read')?.shadowRoot?.querySelector(wanted);
        /** @type {any} */ (control)?.focus();
        return Boolean(control?.matches(':focus'));
      },
      selector,
    );
  }

  /** How many of these there are. @param {string} selector */
  count(selector) {
    return this.evaluate(
      (wanted) => document.querySelector('cross-read')?.shadowRoot?.querySelectorAll(wanted).length ?? 0,
      selector,
    );
  }

  /** The text of the first of these. @param {string} selector @returns {Promise<string>} */
  text(selector) {
    return this.evaluate(
      (wanted) => document.querySelector('cross-read')?.shadowRoot?.querySelector(wanted)?.textContent ?? '',
      selector,
    );
  }
}

/**
 * A test in each engine.
 * @param {string} name
 * @param {(page: Page, origin: string, server: { close: () => Promise<void> }) => Promise<void>} work
 * @param {object} [options]
 * @param {number | ((engine: Name) => number)} [options.width]
 * @param {number} [options.height]
 * @param {import('../../../scripts/serve.mjs').Mounts | (() => import('../../../scripts/serve.mjs').Mounts)} [options.mounts]
 * @param {(origin: string) => Record<string, string>} [options.headers]  That the server sends besides its own, or in their place.
 * @param {boolean} [options.quiet]  Whether the console must be empty.
 */
export function inEveryEngine(
  name,
  work,
  { width = 768, height = 900, mounts = published, headers = () => ({}), quiet = true } = {},
) {
  for (const engine of NAMES) {
    const own = typeof width === 'function' ? width(engine) : width;
    test(typeof width === 'function' ? `${engine}, ${own} px: ${name}` : `${engine}: ${name}`, async (context) => {
      const running = await started(engine);
      if (!running) {
        assert.ok(!process.env.CI, `${engine} is not there, and in CI it must be`);
        return context.skip(`${engine} is not there`);
      }
      /** @type {Record<string, string>} */
      const sent = {};
      const server = await serve({ mounts: typeof mounts === 'function' ? mounts() : mounts, headers: sent });
      Object.assign(sent, headers(new URL(server.address).origin));
      const tab = await running.open({ width: own, height });
      try {
        await work(new Page(tab), server.address, server);
        // The icon that a browser looks for by itself is no part of the page.
        const messages = tab.messages.filter((/** @type {string} */ message) => !message.includes('/favicon.ico'));
        if (quiet) assert.deepEqual(messages, [], 'the console is empty');
      } finally {
        await tab.close();
        await server.close();
      }
    });
  }
}

/** @type {Map<string, Promise<Engine | null>>} */
const running = new Map();

/** @param {Name} name */
function started(name) {
  const engine = running.get(name) ?? import(`./${name}.mjs`).then(({ start }) => start());
  running.set(name, engine);
  return engine;
}

after(async () => {
  for (const engine of running.values()) await (await engine.catch(() => null))?.close();
});
