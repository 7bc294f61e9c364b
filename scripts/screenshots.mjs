/**
 * `npm run screenshots`: pictures of the demo page, whole and by section, at three widths, light, dark and from right to
 * left, in tests/out/.
 *
 *     npm run screenshots -- --readme  renews the picture of the README as well
 */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from './build.mjs';
import { inRoot } from './project.mjs';
import { Problem, runMain, say } from './say.mjs';
import { setUpBrowser } from './setup.mjs';

/** The README's picture: the widget from its title on. Width and height in CSS pixels. */
const README = { path: inRoot('docs', 'crossread.png'), width: 1280, height: 1500 };

const DIRECTORY = inRoot('tests', 'out');

/** @param {import('playwright-core').Page} page */
async function speakArabic(page) {
  await page.evaluate(() => document.querySelector('cross-read')?.setAttribute('lang', 'ar'));
  await page.locator('.page[dir=rtl]').waitFor();
}

await runMain(async () => {
  await build();
  await setUpBrowser();
  // Only now is playwright-core sure to be there.
  const { closeBrowser, openDemo, whenCompared } = await import('../tests/page/harness.mjs');
  mkdirSync(DIRECTORY, { recursive: true });
  try {
    for (const width of [1280, 768, 360]) {
      for (const look of /** @type {const} */ (['light', 'dark', 'rtl'])) {
        const colorScheme = look === 'dark' ? 'dark' : 'light';
        const demo = await openDemo({ width, height: width > 600 ? 900 : 844, colorScheme });
        try {
          await whenCompared(demo.page);
          if (look === 'rtl') await speakArabic(demo.page);
          const path = join(DIRECTORY, `demo-${width}-${look}.png`);
          await demo.page.screenshot({ path, fullPage: true });
          say(path);
          for (const section of await demo.page.locator('.masthead, .section, .export').all()) {
            const name = (await section.getAttribute('id')) ?? (await section.getAttribute('class'));
            await section.screenshot({ path: join(DIRECTORY, `${name}-${width}-${look}.png`) });
          }
          await demo.page.locator('#add').click();
          await demo.page.locator('dialog textarea').fill('A text.');
          await demo.page.screenshot({ path: join(DIRECTORY, `add-${width}-${look}.png`) });
          if (process.argv.includes('--readme') && width === README.width && look === 'light') {
            await demo.page.keyboard.press('Escape');
            const box = await demo.page.locator('cross-read').boundingBox();
            mkdirSync(dirname(README.path), { recursive: true });
            const clip = { x: 0, y: (box?.y ?? 0) - 16, width: README.width, height: README.height };
            await demo.page.screenshot({ path: README.path, fullPage: true, clip });
            say(README.path);
          }
        } catch (error) {
          throw new Problem(
            `The demo at ${width} px, ${look}, did not get ready.`,
            [...demo.messages, String(error)].join('\n'),
          );
        } finally {
          await demo.close();
        }
      }
    }
  } finally {
    await closeBrowser();
  }
});
