/**
 * `npm run screenshots`: pictures in tests/out/ of the demo page, and of each section in every look: narrow, middling and
 * wide, light, dark, right to left, and in colours of the reader's own.
 *
 *     npm run screenshots -- storm     shows another sample story than the first
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

await runMain(async () => {
  await build();
  await setUpBrowser();
  // Only now is playwright-core sure to be there.
  const { closeBrowser, openDemo, whenCompared } = await import('../tests/page/harness.mjs');
  mkdirSync(DIRECTORY, { recursive: true });
  const story = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? 'summit';
  /** @param {number} width @param {'light' | 'dark'} colorScheme */
  const open = async (width, colorScheme) => {
    const demo = await openDemo({ path: `#${story}`, width, height: width > 600 ? 900 : 780, colorScheme });
    try {
      await whenCompared(demo.page);
      return demo;
    } catch (error) {
      throw new Problem(
        `The demo at ${width} px, ${colorScheme}, did not get ready.`,
        [...demo.messages, String(error)].join('\n'),
      );
    }
  };
  try {
    for (const width of [1280, 768, 360]) {
      for (const look of /** @type {const} */ (['light', 'dark', 'rtl', 'forced'])) {
        const demo = await open(width, look === 'dark' ? 'dark' : 'light');
        const { page } = demo;
        if (look === 'forced') await page.emulateMedia({ forcedColors: 'active' });
        // What is out of sight is not laid out, and a picture shows it all the same.
        await page.evaluate(() => {
          const all = new CSSStyleSheet();
          all.replaceSync('* { content-visibility: visible !important; }');
          document.querySelector('cross-read')?.shadowRoot?.adoptedStyleSheets.push(all);
        });
        if (look === 'rtl') {
          await page.evaluate(() => document.querySelector('cross-read')?.setAttribute('lang', 'ar'));
          await page.locator('.page[dir=rtl]').waitFor();
        }
        const path = join(DIRECTORY, `demo-${width}-${look}.png`);
        await page.screenshot({ path, fullPage: true });
        if (process.argv.includes('--readme') && width === README.width && look === 'light') {
          const box = await page.locator('cross-read').boundingBox();
          mkdirSync(dirname(README.path), { recursive: true });
          const clip = { x: 0, y: (box?.y ?? 0) - 16, width: README.width, height: README.height };
          await page.screenshot({ path: README.path, fullPage: true, clip });
          say(README.path);
        }
        for (const section of await page.locator('cross-read section').all()) {
          const name = `${await section.getAttribute('id')}-${width}-${look}.png`;
          await section.screenshot({ path: join(DIRECTORY, name) });
        }
        await page.locator('.masthead').screenshot({ path: join(DIRECTORY, `header-${width}-${look}.png`) });
        await page.locator('#add').click();
        await page.locator('dialog textarea').fill('A text.');
        await page.screenshot({ path: join(DIRECTORY, `add-${width}-${look}.png`) });
        await page.keyboard.press('Escape');
        say(path);
        await demo.close();
      }
    }
  } finally {
    await closeBrowser();
  }
});
