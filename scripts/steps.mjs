/**
 * The steps of `npm test`, in the order in which they run: what is quickest to fail comes first.
 *
 * A step has a name, belongs to a part (`npm test -- native page` runs two of them), and returns what it found.
 * A step that is there to run tests and runs none has failed.
 */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { build } from './build.mjs';
import { filesUnder } from './fingerprint.mjs';
import { buildTargets, obstacle, runTarget, targets } from './fuzz.mjs';
import { inRoot, paths, wasmTarget } from './project.mjs';
import { run, withPath } from './run.mjs';
import { setUpBrowser, setUpBuild, setUpNode } from './setup.mjs';
import { checkSizes } from './sizes.mjs';
import { ensureRust, ensureWasmTarget } from './tools.mjs';

/**
 * @typedef {object} Result
 * @property {boolean} ok
 * @property {string} output  Shown in full where the step failed.
 * @property {number} [passed]  Tests, for a step that runs tests.
 * @property {number} [failed]
 * @property {number} [skipped]
 * @property {string[]} [notes]  Lines worth seeing though all is well.
 */

/**
 * @typedef {object} Step
 * @property {string} part
 * @property {string} name
 * @property {() => Promise<Result>} run
 */

/** How long one step's program may run, in milliseconds: longer than any needs, so that a hanging test ends and is seen. */
const LIMIT = 40 * 60_000;

/** How long each fuzz target runs, in seconds. */
const FUZZED = 60;

/**
 * Runs a program whose exit status is the finding.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Result>}
 */
