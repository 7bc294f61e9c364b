/**
 * The same story gives the same bytes everywhere: the analysis natively, in Node and in the three engines, and the page as
 * the element draws it and as it is rendered ahead. Compared by their digests.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inPackage } from '../../scripts/package-files.mjs';
import { inRoot, paths } from '../../scripts/project.mjs';
import { run } from '../../scripts/run.mjs';
import { ensureRust } from '../../scripts/tools.mjs';
import { generated } from '../support/generated.mjs';
import { inEveryEngine } from './engines/index.mjs';
import { outcome } from './hostile.mjs';

const samples = ['summit', 'storm', 'results'].map((name) =>
  JSON.parse(readFileSync(inRoot('www', 'stories', `${name}.json`), 'utf8')),
);
const stories = [...samples, ...generated(50)];

/** Of so many the page is drawn as well. */
const DRAWN = 13;

const directory = mkdtempSync(join(tmpdir(), 'crossread-same-'));
after(() => rmSync(directory, { recursive: true }));

/** @type {import('../../scripts/serve.mjs').Mounts} */
const mounts = [
  ['/pkg/', paths.pkg],
  ['/same/', directory],
  ['/', inRoot('tests', 'page', 'pages')],
];

/** @param {string} text */
const digest = (text) => createHash('sha256').update(text).digest('hex');

/** The digests of the analyses, natively. @type {string[]} */
const native = [];

before(
  async () => {
    const file = join(directory, 'stories.json');
    writeFileSync(file, JSON.stringify(stories));
    const { cargo } = await ensureRust();
    // As `cargo test` builds the examples, so that after the native tests nothing is compiled for this.
    const args = ['run', '--quiet', '--profile', 'test', '--example', 'ahead', '--', file];
    const { status, stdout, output } = await run(cargo, args, { cwd: paths.root });
    assert.equal(status, 0, output);
    const page = readFileSync(inRoot('tests', 'page', 'pages', 'attacked.html'), 'utf8');
    for (const [index, line] of stdout.trim().split('\n').entries()) {
      const { analysis, html } = JSON.parse(line);
      // Read and written again, since Rust writes 15.0 where JavaScript writes 15.
      native.push(digest(JSON.stringify(analysis)));
      if (index < DRAWN)
        writeFileSync(
          join(directory, `${index}.html`),
          page.replace('<main>', () => `<main>${html}`),
        );
    }
    assert.equal(native.length, stories.length);
  },
  { timeout: 900_000 },
);

test('the stories differ, and each has something to compare', () => {
  assert.equal(new Set(native).size, stories.length);
});

test('the analysis is the same in Node as natively', async () => {
  const { analyze, initSync } = await import(pathToFileURL(inPackage('crossread.js')).href);
  initSync({ module: readFileSync(inPackage('crossread_bg.wasm')) });
  assert.deepEqual(
    stories.map((story) => digest(JSON.stringify(analyze(story)))),
    native,
  );
});

inEveryEngine(
  'the analysis is the same as natively',
  async (page, origin) => {
    await page.tab.goto(`${origin}attacked.html`);
    const digests = await page.evaluate(async () => {
      const { default: load, analyze } = await import(`${location.origin}/pkg/index.js`);
      await load();
      const list = await (await fetch('/same/stories.json')).json();
      return Promise.all(
        list.map(async (/** @type {object} */ story) => {
          const bytes = new TextEncoder().encode(JSON.stringify(analyze(story)));
          const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
          return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        }),
      );
    });
    assert.deepEqual(digests, native);
  },
  { mounts },
);

inEveryEngine(
  'the page that is drawn is the page that is rendered ahead',
  async (page, origin) => {
    for (const [index, story] of stories.slice(0, DRAWN).entries()) {
      await page.tab.goto(`${origin}same/${index}.html`);
      await page.evaluate((given) => {
        const element = /** @type {any} */ (document.createElement('cross-read'));
        element.story = given;
        document.body.append(element);
      }, story);
      assert.equal(await outcome(page), 'ready', `story ${index}`);
      const [ahead = '', drawn = ''] = await page.evaluate(() => {
        const element = document.querySelector('cross-read');
        return [document.querySelector('main > .page'), element?.shadowRoot?.querySelector('.page')].map(
          (node) => node?.outerHTML ?? '',
        );
      });
      assert.ok(ahead.length > 1000, `story ${index}`);
      assert.equal(drawn, ahead, `story ${index}`);
    }
  },
  { mounts },
);
