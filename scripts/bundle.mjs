/**
 * The files of the package that are made of others: the WebAssembly as a script, everything as one classic script, and
 * the hashes by which a page can hold a server to its word.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inPackage, sourceOf, STANDALONE } from './package-files.mjs';
import { inRoot, paths } from './project.mjs';

/** The WebAssembly as a module: compressed, since base64 makes it a third larger, and in ASCII, so that no encoding matters. */
export function inlined() {
  const packed = gzipSync(readFileSync(inPackage('crossread_bg.wasm')), { level: 9 });
  return `/** crossread_bg.wasm, by gzip and base64. */\nexport default '${packed.toString('base64')}';\n`;
}

/** The words of every language but English, which the core has. */
function words() {
  const directory = inRoot('www', 'element', 'messages');
  return Object.fromEntries(
    readdirSync(directory)
      .sort()
      .map((file) => [basename(file, extname(file)), readFileSync(sourceOf(`element/messages/${file}`), 'utf8')]),
  );
}

/**
 * All of the package as one classic script. The other files of `pkg/` must be there.
 * @param {{ name: string, version: string, license: string }} crate
 */
export async function standalone({ name, version, license }) {
  const { build } = await import('esbuild');
  /** @type {import('esbuild').Plugin} */
  const brought = {
    name: 'words',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^crossread:words$/ }, ({ path }) => ({ path, namespace: 'words' }));
      onLoad({ filter: /.*/, namespace: 'words' }, () => ({ contents: JSON.stringify(words()), loader: 'json' }));
    },
  };
  const { outputFiles } = await build({
    absWorkingDir: paths.pkg,
    stdin: { contents: readFileSync(sourceOf('standalone.js'), 'utf8'), resolveDir: paths.pkg, sourcefile: STANDALONE },
    banner: { js: `/*! ${name} ${version}, ${license} */` },
    bundle: true,
    // There is nothing beside a script that stands alone.
    define: { 'import.meta.url': 'undefined' },
    format: 'iife',
    legalComments: 'none',
    logLevel: 'silent',
    minify: true,
    plugins: [brought],
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * What a page may give as `integrity` for a file (https://www.w3.org/TR/sri-2/).
 * @param {string} name
 */
export const integrity = (name) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(inPackage(name)))
    .digest('base64')}`;
