/**
 * `npm run bench`: Crossread beside what one would put together instead, in one browser and one run, so that the ratios
 * hold whatever the machine.
 *
 *     npm run bench                 everything, as a table, and as JSON in target/crossread/bench/results.json
 *     npm run bench -- --short      what the tests look at: fewer rounds, no growth, no floor
 *     CROSSREAD_CORPUS=… npm run bench   measures the outside summit instead of the sample story
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { grow } from '../bench/grow.mjs';
import { build, rustFlags } from './build.mjs';
import { inPackage, loadedFiles } from './package-files.mjs';
import { inRoot, paths, wasmTarget } from './project.mjs';
import { npm, run } from './run.mjs';
import { lastLines, longStep, Problem, runMain, say } from './say.mjs';
import { setUpBrowser } from './setup.mjs';
import { ensureRust, ensureWasmBindgen } from './tools.mjs';

const HOME = join(paths.target, 'crossread', 'bench');
const FOLDER = inRoot('bench');

/** The peers, by their file in bench/peers. */
const PEERS = {
  compromise: 'compromise (tags, names, quotes)',
  'compromise-dates': 'compromise with dates',
  stack: 'smallest whole stack',
  wink: 'wink-nlp with its model',
  chrono: 'chrono-node, English (dates only)',
  recognizers: 'Microsoft recognizers',
};

/** @typedef {{ brotli: number, load: number, first: number, warm: number }} Figures */

/** @param {Buffer[]} files */
const brotli = (files) => files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0);

/** Installs the peers as locked and makes a script of each. */
async function bundle() {
  if (!existsSync(join(FOLDER, 'node_modules', '.package-lock.json'))) {
    await longStep('Installing what Crossread is measured against, of bench/package-lock.json. A minute.', async () => {
      const { status, output } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER });
      if (status !== 0) throw new Problem('npm could not install the peers.', lastLines(output));
    });
  }
  const { build: pack } = await import(pathToFileURL(join(FOLDER, 'node_modules', 'esbuild', 'lib', 'main.js')).href);
  await pack({
    bundle: true,
    entryPoints: Object.keys(PEERS).map((name) => join(FOLDER, 'peers', `${name}.js`)),
    format: 'esm',
    logLevel: 'error',
    minify: true,
    outdir: join(HOME, 'peers'),
    platform: 'browser',
  });
}

/** Builds the core once more, with a function that does no more than cut into words and sentences. */
async function buildFloor() {
  const { cargo } = await ensureRust();
  const wasmBindgen = await ensureWasmBindgen();
  await longStep('Compiling the core with the floor that its speed is held against. A few minutes.', async () => {
    const args = ['build', '--release', '--lib', '--target', wasmTarget, '--features', 'bench'];
    const env = {
      ...process.env,
      CARGO_ENCODED_RUSTFLAGS: rustFlags().join('\u001f'),
      CARGO_TARGET_DIR: join(HOME, 'target'),
    };
    const built = await run(cargo, args, { cwd: paths.root, env });
    if (built.status !== 0) throw new Problem('The core does not compile with its floor.', lastLines(built.output));
    const wasm = join(HOME, 'target', wasmTarget, 'release', 'crossread.wasm');
    const out = ['--target', 'web', '--out-dir', join(HOME, 'floor')];
    const bound = await run(join(wasmBindgen, 'wasm-bindgen'), [wasm, ...out]);
    if (bound.status !== 0) throw new Problem('wasm-bindgen failed.', lastLines(bound.output));
  });
}

