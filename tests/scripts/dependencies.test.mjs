/** What is depended on is what docs/dependencies.md says, under licences that deny.toml allows, and nothing of it twice. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inRoot, paths, wasmTarget } from '../../scripts/project.mjs';
import { run } from '../../scripts/run.mjs';
import { ensureRust } from '../../scripts/tools.mjs';

const document = readFileSync(inRoot('docs', 'dependencies.md'), 'utf8');

/** The names in the table below a heading. @param {string} heading */
function tabled(heading) {
  const [, section = ''] = new RegExp(`^## ${heading}$([^]*?)(?=^## |$(?![^]))`, 'm').exec(document) ?? [];
  return [...section.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name]) => name ?? '').sort();
}

/** @typedef {{ name: string, version: string, licence: string }} Crate */

/**
 * The crates that are compiled for the page.
 * @param {string} edges  Which dependencies are followed.
 * @returns {Promise<Crate[]>}
 */
async function crates(edges) {
  const { cargo } = await ensureRust();
  const args = ['tree', '--target', wasmTarget, '-e', edges, '--prefix', 'none', '--format', '{p}|{l}'];
  const { status, stdout, output } = await run(cargo, args, { cwd: paths.root });
  assert.equal(status, 0, output);
  const found = new Map();
  for (const line of stdout.trim().split('\n')) {
    const [, name = '', version = '', licence = ''] = /^(\S+) v(\S+)[^|]*\|(.*?)(?: \(\*\))?$/.exec(line) ?? [];
    found.set(`${name} ${version}`, { name, version, licence });
  }
  return [...found.values()];
}

test('the tables name every crate of the page and of its compiler, and no other', { timeout: 120_000 }, async () => {
  const all = (await crates('normal,build')).map(({ name }) => name).filter((name) => name !== 'crossread');
  const [page, compiler] = [tabled('In the page'), tabled('In the compiler')];
  assert.deepEqual([...page, ...compiler].sort(), all.sort());
});

test(
  'every licence is one that deny.toml allows, and no crate is there in two versions',
  { timeout: 120_000 },
  async () => {
    const [, list = ''] = /^allow = \[(.*)\]$/m.exec(readFileSync(inRoot('deny.toml'), 'utf8')) ?? [];
    const allowed = new Set([...list.matchAll(/"([^"]+)"/g)].map(([, name]) => name));
    assert.ok(allowed.size > 2);
    const names = new Set();
    for (const { name, licence } of await crates('normal,build')) {
      if (name === 'crossread') continue;
      // Of alternatives one is enough; what is joined by AND must all be allowed.
      const fits = licence
        .replace(/[()]/g, '')
        .split(' AND ')
        .every((part) => part.split(/ OR |\//).some((one) => allowed.has(one.trim())));
      assert.ok(fits, `${name}: ${licence}`);
      assert.ok(!names.has(name), `${name} is there twice`);
      names.add(name);
    }
  },
);

test('the table names every development package, and the published package depends on none', () => {
  const { devDependencies, dependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  assert.equal(dependencies, undefined);
  assert.deepEqual(tabled('In the tests'), Object.keys(devDependencies).sort());
});
