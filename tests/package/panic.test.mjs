/**
 * What a caller meets when the core panics. The package has nothing that panics on purpose, so the crate is compiled once
 * more, quickly and with the feature `fault`, into a place of its own.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, mock, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inRoot, paths, wasmTarget } from '../../scripts/project.mjs';
import { run } from '../../scripts/run.mjs';
import { ensureRust, ensureWasmBindgen, ensureWasmTarget } from '../../scripts/tools.mjs';

const story = JSON.parse(readFileSync(inRoot('www', 'stories', 'summit.json'), 'utf8'));

/** @type {typeof import('crossread') & { fault(): void }} */
let core;

before(
  async () => {
    const { cargo } = await ensureRust();
    await ensureWasmTarget();
    const wasmBindgen = await ensureWasmBindgen();
    const target = join(paths.target, 'crossread', 'fault');
    const built = await run(
      cargo,
      ['build', '--lib', '--target', wasmTarget, '--profile', 'quick', '--features', 'fault', '--target-dir', target],
      { cwd: paths.root },
    );
    assert.equal(built.status, 0, built.output);
    const bound = await run(join(wasmBindgen, 'wasm-bindgen'), [
      join(target, wasmTarget, 'quick', 'crossread.wasm'),
      '--target',
      'web',
      '--out-dir',
      target,
    ]);
    assert.equal(bound.status, 0, bound.output);
    core = await import(pathToFileURL(join(target, 'crossread.js')).href);
    core.initSync({ module: readFileSync(join(target, 'crossread_bg.wasm')) });
  },
  { timeout: 600_000 },
);

test('a panic is an error with a code, the console says where, and the next call works', () => {
  const before = core.analyze(story);
  assert.ok(before.facts.length > 0);
  // More than once: the fresh instance must be set up as the first was.
  for (let round = 0; round < 3; round += 1) {
    const said = mock.method(console, 'error', () => {});
    assert.throws(
      () => core.fault(),
      (/** @type {any} */ error) => {
        assert.ok(error instanceof Error);
        assert.equal(error.name, 'CrossreadError');
        assert.equal(/** @type {any} */ (error).code, 'internal');
        assert.match(error.message, /crossread failed/);
        return true;
      },
    );
    said.mock.restore();
    assert.equal(said.mock.callCount(), 1);
    assert.match(String(said.mock.calls[0]?.arguments[0]), /src\/wasm\/exports\.rs:\d+/);
    assert.deepEqual(core.analyze(story), before);
  }
});

test('an error about the input leaves the core as it was', () => {
  const before = core.analyze(story);
  for (const wrong of [undefined, {}, { articles: [] }, { articles: [{}] }]) {
    assert.throws(() => core.analyze(/** @type {any} */ (wrong)), { name: 'CrossreadError' });
  }
  assert.deepEqual(core.analyze(story), before);
});
