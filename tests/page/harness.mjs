/**
 * The page in a browser: a server on a free port and a Chromium that writes down all that a page says and asks for.
 *
 *     const demo = await openDemo({ width: 390, colorScheme: 'dark' });
 *     await demo.page.getByRole('button', { name: 'Grid' }).click();
 *     demo.assertQuiet();
 *
 * A test file calls `closeBrowser` in `after`: it closes what the tests, failed ones too, left open.
 * Language, time zone and motion are pinned, so that a picture taken today looks like one taken elsewhere.
 */
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../../scripts/browser.mjs';
import { published, serve } from '../../scripts/serve.mjs';

/** How long the page may take to show the compared story, in milliseconds: a slow machine under load is no failure. */
const PATIENCE = 20_000;

/** @type {Promise<import('playwright-core').Browser> | undefined} */
let browser;

/** One browser for all pages of a process. */
async function theBrowser() {
  browser ??= ensureBrowser().then((found) =>
    chromium.launch({
      executablePath: found.chromium,
      args: ['--disable-gpu', '--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    }),
  );
  return browser;
}

/** What is open: each entry closes one page and its server. @type {Set<() => Promise<void>>} */
const open = new Set();

/** Closes all pages, their servers and the browser, if one was begun. */
export async function closeBrowser() {
  await Promise.allSettled([...open].map((close) => close()));
  await (await browser?.catch(() => undefined))?.close();
  browser = undefined;
}

/**
 * @typedef {object} Demo
 * @property {import('playwright-core').Page} page
 * @property {string} origin  Where it is served, with a slash at the end.
 * @property {string[]} messages  What stands in the console, uncaught errors included.
 * @property {string[]} requests  The addresses asked for, in order.
 * @property {() => void} assertQuiet  Nothing in the console, and no request but the page's own files.
 * @property {() => Promise<void>} close
 */

/**
 * Opens a page of the demo and waits until it has loaded.
 * @param {object} [options]
 * @param {string} [options.path]  Below the root, without a slash at its front.
 * @param {number} [options.width]  In CSS pixels.
 * @param {number} [options.height]
 * @param {'light' | 'dark'} [options.colorScheme]
 * @param {boolean} [options.javaScript]  Whether scripts run.
 * @param {import('../../scripts/serve.mjs').Mounts} [options.mounts]  What is served; the demo as published unless said otherwise.
 * @param {Record<string, string>} [options.headers]  Headers that the server sends besides its own, or in their place.
 * @returns {Promise<Demo>}
 */
export async function openDemo({
  path = '',
  width = 1280,
  height = 800,
  colorScheme = 'light',
  javaScript = true,
  mounts = published,
  headers = {},
} = {}) {
  const running = await theBrowser();
  const context = await running.newContext({
    colorScheme,
    javaScriptEnabled: javaScript,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    viewport: { width, height },
  });
  const server = await serve({ mounts, headers });
  const close = async () => {
    open.delete(close);
    await context.close();
    await server.close();
  };
  open.add(close);
  /** @type {string[]} */
  const messages = [];
  /** @type {string[]} */
  const requests = [];
  context.on('console', (message) => messages.push(`${message.type()}: ${message.text()} (${message.location().url})`));
  context.on('weberror', (error) => messages.push(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => requests.push(request.url()));
  context.on('response', (response) => {
    if (response.status() >= 400) messages.push(`answered ${response.status()}: ${response.url()}`);
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(server.address + path, { waitUntil: 'load' });
  return {
    page,
    origin: server.address,
    messages,
    requests,
    assertQuiet() {
      assert.deepEqual(messages, [], 'the console is empty');
      const foreign = requests.filter((url) => !url.startsWith(server.address) && !/^(data|blob):/.test(url));
      assert.deepEqual(foreign, [], 'nothing is asked for but the page’s own files');
    },
    close,
  };
}

/**
 * Waits until `<cross-read>` shows the compared story.
 * @param {import('playwright-core').Page} page
 */
export async function whenCompared(page) {
  await page.waitForFunction(() => {
    const element = document.querySelector('cross-read');
    const root = element?.shadowRoot;
    return Boolean(root?.querySelector('section')) && !root?.querySelector('[aria-busy=true]');
  });
  await page.evaluate(() => document.fonts.ready);
}

/** Waits until the elements have done what they were asked. @param {import('playwright-core').Page} page */
export const settled = (page) =>
  page.evaluate(async () => {
    for (const element of document.querySelectorAll('cross-read')) await element.updateComplete;
  });

/**
 * Waits until what is asserted holds: what a reader does is answered by the core, which may be elsewhere.
 * @param {() => unknown} assertion  Throws where it does not hold.
 */
export async function eventually(assertion) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((go) => setTimeout(go, 20));
    }
  }
}
