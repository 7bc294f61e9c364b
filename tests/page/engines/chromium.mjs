/** Chromium, driven by playwright-core. */
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../../../scripts/browser.mjs';

/** @returns {Promise<import('./index.mjs').Engine>} */
export async function start() {
  const { chromium: executablePath } = await ensureBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: ['--disable-gpu', '--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  return {
    async open({ width, height }) {
      const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB', timezoneId: 'UTC' });
      const page = await context.newPage();
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
        press: (key) => page.keyboard.press(key === ' ' ? 'Space' : key),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
