/** The package in one classic script, where modules are not to be had and nothing may be fetched: opened from a disk. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inPackage, STANDALONE } from '../../scripts/package-files.mjs';
import { inRoot } from '../../scripts/project.mjs';
import { closeBrowser, openDemo } from './harness.mjs';

after(closeBrowser);

test('one classic script works from file://, in every language, and asks for nothing', async () => {
  const { page, messages, requests } = await openDemo();
  await page.waitForLoadState('networkidle');
  messages.length = requests.length = 0;
  const address = pathToFileURL(inRoot('tests', 'page', 'pages', 'standalone.html')).href;
  await page.goto(address);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('cross-read')].every((element) => element.shadowRoot?.querySelector('section')),
  );
  const titles = await page.locator('.section h3').allInnerTexts();
  assert.ok(titles.includes('Where they differ') && titles.includes('In Kürze'), titles.join(', '));
  const said = await page.evaluate(async () => {
    const { crossread } = /** @type {any} */ (globalThis);
    await crossread.load();
    return [crossread.similarity('It rained.', 'It rained.'), crossread.CrossRead === customElements.get('cross-read')];
  });
  assert.deepEqual(said, [1, true]);
  await page.locator('#english #add').click();
  await page.locator('#english dialog textarea').waitFor();
  assert.deepEqual(requests, [address, pathToFileURL(inPackage(STANDALONE)).href]);
  assert.deepEqual(messages, []);
});
