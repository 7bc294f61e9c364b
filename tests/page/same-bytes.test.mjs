/**
 * The same story gives the same bytes everywhere, natively, in Node and in the three engines: the analysis and the page
 * that is rendered ahead. Compared by their digests.
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

const samples = ['summit', 'storm', 'results'].map((name) =>
  JSON.parse(readFileSync(inRoot('www', 'stories', `${name}.json`), 'utf8')),
);
const stories = [...samples, ...generated(50)];

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
/** The pages rendered ahead, natively. @type {string[]} */
const pages = [];

before(
  async () => {
    const file = join(directory, 'stories.json');
    writeFileSync(file, JSON.stringify(stories));
    const { cargo } = await ensureRust();
    // As `cargo test` builds the examples, so that after the native tests nothing is compiled for this.
    const args = ['run', '--quiet', '--profile', 'test', '--example', 'ahead', '--', file];
    const { status, stdout, output } = await run(cargo, args, { cwd: paths.root });
    assert.equal(status, 0, output);
    for (const line of stdout.trim().split('\n')) {
      const { analysis, html } = JSON.parse(line);
      pages.push(html);
      // Read and written again, since Rust writes 15.0 where JavaScript writes 15.
      native.push(digest(JSON.stringify(analysis)));
    }
    assert.equal(native.length, stories.length);
  },
  { timeout: 900_000 },
);

/** The digests of what Node renders ahead, which holds the native page. @type {string[]} */
const rendered = [];

test('the stories differ, and each has something to compare', () => {
  assert.equal(new Set(native).size, stories.length);
});

test('the analysis and the page rendered ahead are the same in Node as natively', async () => {
  const { analyze, default: load, render } = await import(pathToFileURL(inPackage('node.js')).href);
  await load();
  for (const [index, story] of stories.entries()) {
    const html = await render(story);
    assert.ok(html.includes(pages[index]), `story ${index}`);
    rendered.push(digest(html));
  }
  assert.deepEqual(
    stories.map((story) => digest(JSON.stringify(analyze(story)))),
    native,
  );
});

inEveryEngine(
  'the analysis and the page rendered ahead are the same as natively',
  async (page, origin) => {
    await page.tab.goto(`${origin}attacked.html`);
    const digests = await page.evaluate(async () => {
      const { default: load, analyze, render } = await import(`${location.origin}/pkg/index.js`);
      await load();
      const list = await (await fetch('/same/stories.json')).json();
      const hashed = async (/** @type {string} */ text) => {
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
        return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      };
      const found = { native: /** @type {string[]} */ ([]), rendered: /** @type {string[]} */ ([]) };
      for (const story of list) {
        found.native.push(await hashed(JSON.stringify(analyze(story))));
        found.rendered.push(await hashed(await render(story)));
      }
      return found;
    });
    assert.deepEqual(digests, { native, rendered });
  },
  { mounts },
);
