/**
 * The files of the package that are made of others: the WebAssembly as a script, everything as one classic script, and
 * the hashes by which a page can hold a server to its word.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { pathToFileURL } from 'node:url';
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

/** What is rendered ahead may be read where no script runs: what only a script can do is not to be seen there. */
const WITHOUT_SCRIPTS = `
  @media (scripting: none) {
    .choice, .tools, .below, .add, .arrange, .export, .more, .copy, .tabs, .select, .who input { display: none; }
  }`;

/** The look of the element for what is rendered ahead and stands in the host's page: the same rules, below its wrapper. */
export async function aheadStyles() {
  const { transform } = await import('esbuild');
  const { styles } = await import(pathToFileURL(sourceOf('element/styles.js')).href);
  const host = /^ {2}:host \{(.*?)^ {2}\}/ms.exec(styles)?.[1] ?? '';
  const inside = styles.replace(/^ {2}:host.*?^ {2}\}/gms, '').replace(/@keyframes \w+ \{.*?\n {4}\}/s, '');
  const { code } = await transform(`cross-read {${host}} .crossread-ahead {${inside}${WITHOUT_SCRIPTS}}`, {
    loader: 'css',
    minify: true,
    target: 'esnext',
  });
  return code;
}

/** `custom-elements.json`, for editors, with the properties and parts that the documentation of the look lists. */
export function customElements() {
  const manifest = JSON.parse(readFileSync(sourceOf('custom-elements.json'), 'utf8'));
  const [declared] = manifest.modules[0].declarations;
  const [properties = '', parts = ''] = readFileSync(inRoot('docs', 'styling.md'), 'utf8').split('## Parts');
  declared.cssProperties = [...properties.matchAll(/^\| `(--[\w-]+)`\s*\|\s*(.*?)\s*\|/gm)].map(
    ([, name, description]) => ({ name, description }),
  );
  declared.cssParts = [...parts.matchAll(/`([a-z-]+)`/g)].map(([, name]) => ({ name }));
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * What a page may give as `integrity` for a file (https://www.w3.org/TR/sri-2/).
 * @param {string} name
 */
export const integrity = (name) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(inPackage(name)))
    .digest('base64')}`;
