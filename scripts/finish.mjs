/**
 * The one step after wasm-pack: makes `pkg/` the package that is published.
 *
 * It copies, it writes `package.json`, and it removes what an older build left. It never edits generated code.
 * A file that is already as it should be is not touched; any other is replaced in one rename, so that a server
 * or a test that is reading `pkg/` never sees half a file.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { filesUnder } from './fingerprint.mjs';
import {
  builtFiles,
  committedFiles,
  coreFiles,
  elementFiles,
  elementSource,
  inPackage,
  licenceFiles,
} from './package-files.mjs';
import { inRoot, paths } from './project.mjs';
import { run } from './run.mjs';
import { lastLines, Problem } from './say.mjs';
import { ensureRust } from './tools.mjs';

/**
 * @param {string} file
 * @param {string | Buffer} content
 */
function put(file, content) {
  const bytes = Buffer.from(content);
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  mkdirSync(dirname(file), { recursive: true });
  const half = `${file}.half-${process.pid}`;
  writeFileSync(half, bytes);
  renameSync(half, file);
}

/** What Cargo.toml says about the crate, as Cargo reads it. */
async function crate() {
  const { cargo } = await ensureRust();
  const { status, stdout, output } = await run(cargo, ['metadata', '--no-deps', '--format-version', '1'], {
    cwd: paths.root,
  });
  if (status !== 0) throw new Problem('Cargo cannot read Cargo.toml.', lastLines(output));
  return JSON.parse(stdout).packages[0];
}

/**
 * `exports`: the core as `crossread`, the bytes as `crossread/wasm`, and what the element's files offer.
 * `crossread/define` registers `<cross-read>`, `crossread/element` only exports its class.
 * @param {string[]} element
 */
function packageExports(element) {
  /** @param {string} name */
  const script = (name) => {
    const types = name.replace(/\.js$/, '.d.ts');
    return element.includes(types) ? { types: `./${types}`, default: `./${name}` } : `./${name}`;
  };
  return {
    '.': { types: './crossread.d.ts', default: './crossread.js' },
    './wasm': './crossread_bg.wasm',
    ...(element.includes('element/define.js') && { './define': script('element/define.js') }),
    ...(element.includes('element/cross-read.js') && { './element': script('element/cross-read.js') }),
    ...Object.fromEntries(element.filter((name) => name.endsWith('.css')).map((name) => [`./${name}`, `./${name}`])),
    './package.json': './package.json',
  };
}

/**
 * The package's own package.json. Version, description, licence and keywords are said once, in Cargo.toml.
 * @param {any} crate
 */
function packageJson({ name, version, description, license, keywords, repository, homepage }) {
  const element = elementFiles();
  return {
    name,
    version,
    description,
    keywords,
    license,
    ...(homepage && { homepage }),
    ...(repository && { repository: { type: 'git', url: repository } }),
    type: 'module',
    main: './crossread.js',
    types: './crossread.d.ts',
    exports: packageExports(element),
    files: [...coreFiles, ...(element.length ? ['element'] : []), ...licenceFiles],
    sideEffects: element.includes('element/define.js') ? ['./element/define.js'] : false,
  };
}

/** Removes what stands in `pkg/` and is neither built nor committed. */
function removeLeftovers() {
  const wanted = new Set([...builtFiles(), ...committedFiles]);
  for (const file of filesUnder(paths.pkg)) {
    if (wanted.has(relative(paths.pkg, file).split(sep).join('/'))) continue;
    rmSync(file);
    try {
      if (dirname(file) !== paths.pkg) rmdirSync(dirname(file));
    } catch {
      // not empty
    }
  }
}

/**
 * @param {string} core  The directory in which wasm-pack left the core.
 */
export async function finish(core) {
  for (const name of coreFiles) put(inPackage(name), readFileSync(join(core, name)));
  for (const name of elementFiles()) put(inPackage(name), readFileSync(elementSource(name)));
  for (const name of licenceFiles) put(inPackage(name), readFileSync(inRoot(name)));
  put(inPackage('package.json'), `${JSON.stringify(packageJson(await crate()), null, 2)}\n`);
  removeLeftovers();
}
