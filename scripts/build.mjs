/**
 * `npm run build`: makes `pkg/`.
 *
 * wasm-pack compiles the crate and writes the JavaScript around it into `target/crossread/core`; wasm-opt makes the
 * WebAssembly smaller; the finishing step makes the package out of it. wasm-opt is run here and not by wasm-pack, which
 * silently leaves it out where it does not find one. Nothing is compiled when nothing changed since the last build.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { finish } from './finish.mjs';
import { fingerprint } from './fingerprint.mjs';
import { withLock } from './lock.mjs';
import { integrity } from './bundle.mjs';
import { coreFiles, STANDALONE } from './package-files.mjs';
import { cargoHome, inRoot, paths, wasmBindgenVersion } from './project.mjs';
import { run, withPath } from './run.mjs';
import { lastLines, longStep, Problem, runMain, say } from './say.mjs';
import { setUpBuild } from './setup.mjs';

/** The scripts that a page names. */
const PLACED = [STANDALONE, 'element/define.js', 'inline.js', 'index.js'];

const home = join(paths.target, 'crossread');
const core = join(home, 'core');
const record = join(home, 'build.json');
const wasm = join(core, 'crossread_bg.wasm');

/**
 * What wasm-opt does: what gave the fewest bytes of brotli on this crate, and the features of WebAssembly that rustc's
 * target uses. A function with one caller stays a function: put into its caller it is fewer bytes before compression and
 * many more after it, since a body of a hundred kilobytes with hundreds of locals repeats nothing. The order of the
 * functions is left as well: those that are alike stand together.
 */
export const WASM_OPT = [
  '-Oz',
  '--one-caller-inline-max-function-size=0',
  '--enable-bulk-memory',
  '--enable-multivalue',
  '--enable-mutable-globals',
  '--enable-nontrapping-float-to-int',
  '--enable-reference-types',
  '--enable-sign-ext',
  '--strip-debug',
  '--strip-producers',
];

/**
 * What LLVM is told, for few bytes of brotli and little time:
 * - To inline what makes the code hardly longer, and of the functions with one caller only the small ones. The bonus that
 *   LLVM gives to those is fixed, so the price of an instruction is raised instead, from 5, and that of a call, from 25.
 *   A higher price still would save a twenty-eighth of the bytes and cost two thirds more time (docs/performance.md).
 * - To make no copies of an induction variable or of a load for speed: WebAssembly's addresses gain nothing from them.
 */
export const LLVM = [
  '-inline-instr-cost=15',
  '-inline-call-penalty=75',
  '-disable-lsr',
  '-disable-licm-promotion',
  '-enable-pre=0',
  '-enable-load-pre=0',
];

/**
 * Flags for rustc: those for LLVM; and places in panic messages are told from the crate's root and from Cargo's home, so
 * that the bytes do not depend on where somebody keeps the repository.
 */
export function rustFlags(llvm = LLVM) {
  const given = process.env.CARGO_ENCODED_RUSTFLAGS?.split('\u001f') ?? process.env.RUSTFLAGS?.split(' ') ?? [];
  return [
    ...given.filter(Boolean),
    ...llvm.map((flag) => `-Cllvm-args=${flag}`),
    `--remap-path-prefix=${cargoHome()}=cargo`,
    `--remap-path-prefix=${paths.root}=crossread`,
  ];
}

/**
 * What of the repository has no part in the core. All the rest has: a new room, or a list that the crate's build reads,
 * is seen without being named here.
 */
const NO_PART =
  /^(\.ci|\.git|bench|benches|docs|examples|fuzz|mutants|node_modules|package|pkg|scripts|target|tests|training|www|package.*\.json|.*\.md|LICENSE-.*)$/;

/** @param {string} rustc */
async function inputs(rustc) {
  const { stdout } = await run(rustc, ['--version']);
  const binaryen = JSON.parse(readFileSync(join(paths.nodeModules, 'binaryen', 'package.json'), 'utf8')).version;
  const settings = Object.entries(process.env).filter(([name]) => /^CARGO_(PROFILE|BUILD|TARGET_WASM32)_/.test(name));
  const sources = readdirSync(paths.root).filter((name) => !NO_PART.test(name));
  return fingerprint(
    [...sources, 'scripts/build.mjs'].map((name) => inRoot(name)),
    [stdout, wasmBindgenVersion(), binaryen, ...rustFlags(), ...settings.flat()],
  );
}

/** What the last build was made from and what it made. */
function lastBuild() {
  try {
    return JSON.parse(readFileSync(record, 'utf8'));
  } catch {
    return {};
  }
}

const outputs = () => fingerprint(coreFiles.map((name) => join(core, name)));

/** @param {{ wasmPack: string, wasmBindgen: string, rustc: string }} tools */
async function compile({ wasmPack, wasmBindgen, rustc }) {
  const { status, output } = await run(
    wasmPack,
    [
      'build',
      '--release',
      '--target',
      'web',
      '--mode',
      'no-install',
      '--no-opt',
      '--no-pack',
      '--out-dir',
      core,
      '--out-name',
      'crossread',
    ],
    {
      cwd: paths.root,
      env: { ...withPath([wasmBindgen, dirname(rustc)]), CARGO_ENCODED_RUSTFLAGS: rustFlags().join('\u001f') },
    },
  );
  if (status !== 0) throw new Problem('The core does not compile to WebAssembly.', lastLines(output, 80));
}

/** @param {string} wasmOpt */
async function optimise(wasmOpt) {
  const optimised = join(home, 'optimised.wasm');
  const before = statSync(wasm).size;
  const { status, output } = await run(process.execPath, [wasmOpt, wasm, '-o', optimised, ...WASM_OPT]);
  if (status !== 0) throw new Problem('wasm-opt failed.', lastLines(output));
  const after = statSync(optimised).size;
  if (after >= before)
    throw new Problem(
      `wasm-opt made nothing smaller (${before} bytes before, ${after} after): it did not do its work.`,
    );
  await WebAssembly.compile(readFileSync(optimised));
  renameSync(optimised, wasm);
  say(`  wasm-opt: ${Math.round(before / 1000)} kB became ${Math.round(after / 1000)} kB`);
}

/** Sets up what is missing and makes `pkg/`. */
export async function build() {
  const tools = await setUpBuild();
  await withLock(join(paths.target, 'crossread.lock'), 'a build in this directory', async () => {
    const made = await inputs(tools.rustc);
    const last = lastBuild();
    if (last.inputs !== made || !existsSync(wasm) || last.outputs !== outputs()) {
      await longStep(
        'Compiling the core to WebAssembly. A minute or two the first time, less after that.',
        async () => {
          mkdirSync(home, { recursive: true });
          await compile(tools);
          await optimise(tools.wasmOpt);
          // Cargo.lock may be new, and counts among the inputs.
          writeFileSync(record, JSON.stringify({ inputs: await inputs(tools.rustc), outputs: outputs() }));
        },
      );
    }
    await finish(core);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    await build();
    say('pkg/ is built. What a page may give as `integrity`, as in integrity.json:');
    for (const name of PLACED) say(`  ${name.padEnd(26)}${integrity(name)}`);
  });
}
