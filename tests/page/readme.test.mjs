/** What the documents tell a publisher to put into a page is put into one, and compares. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { inRoot, paths } from '../../scripts/project.mjs';
import { closeBrowser, openDemo } from './harness.mjs';

const place = mkdtempSync(join(tmpdir(), 'crossread-readme-'));

after(async () => {
  await closeBrowser();
  rmSync(place, { recursive: true, force: true });
});

/** The pieces of HTML of a document, those that bring the element. @param {string} document */
const pieces = (document) =>
  [...readFileSync(inRoot(...document.split('/')), 'utf8').matchAll(/^```html\n(.*?)^```/gms)]
    .map(([, code = '']) => code)
    // What names a host of its own is not to be had here.
    .filter((code) => code.includes('<script') && !code.includes('https://'));

const ELEMENT = '<cross-read src="/stories/bridge.json"></cross-read>';

for (const document of ['README.md', 'pkg/README.md', 'docs/ahead.md', 'docs/publishers.md']) {
  test(`what ${document} says to put into a page compares`, async () => {
    const found = pieces(document);
    assert.ok(found.length > 0);
    for (const [index, code] of found.entries()) {
      const name = `${index}.html`;
      const element = code.includes('<cross-read') ? '' : ELEMENT;
      const head = '<!doctype html><meta charset="utf-8" /><title>A piece</title><link rel="icon" href="data:," />';
      writeFileSync(join(place, name), `${head}\n${code}\n${element}`);
      const demo = await openDemo({
        path: name,
        mounts: [
          ['/crossread/', paths.pkg],
          ['/stories/', inRoot('www', 'examples')],
          ['/', place],
        ],
      });
      await demo.page.locator('cross-read .page [data-act]').first().waitFor();
      demo.assertQuiet();
      await demo.close();
    }
  });
}
