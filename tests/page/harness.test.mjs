/** The harness sees what it is there to see: each kind of noise on a page is reported. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { closeBrowser, eventually, openDemo } from './harness.mjs';

const home = mkdtempSync(join(tmpdir(), 'crossread-harness-'));

after(async () => {
  await closeBrowser();
  rmSync(home, { recursive: true, force: true });
});

/** @type {[what: string, script: string][]} */
const noises = [
  ['a message in the console', "console.info('here')"],
  ['an uncaught error', "throw new Error('oh')"],
  ['a promise that nobody caught', "Promise.reject(new Error('oh'))"],
  ['a file that is not there', "fetch('/nothing')"],
  ['a request to elsewhere', "fetch('http://localhost:9/').catch(() => {})"],
  ['markup from a string', "document.body.innerHTML = '<b>bold</b>'"],
  ['a style in an attribute', "document.body.setAttribute('style', 'color: red')"],
];

/** @param {string} script */
async function openWith(script) {
  const icon = '<link rel="icon" href="data:,">';
  writeFileSync(
    join(home, 'index.html'),
    `<!doctype html><title>Test</title>${icon}<script type="module" src="/main.js"></script>`,
  );
  writeFileSync(join(home, 'main.js'), script);
  return openDemo({ mounts: [['/', home]] });
}

test('a quiet page is quiet', async () => {
  const demo = await openWith('document.body.append("Hello")');
  await demo.page.waitForTimeout(200);
  demo.assertQuiet();
});

for (const [what, script] of noises) {
  test(`${what} is noticed`, async () => {
    const demo = await openWith(script);
    await eventually(() => assert.throws(() => demo.assertQuiet()));
  });
}
