/**
 * The tarball in other people's projects: each folder of `recipes/` is one, is built as its tool says, and runs. The
 * documentation quotes these very files. Tools and frameworks are installed into `target/`, by a lock file of their own.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { inRoot, paths } from '../../scripts/project.mjs';
import { npm, run } from '../../scripts/run.mjs';
import { installTarball } from '../package/installed.mjs';
import { closeBrowser, openDemo } from '../page/harness.mjs';

/** The project in which all of it is built. */
const place = join(paths.target, 'crossread', 'install');
const own = (/** @type {string[]} */ ...parts) => inRoot('tests', 'install', ...parts);

/** How long a tool may take, in milliseconds. */
const limit = 120_000;

/** What a page may do whose host sets no policy of its own. */
const headers = { 'Content-Security-Policy': "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'" };

/** Installs the tools, unless they are there as the lock file says. */
async function installTools() {
  const lock = readFileSync(own('package-lock.json'), 'utf8');
  const record = join(place, 'installed.json');
  mkdirSync(place, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) cpSync(own(name), join(place, name));
  if (existsSync(record) && readFileSync(record, 'utf8') === lock) return;
  cpSync(inRoot('.npmrc'), join(place, '.npmrc'));
  const { status, output } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: place });
  assert.equal(status, 0, output);
  writeFileSync(record, lock);
}

before(
  async () => {
    await installTools();
    const { project, remove } = await installTarball();
    for (const name of ['node_modules/crossread', 'recipes', 'built']) {
      rmSync(join(place, name), { recursive: true, force: true });
    }
    cpSync(join(project, 'node_modules', 'crossread'), join(place, 'node_modules', 'crossread'), { recursive: true });
    cpSync(own('recipes'), join(place, 'recipes'), { recursive: true });
    remove();
  },
  { timeout: 10 * 60_000 },
);

after(closeBrowser);

/**
 * Runs a program of `node_modules` by Node.
 * @param {string} program
 * @param {string[]} args
 * @param {string} [recipe]  In which folder.
 */
async function tool(program, args, recipe = '.') {
  const cwd = join(place, recipe === '.' ? '' : 'recipes', recipe);
  const env = { ...process.env, NODE_ENV: 'production', CI: 'true' };
  const { status, output } = await run(process.execPath, [join(place, 'node_modules', program), ...args], {
    cwd,
    env,
    limit,
  });
  assert.equal(status, 0, output);
  return output;
}

const built = (/** @type {string[]} */ ...parts) => join(place, 'built', ...parts);

/** Copies what a tool leaves to its user. @param {string} recipe @param {string[]} names */
function copy(recipe, ...names) {
  mkdirSync(built(recipe), { recursive: true });
  for (const name of names) cpSync(join(place, 'recipes', recipe, name), built(recipe, name));
}

/**
 * The page shows the compared story, and nothing is missing or said.
 * @param {import('../../scripts/serve.mjs').Mounts} mounts
 * @param {string} path
 * @param {(page: import('playwright-core').Page) => Promise<unknown>} [seen]
 */
async function opens(mounts, path = '', seen = compared) {
  const demo = await openDemo({ mounts, path, headers });
  try {
    await seen(demo.page).catch((error) => assert.fail(`${error.message}\n${demo.messages.join('\n')}`));
    demo.assertQuiet();
  } finally {
    await demo.close();
  }
}

/** @param {import('playwright-core').Page} page */
async function compared(page) {
  await page.locator('cross-read .page [data-act]').first().waitFor();
  // What is loaded only when it is asked for is found as well.
  const add = page.locator('#add');
  await add.click();
  await page.locator('cross-read dialog textarea').waitFor();
}

/** @param {string} recipe @returns {import('../../scripts/serve.mjs').Mounts} */
const dist = (recipe) => [['/', built(recipe)]];

for (const recipe of ['script-module', 'import-map']) {
  test(`${recipe}: the package's files as they are`, async () => {
    await opens(
      [
        ['/node_modules/crossread/', join(place, 'node_modules', 'crossread')],
        ['/', join(place, 'recipes')],
      ],
      `${recipe}/`,
    );
  });
}

for (const version of ['vite', 'vite6']) {
  test(`${version}: built`, async () => {
    await tool(`${version}/bin/vite.js`, ['build', '--outDir', built(version), '--emptyOutDir'], 'vite');
    await opens(dist(version));
  });

  test(`${version}: its development server`, async () => {
    const cwd = join(place, 'recipes', 'vite');
    const program = join(place, 'node_modules', version, 'bin', 'vite.js');
    const server = spawn(process.execPath, [program, '--host', '127.0.0.1', '--port', '0'], { cwd });
    try {
      const address = await new Promise((found, fail) => {
        let said = '';
        const hear = (/** @type {Buffer} */ data) => {
          said += data;
          const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(stripVTControlCharacters(said)) ?? [];
          if (url) found(url);
        };
        server.stdout.on('data', hear);
        server.stderr.on('data', hear);
        server.on('exit', () => fail(new Error(said)));
      });
      const { page, close } = await openDemo({ mounts: [['/', join(place, 'recipes', 'script-module')]], headers });
      await page.goto(address);
      await compared(page);
      await close();
    } finally {
      server.kill();
    }
  });
}

