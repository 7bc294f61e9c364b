/**
 * `npm run builds`: the core built in other ways, each with its bytes and its speed beside the way that is published.
 *
 *     npm run builds                  all of them; minutes each
 *     npm run builds -- level simd    those whose names begin so
 *
 * The speed is that of `analyze` on the sample summit in Node, taken in turns in one process, so that a busy machine slows
 * all of them alike; the least of many rounds counts.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { LLVM, rustFlags, WASM_OPT } from './build.mjs';
import { inRoot, paths, wasmTarget } from './project.mjs';
import { run } from './run.mjs';
import { lastLines, longStep, Problem, runMain, say } from './say.mjs';
import { setUpBuild } from './setup.mjs';
import { sizeOf } from './sizes.mjs';

const HOME = join(paths.target, 'crossread', 'builds');

const ROUNDS = 100;

/**
 * A way to build the core.
 * @typedef {object} Way
 * @property {string} [level]  `opt-level`, where it is not that of Cargo.toml.
 * @property {string[]} [llvm]  What LLVM is told.
 * @property {string[]} [rustc]  Further flags.
 * @property {string[]} [wasmOpt]  What wasm-opt is told; nothing at all where it is empty.
 */

const inlining = /^-inline-/;
/** LLVM told other prices of an instruction, 5 being its own; that of a call is five times as much. @param {number} price */
const priced = (price) => [
  ...LLVM.filter((flag) => !inlining.test(flag)),
  `-inline-instr-cost=${price}`,
  `-inline-call-penalty=${5 * price}`,
];
const oneCaller = /^--one-caller-inline/;

/** @type {Record<string, Way>} */
const WAYS = {
  'as published': {},
  'level z': { level: 'z' },
  'level 2': { level: '2' },
  'level 3': { level: '3' },
  'LLVM as it comes': { llvm: [] },
  'LLVM inlines next to nothing': { llvm: priced(500) },
  'LLVM inlines little': { llvm: priced(50) },
  'LLVM inlines as it likes': { llvm: priced(5) },
  'LLVM inlines as it likes, level 3': { level: '3', llvm: priced(5) },
  simd128: { rustc: ['-Ctarget-feature=+simd128'], wasmOpt: [...WASM_OPT, '--enable-simd'] },
  'no wasm-opt': { wasmOpt: [] },
  'wasm-opt -O3': { wasmOpt: WASM_OPT.map((flag) => (flag === '-Oz' ? '-O3' : flag)) },
  'wasm-opt twice': { wasmOpt: [...WASM_OPT, '-Oz'] },
  'wasm-opt inlines what has one caller': { wasmOpt: WASM_OPT.filter((flag) => !oneCaller.test(flag)) },
};

/** @param {import('./run.mjs').Outcome} outcome @param {string} what */
function mustWork({ status, output }, what) {
  if (status !== 0) throw new Problem(`${what} failed.`, lastLines(output));
}

/**
 * Builds the core in one way.
 * @param {string} name
 * @param {Way} way
 * @returns {Promise<string>} the folder in which it is
 */
async function make(name, { level, llvm = LLVM, rustc = [], wasmOpt = WASM_OPT }) {
  const tools = await setUpBuild();
  const place = join(HOME, name.replace(/\W+/g, '-'));
  mkdirSync(place, { recursive: true });
  const env = {
    ...process.env,
    ...(level && { CARGO_PROFILE_RELEASE_OPT_LEVEL: level }),
    CARGO_ENCODED_RUSTFLAGS: [...rustFlags(llvm), ...rustc].join('\u001f'),
    CARGO_TARGET_DIR: join(HOME, 'target'),
  };
  const args = ['build', '--release', '--lib', '--target', wasmTarget];
  mustWork(await run(tools.cargo, args, { cwd: paths.root, env }), 'cargo');
  const compiled = join(HOME, 'target', wasmTarget, 'release', 'crossread.wasm');
  const bind = ['--target', 'web', '--out-dir', place, '--out-name', 'crossread', compiled];
  mustWork(await run(join(tools.wasmBindgen, 'wasm-bindgen'), bind), 'wasm-bindgen');
  const core = join(place, 'crossread_bg.wasm');
  if (wasmOpt.length) {
    mustWork(await run(process.execPath, [tools.wasmOpt, core, '-o', core, ...wasmOpt]), 'wasm-opt');
  }
  return place;
}

/** The least time of `analyze`, of each core, in milliseconds. @param {string[]} places */
async function times(places) {
  const story = JSON.parse(readFileSync(inRoot('www', 'stories', 'summit.json'), 'utf8'));
  const cores = [];
  for (const place of places) {
    const core = await import(pathToFileURL(join(place, 'crossread.js')).href);
    core.initSync({ module: readFileSync(join(place, 'crossread_bg.wasm')) });
    cores.push(core);
  }
  const least = places.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, { analyze }] of cores.entries()) {
      const began = performance.now();
      analyze(story);
      least[index] = Math.min(least[index] ?? Infinity, performance.now() - began);
    }
  }
  return least;
}

await runMain(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const chosen = Object.entries(WAYS).filter(
    ([name], index) => !index || !positionals.length || positionals.some((start) => name.startsWith(start)),
  );
  /** @type {string[]} */
  const places = [];
  for (const [name, way] of chosen) {
    await longStep(`Building the core, ${name}. A minute or two.`, async () => void places.push(await make(name, way)));
  }
  const least = await times(places);
  const rows = chosen.map(([name], index) => {
    const { raw, brotli } = sizeOf(readFileSync(join(places[index] ?? '', 'crossread_bg.wasm')));
    const ratio = ((least[index] ?? NaN) / (least[0] ?? NaN)).toFixed(2);
    return `${name.padEnd(38)}${String(raw).padStart(10)}${String(brotli).padStart(10)}${ratio.padStart(8)}`;
  });
  say(`${''.padEnd(38)}${'raw'.padStart(10)}${'brotli'.padStart(10)}${'time'.padStart(8)}`);
  for (const row of rows) say(row);
});
