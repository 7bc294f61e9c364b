/** The core gives the same results natively and as WebAssembly, to the last bit of every number. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inPackage } from '../../scripts/package-files.mjs';
import { inRoot, paths } from '../../scripts/project.mjs';
import { run } from '../../scripts/run.mjs';
import { ensureRust } from '../../scripts/tools.mjs';
import { shapeProblems } from '../support/shape.js';

/** @type {typeof import('crossread')} */
let core;

before(async () => {
  core = await import(pathToFileURL(inPackage('crossread.js')).href);
  core.initSync({ module: readFileSync(inPackage('crossread_bg.wasm')) });
});

for (const name of ['summit', 'storm', 'results']) {
  test(`${name}: the same natively and as WebAssembly`, { timeout: 600_000 }, async () => {
    const file = inRoot('www', 'stories', `${name}.json`);
    const { cargo } = await ensureRust();
    // As `cargo test` builds the examples, so that after the native tests nothing is compiled for this.
    const args = ['run', '--quiet', '--profile', 'test', '--example', 'compare', '--', '--json', file];
    const { status, stdout, output } = await run(cargo, args, { cwd: paths.root });
    assert.equal(status, 0, output);
    const found = core.analyze(JSON.parse(readFileSync(file, 'utf8')));
    // Read and written again, since Rust writes 15.0 where JavaScript writes 15.
    assert.equal(JSON.stringify(JSON.parse(stdout)), JSON.stringify(found));
    assert.deepEqual(shapeProblems(readFileSync(inRoot('src', 'wasm', 'types.d.ts'), 'utf8'), 'Analysis', found), []);
  });
}
