/**
 * `npm run fuzz`: throws mutations of the texts in `fuzz/seeds/` at the core, guided by what code they reach.
 *
 *     npm run fuzz                          a few seconds for each target
 *     npm run fuzz -- html --seconds 3600   an hour for one
 *
 * libFuzzer comes with the crate `libfuzzer-sys`, and stable Rust can count what code is reached, so that neither a
 * nightly toolchain nor cargo-fuzz is needed; whoever has them can use them on the same directory. What is found stays in
 * `target/fuzz/found/`.
 */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot, paths } from './project.mjs';
import { findProgram, run } from './run.mjs';
import { lastLines, Problem, runMain, say } from './say.mjs';
import { ensureRust } from './tools.mjs';

/** Names of the targets, as in `fuzz/targets/`. */
export const targets = readdirSync(inRoot('fuzz', 'targets')).map((file) => file.replace(/\.rs$/, ''));

/** How long each target runs unless it is said otherwise, in seconds. */
const SECONDS = 8;

/** What counts as a hang, in seconds, and as too much memory, in megabytes. */
const LIMITS = ['-timeout=20', '-rss_limit_mb=2048', '-max_len=4096'];

/** What libFuzzer needs to see which code is reached. Source: cargo-fuzz, `src/project.rs`. */
const COVERAGE = [
  '-Cpasses=sancov-module',
  '-Cllvm-args=-sanitizer-coverage-level=4',
  '-Cllvm-args=-sanitizer-coverage-inline-8bit-counters',
  '-Cllvm-args=-sanitizer-coverage-pc-table',
  '-Cllvm-args=-sanitizer-coverage-trace-compares',
  '--cfg=fuzzing',
  '-Ccodegen-units=1',
];

/** Why this machine cannot fuzz, or `null`. */
export function obstacle() {
  if (process.platform === 'win32') return 'libFuzzer is not built on Windows';
  const compilers = [process.env.CXX, 'c++', 'g++', 'clang++'];
  return compilers.some((name) => name && (existsSync(name) || findProgram(name)))
    ? null
    : 'there is no C++ compiler to build libFuzzer with';
}

/** Compiles the targets and returns where they stand. */
export async function buildTargets() {
  const { cargo, rustc } = await ensureRust();
  const { stdout } = await run(rustc, ['-vV']);
  const host = /^host: (.*)$/m.exec(stdout)?.[1] ?? '';
  const directory = join(paths.target, 'fuzz');
  // With a target named, the flags are not those of build scripts.
  const args = ['build', '--release', '--bins', '--target', host, '--target-dir', directory];
  const env = { ...process.env, RUSTFLAGS: COVERAGE.join(' ') };
  const built = await run(cargo, [...args, '--manifest-path', inRoot('fuzz', 'Cargo.toml')], { env });
  if (built.status !== 0) throw new Problem('The fuzz targets could not be built.', lastLines(built.output));
  return join(directory, host, 'release');
}

/**
 * Runs a target.
 * @param {string} place  Where the targets stand.
 * @param {string} target
 * @param {number} seconds
 * @returns {Promise<{ ok: boolean, line: string, output: string }>}
 */
export async function runTarget(place, target, seconds) {
  const grown = join(paths.target, 'fuzz', 'corpus', target);
  const found = join(paths.target, 'fuzz', 'found', target);
  for (const directory of [grown, found]) mkdirSync(directory, { recursive: true });
  const args = [
    ...LIMITS,
    `-max_total_time=${seconds}`,
    `-dict=${inRoot('fuzz', 'news.dict')}`,
    `-artifact_prefix=${found}/`,
    '-print_final_stats=1',
    grown,
    inRoot('fuzz', 'seeds', target),
  ];
  const { status, output } = await run(join(place, target), args, { limit: (seconds + 120) * 1000 });
  const number = (/** @type {string} */ name) => Number(new RegExp(`^stat::${name}:\\s+(\\d+)`, 'm').exec(output)?.[1]);
  const executed = number('number_of_executed_units');
  const line = `${target}: ${executed} executions, ${number('average_exec_per_sec')} per second, ${number('peak_rss_mb')} MB`;
  return { ok: status === 0 && executed > 0, line, output };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    const why = obstacle();
    if (why) throw new Problem(`The targets cannot be built here: ${why}.`);
    const given = process.argv.slice(2);
    const at = given.indexOf('--seconds');
    const seconds = at < 0 ? SECONDS : Number(given.splice(at, 2)[1]);
    const place = await buildTargets();
    for (const target of given.length ? given : targets) {
      if (!targets.includes(target)) throw new Problem(`There is no target ${target}: ${targets.join(', ')}.`);
      const { ok, line, output } = await runTarget(place, target, seconds);
      if (!ok) throw new Problem(`${target} found something; see target/fuzz/found/${target}/.`, lastLines(output, 60));
      say(line);
    }
  });
}