/** The story of five articles that all are measured on. */
function summit() {
  const corpus = process.env.CROSSREAD_CORPUS;
  const outside = corpus && join(corpus, 'stories', 'summit.json');
  const file = outside && existsSync(outside) ? outside : inRoot('www', 'stories', 'summit.json');
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * Measures everything.
 * @param {{ short?: boolean }} [options]
 */
export async function bench({ short = false } = {}) {
  mkdirSync(HOME, { recursive: true });
  await build();
  await setUpBrowser();
  await bundle();
  if (!short) await buildFloor();
  const story = summit();
  const texts = story.articles.map((/** @type {any} */ { text }) => text);
  // Only now is playwright-core sure to be there.
  const { closeBrowser, openDemo } = await import('../tests/page/harness.mjs');
  const { watchTasks } = await import('../tests/page/tasks.mjs');
  /** @type {import('./serve.mjs').Mounts} */
  const mounts = [
    ['/pkg/', paths.pkg],
    ['/peers/', join(HOME, 'peers')],
    ['/floor/', join(HOME, 'floor')],
    ['/', FOLDER],
  ];
  // Some of the peers make code and markup out of strings.
  const headers = { 'Content-Security-Policy': "default-src 'self' 'unsafe-eval' data: blob:" };
  /**
   * Calls a function of bench/page.js in a fresh page.
   * @param {string} name
   * @param {unknown[]} args
   * @param {(page: import('playwright-core').Page, work: () => Promise<any>) => Promise<any>} [around]
   */
  const inPage = async (name, args, around = async (...[, work]) => work()) => {
    const demo = await openDemo({ path: 'page.html', mounts, headers });
    try {
      return await around(demo.page, () =>
        demo.page.evaluate(
          async ([own, given]) => (await import(/** @type {any} */ ('/page.js')))[own](...given),
          /** @type {const} */ ([name, args]),
        ),
      );
    } finally {
      await demo.close();
    }
  };
  try {
    /** @type {Record<string, Figures>} */
    const figures = {};
    const rounds = short ? 1 : 3;
    const names = short ? ['compromise-dates', 'stack', 'wink'] : Object.keys(PEERS);
    /** @type {Record<string, any[]>} */
    const taken = {};
    for (let round = 0; round < rounds; round += 1) {
      (taken.ours ??= []).push(await inPage('ours', [story]));
      for (const name of names) (taken[name] ??= []).push(await inPage('peer', [`/peers/${name}.js`, texts]));
    }
    const middle = (/** @type {any[]} */ found, /** @type {string} */ what) =>
      found.map((each) => each[what]).sort((a, b) => a - b)[Math.floor(found.length / 2)];
    for (const [name, found] of Object.entries(taken)) {
      const files =
        name === 'ours' ? loadedFiles().map((file) => inPackage(file)) : [join(HOME, 'peers', `${name}.js`)];
      figures[name] = {
        brotli: brotli(files.map((file) => readFileSync(file))),
        load: middle(found, 'load'),
        first: middle(found, 'first'),
        warm: middle(found, 'warm'),
      };
    }
    const shown = await inPage('element', [story]);
    const five = await inPage('once', [grow(story, 5)]);
    const twenty = short ? undefined : await inPage('once', [grow(story, 20)]);
    const sixtyFour = short ? undefined : await inPage('once', [grow(story, 64)]);
    const tasks = (await inPage('scrolled', [grow(story, short ? 20 : 64)], watchTasks)).tasks;
    const power = (/** @type {any} */ found, /** @type {number} */ count) =>
      found && Math.log(found.time / five.time) / Math.log(count / 5);
    const floor = short ? undefined : await inPage('floor', [story, texts.join('\n')]);
    return {
      figures,
      element: shown,
      growth: { 20: power(twenty, 20), 64: power(sixtyFour, 64) },
      memory: { 5: five.memory, 64: sixtyFour?.memory },
      tasks,
      floor: floor && { ...floor, times: floor.all / floor.split },
    };
  } finally {
    await closeBrowser();
  }
}

/** @param {Awaited<ReturnType<typeof bench>>} found */
function table({ figures, element, growth, memory, tasks, floor }) {
  const { ours } = figures;
  const cell = (/** @type {unknown} */ text, width = 10) => String(text).padStart(width);
  const time = (/** @type {number} */ own, /** @type {number} */ base) =>
    cell(`${own.toFixed(own < 10 ? 1 : 0)}`) + cell(`×${(own / base).toFixed(1)}`, 8);
  const line = (/** @type {string} */ name, /** @type {Figures} */ { brotli: size, load, first, warm }) =>
    [
      name.padEnd(34),
      cell(Math.round(size / 1000)),
      cell(`×${(size / (ours?.brotli ?? 1)).toFixed(2)}`, 8),
      time(load, ours?.load ?? 1),
      time(first, ours?.first ?? 1),
      time(warm, ours?.warm ?? 1),
    ].join('');
  const mega = (/** @type {number | undefined} */ bytes) =>
    bytes === undefined ? '–' : `${(bytes / 1e6).toFixed(1)} MB`;
  const head = ['brotli kB', 'load ms', 'first ms', 'warm ms'].map((name) => cell(name) + cell('ratio', 8)).join('');
  const rows = Object.entries(figures).map(([name, own]) =>
    line(name === 'ours' ? 'Crossread' : PEERS[/** @type {keyof typeof PEERS} */ (name)], own),
  );
  return [
    `${''.padEnd(34)}${head}`,
    ...rows,
    '',
    `script to first complete paint of the story  ${element.cold.toFixed(0)} ms, ×${(element.cold / (figures.stack?.load ?? NaN)).toFixed(2)} of the smallest stack's mere load`,
    `repaint after unticking an outlet            ${element.repaint.toFixed(0)} ms`,
    `longest task of the page, long story         ${tasks.longest.toFixed(0)} ms of the processor (${tasks.what})`,
    `growth, as a power of the text, 5 to 20, 64  ${growth[20]?.toFixed(2) ?? '–'}, ${growth[64]?.toFixed(2) ?? '–'}`,
    `memory of the core, 5 and 64 articles        ${mega(memory[5])}, ${mega(memory[64])}`,
    `time against cutting into words and sentences ${floor ? `×${floor.times.toFixed(0)}` : '–'}`,
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    const { values } = parseArgs({ options: { short: { type: 'boolean', default: false } } });
    const found = await bench(values);
    writeFileSync(join(HOME, 'results.json'), `${JSON.stringify(found, null, 2)}\n`);
    say(table(found));
    say(`\n${join(HOME, 'results.json')}`);
  });
}