test('webpack', async () => {
  await tool('webpack-cli/bin/cli.js', ['--output-path', built('webpack')], 'webpack');
  copy('webpack', 'index.html');
  await opens(dist('webpack'));
});

test('esbuild', async () => {
  const out = `--outdir=${built('esbuild')}`;
  await tool('esbuild/bin/esbuild', ['main.js', '--bundle', '--format=esm', '--splitting', out], 'esbuild');
  copy('esbuild', 'index.html');
  await opens(dist('esbuild'));
});

test('Rollup', async () => {
  await tool('rollup/dist/bin/rollup', ['--config', '--dir', built('rollup')], 'rollup');
  copy('rollup', 'index.html');
  await opens(dist('rollup'));
});

test('Parcel', async () => {
  await tool(
    'parcel/lib/bin.js',
    ['build', 'index.html', '--dist-dir', built('parcel'), '--public-url', './', '--no-cache'],
    'parcel',
  );
  await opens(dist('parcel'));
});

for (const framework of ['react', 'vue', 'svelte']) {
  test(`${framework}: the element with a typed property`, async () => {
    await tool('vite/bin/vite.js', ['build', '--outDir', built(framework), '--emptyOutDir'], framework);
    await opens(dist(framework), '', async (page) => {
      await compared(page);
      assert.equal(await page.locator('cross-read section').count(), 2, 'the sections that were asked for');
    });
  });
}

test('a server imports the element and renders ahead, as it is and bundled by esbuild', async () => {
  const out = built('server', 'page.mjs');
  await tool(
    'esbuild/bin/esbuild',
    ['page.js', '--bundle', '--platform=node', '--format=esm', `--outfile=${out}`],
    'server',
  );
  const pages = [];
  for (const file of [join(place, 'recipes', 'server', 'page.js'), out]) {
    const program = `import { page } from ${JSON.stringify(new URL(`file://${file}`).href)}; console.log(await page());`;
    const { status, output } = await run(process.execPath, ['--input-type=module', '-e', program], { limit });
    assert.equal(status, 0, output);
    pages.push(output);
  }
  assert.match(
    pages[0] ?? '',
    /^<cross-read src="\/story\.json"><div class="crossread-ahead" data-digest="[0-9a-f]{16}"/,
  );
  assert.equal(pages[1], pages[0]);
});

test('Node compares without a page', async () => {
  const { status, output } = await run(process.execPath, [join(place, 'recipes', 'server', 'main.js')], { limit });
  assert.equal(status, 0, output);
  assert.match(output, /^\S+ or \S+\n$/);
});

test('a web worker, by Vite', async () => {
  await tool('vite/bin/vite.js', ['build', '--outDir', built('worker'), '--emptyOutDir'], 'worker');
  await opens(dist('worker'), '', (page) => page.getByText(/^[1-9]\d* facts$/).waitFor());
});

test('a service worker, by esbuild', async () => {
  // A service worker is a classic script in all browsers; what registers it is a module.
  for (const [name, format] of [
    ['main.js', 'esm'],
    ['service-worker.js', 'iife'],
  ]) {
    const args = [`${name}`, '--bundle', `--format=${format}`, `--outdir=${built('service-worker')}`];
    await tool('esbuild/bin/esbuild', args, 'service-worker');
  }
  copy('service-worker', 'index.html');
  await opens(dist('service-worker'), '', (page) => page.getByText(/^[1-9]\d* facts$/).waitFor());
});

for (const project of [
  'typescript/tsconfig.bundler.json',
  'typescript/tsconfig.nodenext.json',
  'react/tsconfig.json',
]) {
  test(`the types hold: ${project}`, async () => {
    assert.equal(await tool('typescript/bin/tsc', ['--project', join(place, 'recipes', project)]), '');
  });
}

test('publint finds nothing', async () => {
  const { publint } = await import(join(place, 'node_modules', 'publint', 'src', 'index-node.js'));
  const { messages } = await publint({ pkgDir: join(place, 'node_modules', 'crossread'), strict: true });
  assert.deepEqual(messages, []);
});

test('are the types wrong? They are not', async () => {
  const { tarball, remove } = await installTarball();
  try {
    await tool('@arethetypeswrong/cli/dist/index.js', [tarball, '--profile', 'esm-only']);
  } finally {
    remove();
  }
});
