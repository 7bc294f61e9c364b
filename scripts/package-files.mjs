/**
 * What the npm package is made of. The finishing step, the size snapshot and the package tests all read this list.
 *
 *     pkg/crossread.js, crossread_bg.wasm, *.d.ts   the core, as wasm-pack made it
 *     pkg/element/…                                 `www/element/`, copied as it stands
 *     pkg/index.js, node.js, inline.js, …           `package/`, copied as it stands
 *     pkg/crossread_bg.inline.js                    the WebAssembly as a script
 *     pkg/crossread.standalone.js                   everything in one classic script
 *     pkg/package.json, integrity.json, LICENSE-*   written by the finishing step
 *     pkg/README.md, .gitignore                     committed, never written by the build
 *
 * The element's own files import the core as `../crossread.js`, which is where it is in the package, and the demo page
 * loads `/pkg/element/…`: so what is tested is what is published.
 */
import { relative, sep } from 'node:path';
import { filesUnder } from './fingerprint.mjs';
import { inRoot } from './project.mjs';

/** What wasm-pack leaves that belongs in the package. */
export const coreFiles = ['crossread.js', 'crossread.d.ts', 'crossread_bg.wasm', 'crossread_bg.wasm.d.ts'];

/** The WebAssembly once more, inside a script. */
export const INLINE = 'crossread_bg.inline.js';

/** The package in one classic script. */
export const STANDALONE = 'crossread.standalone.js';

/** The look of what is rendered ahead. */
export const AHEAD = 'ahead.css';

/** Whose work is in the core. */
export const NOTICES = 'THIRD-PARTY-NOTICES.md';

/** What the element has, for editors. */
export const MANIFEST = 'custom-elements.json';

/** What a page may give as `integrity` for each script. */
export const INTEGRITY = 'integrity.json';

/** Files of `pkg/` that are committed and that no build touches. */
export const committedFiles = ['.gitignore', 'README.md'];

/** Files of the root that travel with the package. */
export const rootFiles = ['CHANGELOG.md', 'LICENSE-APACHE', 'LICENSE-MIT'];

/** The names of the files below a directory of the root. @param {...string} directory */
const namesUnder = (...directory) =>
  filesUnder(inRoot(...directory)).map((file) =>
    relative(inRoot(...directory), file)
      .split(sep)
      .join('/'),
  );

/** The element's source files, by their names in the package (`element/define.js`). */
export const elementFiles = () => namesUnder('www', 'element').map((name) => `element/${name}`);

/** The source files of the package's entries, by their names in the package. */
export const entryFiles = () => namesUnder('package').filter((name) => name !== 'standalone.js' && name !== MANIFEST);

/** Where a file that is copied has its source. @param {string} name */
export const sourceOf = (name) =>
  name.startsWith('element/') ? inRoot('www', ...name.split('/')) : inRoot('package', ...name.split('/'));

/** Every file that the build puts into `pkg/`. */
export const builtFiles = () => [
  ...coreFiles,
  ...elementFiles(),
  ...entryFiles(),
  INLINE,
  STANDALONE,
  AHEAD,
  NOTICES,
  MANIFEST,
  INTEGRITY,
  ...rootFiles,
  'package.json',
];

/** What the reader's browser loads only when it is asked for: another language, a dialog, an export. */
const LATER = /^element\/(messages|on-demand)\//;

/** What a page that uses the element makes the reader's browser load. */
export const loadedFiles = () => [
  'crossread.js',
  'crossread_bg.wasm',
  ...elementFiles().filter((name) => /\.(js|css)$/.test(name) && !LATER.test(name)),
];

/** What may be loaded after that, and what a page may load instead. */
export const laterFiles = () => [
  ...elementFiles().filter((name) => /\.(js|txt)$/.test(name) && LATER.test(name)),
  AHEAD,
  INLINE,
  STANDALONE,
];

/** Where a file of the package stands. @param {string} name */
export const inPackage = (name) => inRoot('pkg', ...name.split('/'));
