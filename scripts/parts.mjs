/**
 * Where the bytes of the element are, by part: what `npm run sizes` prints below the files.
 *
 * The data of the core are found by looking for them: the model as it is committed, and what the build script left.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SECTIONS, sections } from './functions.mjs';
import { inPackage, loadedFiles } from './package-files.mjs';
import { inRoot, paths, wasmTarget } from './project.mjs';

/** The folder in which the build script left the data that is in `core`. @param {Buffer} core */
function builtData(core) {
  const builds = join(process.env.CARGO_TARGET_DIR ?? paths.target, wasmTarget, 'release', 'build');
  const folders = existsSync(builds) ? readdirSync(builds).map((name) => join(builds, name, 'out')) : [];
  return folders.find((folder) => {
    const table = join(folder, 'first.bin');
    return existsSync(table) && core.includes(readFileSync(table));
  });
}

/** The texts that the lists of a folder of `out` lead to. @param {string} folder */
function values(folder) {
  const texts = readdirSync(folder).map((name) => {
    const value = /\bvalues: ("(?:[^"\\]|\\.)*")/.exec(readFileSync(join(folder, name), 'utf8'));
    return value ? JSON.parse(value[1].replace(/\\u\{(\w+)\}/g, (...match) => `\\u${match[1].padStart(4, '0')}`)) : '';
  });
  return Buffer.from(texts.join(''));
}

/**
 * Each part of what the element loads.
 * @returns {{ name: string, content: Buffer[] }[]} the rest of the core's data is the section less the parts before it
 */
export function parts() {
  const core = readFileSync(inPackage('crossread_bg.wasm'));
  const all = sections(core);
  const of = (/** @type {(id: number) => boolean} */ chosen) =>
    all.filter(({ id }) => chosen(id)).map(({ from, to }) => core.subarray(from, to));
  const out = builtData(core);
  return [
    { name: 'engine code', content: of((id) => id !== SECTIONS.data) },
    { name: 'models', content: [readFileSync(inRoot('models', 'tags.bin'))] },
    ...(out
      ? [
          {
            name: 'lexicon: what is listed',
            content: ['first.bin', 'second.bin'].map((name) => readFileSync(join(out, name))),
          },
          { name: 'lexicon: values', content: [values(join(out, 'lexicon'))] },
          { name: "the page's messages", content: [values(join(out, 'messages'))] },
        ]
      : []),
    { name: 'all data of the core', content: of((id) => id === SECTIONS.data) },
    {
      name: 'JavaScript',
      content: loadedFiles()
        .filter((name) => name.endsWith('.js'))
        .map((name) => readFileSync(inPackage(name))),
    },
  ];
}
