/** The package as a publisher gets it: packed, unpacked elsewhere, and imported by its name. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { builtFiles } from '../../scripts/package-files.mjs';
import { paths } from '../../scripts/project.mjs';
import { npm } from '../../scripts/run.mjs';

/** A project of somebody else's that has installed the tarball. */
let project = '';
/** @type {string[]} */
let packed = [];

before(async () => {
  project = mkdtempSync(join(tmpdir(), 'crossread-package-'));
  const { status, stdout, output } = await npm(['pack', '--json', '--pack-destination', project], { cwd: paths.pkg });
  assert.equal(status, 0, output);
  const [{ filename, files }] = JSON.parse(stdout);
  packed = files.map((/** @type {{ path: string }} */ file) => file.path);
  const place = join(project, 'node_modules', 'crossread');
  mkdirSync(place, { recursive: true });
  execFileSync('tar', ['-xzf', join(project, filename), '-C', place, '--strip-components=1']);
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
});

after(() => rmSync(project, { recursive: true, force: true }));

/** @param {string} source  A module of that project. @returns {any} what it prints, as JSON */
function inProject(source) {
  writeFileSync(join(project, 'main.mjs'), source);
  return JSON.parse(execFileSync(process.execPath, ['main.mjs'], { cwd: project, encoding: 'utf8' }));
}

const LOAD = `
  import { readFileSync } from 'node:fs';
  import { fileURLToPath } from 'node:url';
  import { initSync, analyze } from 'crossread';
  initSync({ module: readFileSync(fileURLToPath(import.meta.resolve('crossread/wasm'))) });
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

test('can be imported on a server that has no page', () => {
  const names = inProject(
    `import * as crossread from 'crossread'; console.log(JSON.stringify(Object.keys(crossread)));`,
  );
  assert.ok(names.includes('analyze'));
});