async function check(program, args, env) {
  const { status, output } = await run(program, args, { cwd: paths.root, env, limit: LIMIT });
  return { ok: status === 0, output: stripVTControlCharacters(output) };
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
const cargo = async (args, env) => check((await ensureRust()).cargo, args, env);

/**
 * Runs an npm package's program, by Node and not by way of a shell.
 * @param {string[]} script  The program's place in `node_modules`.
 * @param {string[]} args
 */
async function nodePackage(script, args) {
  await setUpNode();
  return check(process.execPath, [join(paths.nodeModules, ...script), ...args]);
}

/**
 * Adds up the numbers that stand for one word in a test runner's summaries.
 * @param {string} output
 * @param {RegExp} pattern
 */
const sum = (output, pattern) => [...output.matchAll(pattern)].reduce((total, [, number]) => total + Number(number), 0);

/**
 * Counts the tests that Rust's test runner, natively or in a browser, says it ran.
 * @param {Result} result
 * @returns {Result}
 */
function countRust(result) {
  const { output } = result;
  return withCounts(result, {
    passed: sum(output, /^test result: .*?(\d+) passed/gm),
    failed: sum(output, /^test result: .*?(\d+) failed/gm),
    skipped: sum(output, /^test result: .*?(\d+) ignored/gm),
  });
}

/**
 * Counts the tests that Node's test runner says it ran.
 * @param {Result} result
 * @returns {Result}
 */
function countNode(result) {
  const { output } = result;
  return withCounts(result, {
    passed: sum(output, /^(?:#|ℹ) pass (\d+)/gm),
    failed: sum(output, /^(?:#|ℹ) (?:fail|cancelled) (\d+)/gm),
    skipped: sum(output, /^(?:#|ℹ) skipped (\d+)/gm),
  });
}

/**
 * @param {Result} result
 * @param {{ passed: number, failed: number, skipped: number }} counts
 * @returns {Result}
 */
function withCounts(result, counts) {
  if (result.ok && counts.passed + counts.skipped === 0) {
    return { ...result, ...counts, ok: false, output: `${result.output}\nNo test was run.` };
  }
  return { ...result, ...counts };
}

/**
 * The tests that a directory holds, run by Node's test runner.
 * @param {string} directory
 */
async function nodeTests(directory) {
  const files = filesUnder(inRoot('tests', directory)).filter((file) => file.endsWith('.test.mjs'));
  return countNode(
    await check(process.execPath, ['--test', '--test-reporter=spec', '--test-timeout=900000', ...files]),
  );
}

/**
 * The crate's tests in the browser: `tests/browser.rs`, and `tests/browser_*.rs` should there be more. Only they are
 * compiled for WebAssembly, the others need no browser.
 */
const browserTests = () =>
  filesUnder(inRoot('tests'))
    .map((file) => /^browser\w*(?=\.rs$)/.exec(relative(inRoot('tests'), file))?.[0])
    .flatMap((name) => (name ? ['--test', name] : []));

/** @type {Step[]} */
export const steps = [
  { part: 'style', name: 'Rust is formatted (cargo fmt)', run: () => cargo(['fmt', '--check']) },
  {
    part: 'style',
    name: 'JavaScript, CSS, HTML and JSON are formatted (prettier)',
    run: () => nodePackage(['prettier', 'bin', 'prettier.cjs'], ['--check', '.']),
  },
  {
    part: 'style',
    name: 'JavaScript has no lint (eslint)',
    run: () => nodePackage(['eslint', 'bin', 'eslint.js'], ['--max-warnings', '0', '.']),
  },
  {
    part: 'style',
    name: 'Rust has no lint (cargo clippy)',
    run: () => cargo(['clippy', '--all-targets', '--', '-D', 'warnings']),
  },
  {
    part: 'style',
    name: 'Rust has no lint where it is compiled to WebAssembly (cargo clippy)',
    run: async () => {
      await ensureWasmTarget();
      return cargo(['clippy', '--target', wasmTarget, '--lib', ...browserTests(), '--', '-D', 'warnings']);
    },
  },
  { part: 'scripts', name: 'The scripts themselves', run: () => nodeTests('scripts') },
  {
    part: 'native',
    name: 'The core, natively (cargo test)',
    run: async () => countRust(await cargo(['test', '--no-fail-fast'])),
  },
  {
    part: 'fuzz',
    name: 'Mutations of texts, pages and stories, a minute each (npm run fuzz)',
    run: async () => {
      const why = obstacle();
      if (why) return { ok: true, output: '', skipped: targets.length, notes: [`Not fuzzed: ${why}.`] };
      const place = await buildTargets();
      const notes = [];
      let output = '';
      const together = availableParallelism();
      for (let at = 0; at < targets.length; at += together) {
        const some = targets.slice(at, at + together).map((target) => runTarget(place, target, FUZZED));
        for (const found of await Promise.all(some)) {
          notes.push(found.line);
          if (!found.ok) output += found.output;
        }
      }
      return { ok: !output, output, passed: output ? 0 : targets.length, notes };
    },
  },
  {
    part: 'native',
    name: 'The crate is documented without a warning (cargo doc)',
    run: () => cargo(['doc', '--no-deps'], { ...process.env, RUSTDOCFLAGS: '-D warnings' }),
  },
  {
    part: 'native',
    name: 'The crate can be published (cargo package)',
    run: () => cargo(['package', '--allow-dirty']),
  },
  {
    part: 'package',
    name: 'The package is built (npm run build)',
    run: async () => {
      await build();
      return { ok: true, output: '' };
    },
  },
  {
    part: 'package',
    name: 'The element stays small (npm run sizes)',
    run: async () => {
      const { problems, table } = checkSizes();
      return {
        ok: problems.length === 0,
        output: [table, ...problems, 'If this is meant: npm run sizes -- --update'].join('\n'),
      };
    },
  },
  {
    part: 'package',
    name: 'The types hold (tsc)',
    run: () => nodePackage(['typescript', 'bin', 'tsc'], ['--project', 'tsconfig.json']),
  },
  { part: 'package', name: 'The package, packed and imported in Node', run: () => nodeTests('package') },
  {
    part: 'install',
    name: 'The package, installed: bundlers, frameworks, workers, TypeScript',
    run: async () => {
      await build();
      await setUpBrowser();
      return nodeTests('install');
    },
  },
  {
    part: 'browser',
    name: 'The border, in Chromium (wasm-bindgen-test)',
    run: async () => {
      const { wasmBindgen } = await setUpBuild();
      const { chromedriver } = await setUpBrowser();
      const tests = browserTests();
      if (!tests.length) return { ok: false, output: 'There is no tests/browser.rs.' };
      // What `wasm-pack test --headless --chrome` does, except that it would compile every other test to WebAssembly as well.
      const env = {
        ...withPath([wasmBindgen]),
        CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: 'wasm-bindgen-test-runner',
        CHROMEDRIVER: chromedriver,
        WASM_BINDGEN_TEST_ONLY_WEB: '1',
      };
      return countRust(await cargo(['test', '--no-fail-fast', '--target', wasmTarget, ...tests], env));
    },
  },
  {
    part: 'bench',
    name: 'Speed beside others, in Chromium (npm run bench -- --short)',
    run: async () => {
      await setUpBrowser();
      return nodeTests('bench');
    },
  },
  {
    part: 'page',
    name: 'The page, in Chromium, and where they are there in Firefox and WebKit',
    run: async () => {
      await build();
      await setUpBrowser();
      if (!existsSync(inRoot('www', 'index.html'))) return { ok: false, output: 'There is no www/index.html.' };
      return nodeTests('page');
    },
  },
];

/** The names that `npm test -- …` knows. */
export const parts = [...new Set(steps.map(({ part }) => part))];
