/** The package as a publisher gets it: packed, installed elsewhere, and imported by its name. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { builtFiles, INTEGRITY } from '../../scripts/package-files.mjs';
import { installTarball } from './installed.mjs';

let project = '';
/** @type {string[]} */
let packed = [];
let remove = () => {};

before(async () => {
  const installed = await installTarball();
  ({ project, remove } = installed);
  packed = installed.packed.map(({ path }) => path);
});

after(() => remove());

/** @param {string} source  A module of that project. @returns {any} what it prints, as JSON */
function inProject(source) {
  writeFileSync(join(project, 'main.mjs'), source);
  return JSON.parse(execFileSync(process.execPath, ['main.mjs'], { cwd: project, encoding: 'utf8' }));
}

const LOAD = `
  import init, { analyze } from 'crossread';
  await init();
`;

test('holds every file that the build makes, the README, and nothing else', () => {
  assert.deepEqual([...packed].sort(), [...builtFiles(), 'README.md'].sort());
});

test('every export leads to a file of the package', () => {
  const { exports } = JSON.parse(readFileSync(join(project, 'node_modules', 'crossread', 'package.json'), 'utf8'));
  const targets = Object.values(exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target),
  );
  assert.ok(targets.length >= 3);
  for (const target of targets) assert.ok(existsSync(join(project, 'node_modules', 'crossread', target)), target);
});

test('compares two articles in Node, and its spans are string indices', () => {
  const articles = [
    {
      source: 'The Harbour Post',
      published: '2026-03-02',
      text: 'The bridge 🌉 reopened on Monday after 14 weeks of repairs.',
    },
    {
      source: 'Northern Wire',
      published: '2026-03-03',
      text: 'After 16 weeks of repairs, the bridge 🌉 reopened on Monday.',
    },
  ];
  const { analysis } = inProject(`${LOAD}
    console.log(JSON.stringify({ analysis: analyze({ articles: ${JSON.stringify(articles)} }) }));
  `);
  assert.deepEqual(
    analysis.articles.map((/** @type {{ text: string }} */ { text }) => text),
    articles.map(({ text }) => text),
  );
  const said = analysis.dates.map(
    (/** @type {import('crossread').TimeExpression} */ { span }) =>
      `${span.article} ${articles[span.article]?.text.slice(span.start, span.end)}`,
  );
  for (const day of ['0 Monday', '1 Monday']) {
    assert.ok(
      said.some((/** @type {string} */ words) => words === day),
      `a span after an emoji holds its words: ${said}`,
    );
  }
});

test('refuses an empty story with a stable code', () => {
  const error = inProject(`${LOAD}
    try {
      analyze({ articles: [] });
      console.log('null');
    } catch (error) {
      console.log(JSON.stringify({ isError: error instanceof Error, code: error.code, message: error.message }));
    }
  `);
  assert.equal(error?.isError, true);
  assert.match(error.code, /^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/i);
  assert.match(error.message, /articles/);
});

test('every entry for a script can be imported on a server that has no page, and has the same names', () => {
  for (const entry of ['crossread', 'crossread/inline', 'crossread/define', 'crossread/element']) {
    const names = inProject(
      `import * as entry from '${entry}'; console.log(JSON.stringify(Object.keys(entry).filter((name) => name !== 'default')));`,
    );
    const all = ['CrossRead', 'CrossReadElement', 'analyze', 'initSync', 'render', 'similarity', 'version'];
    assert.deepEqual(names, /inline|crossread$/.test(entry) ? all : ['CrossReadElement'], entry);
  }
});

test('the entry with the WebAssembly inside finds the same without any file or request', () => {
  const story = { articles: [{ text: 'The bridge reopened after 14 weeks.' }, { text: 'It was shut for 16 weeks.' }] };
  const [plain, inline] = ['crossread', 'crossread/inline'].map((entry) =>
    inProject(`
      import init, { analyze } from '${entry}';
      globalThis.fetch = () => { throw new Error('nothing is to be fetched'); };
      await init();
      console.log(JSON.stringify(analyze(${JSON.stringify(story)})));
    `),
  );
  assert.ok(plain.dates.length > 0);
  assert.deepEqual(inline, plain);
});

test('users who ask for it at once share one core', () => {
  const count = inProject(`
    import init, { analyze } from 'crossread';
    const { instantiate } = WebAssembly;
    let count = 0;
    WebAssembly.instantiate = (bytes, imports) => {
      count += bytes.byteLength > 100_000; // Node has a small module of its own
      return instantiate(bytes, imports);
    };
    await Promise.all([init(), init(), init()]);
    await init();
    console.log(count);
  `);
  assert.equal(count, 1);
});

test('integrity.json has the hash of every script, as a browser computes it', () => {
  const hashes = JSON.parse(readFileSync(join(project, 'node_modules', 'crossread', INTEGRITY), 'utf8'));
  const scripts = packed.filter((name) => /\.(js|css|wasm)$/.test(name));
  assert.deepEqual(Object.keys(hashes).sort(), scripts.sort());
  for (const [name, hash] of Object.entries(hashes)) {
    const bytes = readFileSync(join(project, 'node_modules', 'crossread', name));
    assert.equal(hash, `sha384-${createHash('sha384').update(bytes).digest('base64')}`, name);
  }
});
