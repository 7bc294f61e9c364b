/**
 * `npm run screenshots`: pictures of the demo page, wide and narrow, light and dark, in tests/out/.
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

await runMain(async () => {
  await build();
  await setUpBrowser();
  // Only now is playwright-core sure to be there.
  const { closeBrowser, openDemo, whenCompared } = await import('../tests/page/harness.mjs');
  mkdirSync(DIRECTORY, { recursive: true });
  try {
    for (const width of [1280, 390]) {
      for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
        const demo = await openDemo({ width, height: width > 600 ? 900 : 844, colorScheme });
        try {
          await whenCompared(demo.page);
          const path = join(DIRECTORY, `demo-${width}-${colorScheme}.png`);
          await demo.page.screenshot({ path, fullPage: true });
          say(path);
          if (process.argv.includes('--readme') && width === README.width && colorScheme === 'light') {
            const box = await demo.page.locator('cross-read').boundingBox();
            mkdirSync(dirname(README.path), { recursive: true });
            const clip = { x: 0, y: (box?.y ?? 0) - 16, width: README.width, height: README.height };
            await demo.page.screenshot({ path: README.path, fullPage: true, clip });
            say(README.path);
          }
        } catch (error) {
          throw new Problem(
            `The demo at ${width} px, ${colorScheme}, did not get ready.`,
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
