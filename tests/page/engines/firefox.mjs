/** Firefox, driven by puppeteer-core over WebDriver BiDi. */
import puppeteer from 'puppeteer-core';
import { ensureFirefox } from '../../../scripts/browser.mjs';

/** @returns {Promise<import('./index.mjs').Engine | null>} */
export async function start() {
  const executablePath = await ensureFirefox();
  if (!executablePath) return null;
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  return {
    async open({ width, height }) {
      const page = await browser.newPage();
      await page.setViewport({ width, height });
      /** @type {string[]} */
      const messages = [];
      page.on('console', (message) => messages.push(message.text()));
      page.on('pageerror', (error) => messages.push(String(error)));
      return {
        messages,
        goto: async (url) => void (await page.goto(url)),
        run: (expression) => page.evaluate(expression),
        click: (x, y) => page.mouse.click(x, y),
        point: (x, y) => page.mouse.move(x, y),
        press: (key) => page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (key)),
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}
