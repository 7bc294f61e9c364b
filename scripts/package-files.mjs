/**
 * What the npm package is made of. The finishing step, the size snapshot and the package tests all read this list.
 *
 *     pkg/crossread.js, crossread_bg.wasm, *.d.ts   the core, as wasm-pack made it
 *     pkg/element/…                                 `www/element/`, copied as it stands
 *     pkg/package.json, LICENSE-*                   written by the finishing step
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

/** Files of `pkg/` that are committed and that no build touches. */
export const committedFiles = ['.gitignore', 'README.md'];

/** Files of the root that travel with the package. */
export const licenceFiles = ['LICENSE-APACHE', 'LICENSE-MIT'];

/** The element's source files, by their names in the package (`element/define.js`). */
export function elementFiles() {
  const directory = inRoot('www', 'element');
  return filesUnder(directory).map((file) => `element/${relative(directory, file).split(sep).join('/')}`);
}

/** Where a file of the element has its source. @param {string} name */
export const elementSource = (name) => inRoot('www', ...name.split('/'));

/** Every file that the build puts into `pkg/`. */
export const builtFiles = () => [...coreFiles, ...elementFiles(), ...licenceFiles, 'package.json'];

/** What the reader's browser loads only when it is asked for: another language, a dialog, an export. */
const LATER = /^element\/(messages|on-demand)\//;

/** What a page that uses the element makes the reader's browser load. */
export const loadedFiles = () => [
  'crossread.js',
  'crossread_bg.wasm',
  ...elementFiles().filter((name) => /\.(js|css)$/.test(name) && !LATER.test(name)),
];

/** What may be loaded after that. */
export const laterFiles = () => elementFiles().filter((name) => /\.(js|txt)$/.test(name) && LATER.test(name));

/** Where a file of the package stands. @param {string} name */
export const inPackage = (name) => inRoot('pkg', ...name.split('/'));
