/**
 * The one step after wasm-pack: makes `pkg/` the package that is published.
 *
 * It copies, it writes `package.json`, and it removes what an older build left. It never edits generated code.
 * A file that is already as it should be is not touched; any other is replaced in one rename, so that a server
 * or a test that is reading `pkg/` never sees half a file.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { aheadStyles, customElements, inlined, integrity, standalone } from './bundle.mjs';
import { filesUnder } from './fingerprint.mjs';
import {
  AHEAD,
  builtFiles,
  committedFiles,
  coreFiles,
  elementFiles,
  entryFiles,
  INLINE,
  inPackage,
  INTEGRITY,
  MANIFEST,
  NOTICES,
  rootFiles,
  sourceOf,
  STANDALONE,
} from './package-files.mjs';
import { notices } from './notices.mjs';
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

/** What a script of the package is imported as, with the types beside it. @param {string} name */
const script = (name) => ({ types: `./${name.replace(/\.js$/, '.d.ts')}`, default: `./${name}` });

/**
 * `exports`. `crossread` does nothing when it is imported, and `crossread/inline` is the same with the WebAssembly inside;
 * `crossread/define` registers `<cross-read>`, and `crossread/element` is its class.
 */
const exported = {
  '.': { types: './index.d.ts', node: './node.js', default: './index.js' },
  './define': script('element/define.js'),
  './element': script('element/cross-read.js'),
  './inline': script('inline.js'),
  './standalone': script(STANDALONE),
  './worker': script('element/worker.js'),
  './wasm': { types: './crossread_bg.wasm.d.ts', default: './crossread_bg.wasm' },
  './ahead.css': { types: `./${AHEAD}.d.ts`, default: `./${AHEAD}` },
  './custom-elements.json': `./${MANIFEST}`,
  './integrity.json': `./${INTEGRITY}`,
  './package.json': './package.json',
};

/** What does something when it is imported. */
const sideEffects = [
  `./${AHEAD}`,
  './bin.js',
  './element/define.js',
  './element/worker.js',
  './inline.js',
  './node.js',
  `./${STANDALONE}`,
];

/**
 * The package's own package.json. Version, description, licence and keywords are said once, in Cargo.toml.
 * @param {any} crate
 */
function packageJson({ name, version, description, license, keywords, repository, homepage }) {
  return {
    name,
    version,
    description,
    keywords,
    license,
    ...(homepage && { homepage }),
    ...(repository && { repository: { type: 'git', url: repository } }),
    type: 'module',
    main: './index.js',
    types: './index.d.ts',
    exports: exported,
    customElements: `./${MANIFEST}`,
    bin: { crossread: './bin.js' },
    files: ['element', ...builtFiles().filter((file) => !file.includes('/') && file !== 'package.json')],
    sideEffects,
    engines: { node: '>=20' },
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
  for (const name of [...elementFiles(), ...entryFiles()]) put(inPackage(name), readFileSync(sourceOf(name)));
  for (const name of rootFiles) put(inPackage(name), readFileSync(inRoot(name)));
  const described = await crate();
  put(inPackage('package.json'), `${JSON.stringify(packageJson(described), null, 2)}\n`);
  put(inPackage(NOTICES), await notices());
  put(inPackage(MANIFEST), customElements());
  put(inPackage(AHEAD), await aheadStyles());
  put(inPackage(INLINE), inlined());
  put(inPackage(STANDALONE), await standalone(described));
  const scripts = builtFiles().filter((name) => /\.(js|css|wasm)$/.test(name));
  const hashes = Object.fromEntries(scripts.map((name) => [name, integrity(name)]));
  put(inPackage(INTEGRITY), `${JSON.stringify(hashes, null, 2)}\n`);
  removeLeftovers();
}
