/** WebKit, the engine of Safari, as GTK's port has it: driven by plain WebDriver requests, drawing on a screen of its own. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { ensureWebKit } from '../../../scripts/browser.mjs';

/** WebDriver's names of the keys. Source: W3C, WebDriver, "Keyboard actions". */
const KEYS = {
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
};

/** In pixels. */
const SCREEN = { width: 1400, height: 1100 };

/** A port that nobody uses. @returns {Promise<number>} */
const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => done(port));
    });
  });

/** @returns {Promise<import('./index.mjs').Engine | null>} */
export async function start() {
  const found = await ensureWebKit();
  if (!found) return null;
  const screen = spawn(
    found.screen,
    ['-displayfd', '3', '-screen', '0', `${SCREEN.width}x${SCREEN.height}x24`, '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const display = await new Promise((done, fail) => {
    screen.once('exit', () => fail(new Error('Xvfb did not start')));
    screen.stdio[3]?.once('data', (number) => done(`:${String(number).trim()}`));
  });
  const port = await freePort();
  const env = {
    ...process.env,
    DISPLAY: display,
    LIBGL_ALWAYS_SOFTWARE: '1',
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  };
  const driver = spawn(found.driver, [`--port=${port}`], { env, stdio: 'ignore' });

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   */
  async function call(method, path, body) {
    const answer = await fetch(`http://127.0.0.1:${port}/session${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = /** @type {{ value: any }} */ (await answer.json());
    if (!answer.ok) throw new Error(`${value?.error}: ${value?.message}`);
    return value;
  }

  async function session() {
    for (let tries = 0; ; tries += 1) {
      try {
        return (await call('POST', '', { capabilities: {} })).sessionId;
      } catch (error) {
        if (tries > 50 || !(error instanceof TypeError)) throw error;
        await new Promise((done) => setTimeout(done, 200));
      }
    }
  }

  const stop = () => {
    driver.kill();
    screen.kill();
  };
  return {
    async open({ width, height }) {
      const own = `/${await session()}`;
      // There is no window manager: the keys go to the window under the pointer, which nobody moves from the screen's middle.
      // A window that is elsewhere has no focus, and then nothing in it matches `:focus`.
      const left = Math.round((SCREEN.width - width) / 2);
      await call('POST', `${own}/window/rect`, { x: left, y: 0, width, height });
      const mouse = (/** @type {object[]} */ ...actions) => ({
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions,
      });
      /** @param {number} x @param {number} y */
      const to = (x, y) => ({ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) });
      const act = (/** @type {object} */ actions) => call('POST', `${own}/actions`, { actions: [actions] });
      return {
        // Plain WebDriver does not tell what stands in the console.
        messages: [],
        async goto(url) {
          await call('POST', `${own}/url`, { url });
          // The browser's bar of buttons keeps the window from being narrower than it: the page is, all the same.
          const script = `if (innerWidth > ${width}) document.body.style.maxInlineSize = '${width}px'`;
          await call('POST', `${own}/execute/sync`, { script, args: [] });
        },
        run: (expression) => call('POST', `${own}/execute/sync`, { script: `return ${expression}`, args: [] }),
        click: (x, y) => act(mouse(to(x, y), { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 })),
        point: (x, y) => act(mouse(to(x, y))),
        press: (key) => {
          const value = KEYS[/** @type {keyof typeof KEYS} */ (key)] ?? key;
          return act({
            type: 'key',
            id: 'keys',
            actions: [
              { type: 'keyDown', value },
              { type: 'keyUp', value },
            ],
          });
        },
        close: () => call('DELETE', own),
      };
    },
    close: async () => stop(),
  };
}
