/** What stands around the comparison, in each of its states: the dialog, the undo, the notices, the languages. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { accessibilityProblems } from './accessibility.mjs';
import { closeBrowser, openDemo, whenCompared } from './harness.mjs';

after(closeBrowser);

/** @typedef {import('playwright-core').Page} Page */

/** Each state, and how a reader gets there from the one before. @type {[name: string, go: (page: Page) => Promise<void>][]} */
const states = [
  ['the dialog', (page) => page.locator('#add').click()],
  [
    'the dialog with an article that waits',
    async (page) => {
      await page.locator('dialog textarea').fill('The summit ended on Tuesday. Leaders signed 12 agreements.');
      await page.locator('dialog .main').click();
      await page.locator('.waiting').waitFor();
    },
  ],
  [
    'the dialog with a complaint',
    async (page) => {
      const file = { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from('x') };
      await page.locator('#add-files').setInputFiles([file]);
      await page.locator('.problem:not(:empty)').waitFor();
    },
  ],
  [
    'an article more',
    async (page) => {
      await page.locator('dialog .main').click();
      await page.locator('.remove').waitFor();
    },
  ],
  [
    'an article less',
    async (page) => {
      await page.locator('.remove').click();
      await page.locator('#undo').waitFor();
    },
  ],
  [
    'another language, from right to left',
    async (page) => {
      await page.evaluate(() => document.querySelector('cross-read')?.setAttribute('lang', 'ar'));
      await page.locator('.page[dir=rtl]').waitFor();
    },
  ],
  [
    'a failure',
    async (page) => {
      await page.evaluate(() => Object.assign(document.querySelector('cross-read') ?? {}, { story: { articles: [] } }));
      await page.locator('.notice.failed').waitFor();
    },
  ],
];

for (const width of [1280, 768, 360]) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    test(`at ${width} px, ${colorScheme}: every state of the shell is accessible and stays within the page`, async () => {
      const { page, ...demo } = await openDemo({ width, colorScheme });
      await whenCompared(page);
      for (const [name, go] of states) {
        await go(page);
        assert.deepEqual(await accessibilityProblems(page), [], name);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(overflow <= 0, `${name} does not scroll sideways (it does, by ${overflow} px)`);
        const small = await page.evaluate(() => {
          const root = document.querySelector('cross-read')?.shadowRoot;
          const boxes = [
            ...(root?.querySelectorAll('.tool, .remove, dialog :is(button, input:not([type=file]), textarea)') ?? []),
          ];
          return boxes
            .map((each) => ({ each, box: each.getBoundingClientRect() }))
            .filter(({ box }) => box.width && (box.width < 24 || box.height < 24))
            .map(({ each }) => each.className);
        });
        assert.deepEqual(small, [], `${name}: targets of 24 px`);
      }
      demo.assertQuiet();
      await demo.close();
    });
  }
}
