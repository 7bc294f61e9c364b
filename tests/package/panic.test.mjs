/**
 * What a caller meets when the core panics. The package has nothing that panics on purpose, so the crate is compiled once
 * more with the feature `fault`.
 */
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, mock, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inPackage } from '../../scripts/package-files.mjs';
import { inRoot, paths, wasmTarget } from '../../scripts/project.mjs';
import { run } from '../../scripts/run.mjs';
import { ensureRust, ensureWasmBindgen, ensureWasmTarget } from '../../scripts/tools.mjs';

const story = JSON.parse(readFileSync(inRoot('www', 'stories', 'summit.json'), 'utf8'));

/** @type {typeof import('crossread') & { fault(how: string): void }} */
let core;
/** What the package's own `analyze` calls the core with. @type {<T>(call: () => T) => T} */
let safely;

before(
  async () => {
    const { cargo } = await ensureRust();
    await ensureWasmTarget();
    const wasmBindgen = await ensureWasmBindgen();
    // In the profile of the tests in the browser, so that only the crate itself is compiled for this.
    const args = ['build', '--lib', '--target', wasmTarget, '--profile', 'test', '--features', 'fault'];
    const built = await run(cargo, [...args, '--message-format', 'json-render-diagnostics'], { cwd: paths.root });
    assert.equal(built.status, 0, built.output);
    const [wasm] = /[^"]*\/crossread\.wasm(?=")/.exec(built.stdout) ?? [];
    assert.ok(wasm, built.output);
    const place = join(paths.target, 'crossread', 'fault');
    // The package as it is, but for the core.
    cpSync(paths.pkg, place, { recursive: true });
    const bound = await run(join(wasmBindgen, 'wasm-bindgen'), [wasm, '--target', 'web', '--out-dir', place]);
    assert.equal(bound.status, 0, bound.output);
    core = await import(pathToFileURL(join(place, 'crossread.js')).href);
    ({ safely } = await import(pathToFileURL(join(place, 'element', 'trap.js')).href));
    core.initSync({ module: readFileSync(join(place, 'crossread_bg.wasm')) });
  },
  { timeout: 600_000 },
);

test('a panic is an error with a code, the console says where, and the next call works', () => {
  const expected = core.analyze(story);
  assert.ok(expected.facts.length > 0);
  // More than once: the fresh instance must be set up as the first was.
  for (let round = 0; round < 3; round += 1) {
    const said = mock.method(console, 'error', () => {});
    assert.throws(
      () => core.fault('panic'),
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
    assert.deepEqual(core.analyze(story), expected);
  }
});

for (const how of ['memory', 'stack', 'trap']) {
  test(`a failure of the kind “${how}” is an error with a code as well, and the next call works`, () => {
    const expected = core.analyze(story);
    for (let round = 0; round < 3; round += 1) {
      assert.throws(() => safely(() => core.fault(how)), { name: 'CrossreadError', code: 'internal' });
      assert.deepEqual(core.analyze(story), expected);
    }
  });
}

test('an error about the input leaves the core as it was', () => {
  const expected = core.analyze(story);
  for (const wrong of [undefined, {}, { articles: [] }, { articles: [{}] }]) {
    assert.throws(() => core.analyze(/** @type {any} */ (wrong)), { name: 'CrossreadError' });
  }
  assert.deepEqual(core.analyze(story), expected);
});

test('the package that is shipped has no way to panic on purpose', () => {
  assert.ok(!/\bfault\b/.test(readFileSync(inPackage('crossread.js'), 'utf8')));
});
