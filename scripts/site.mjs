/**
 * `npm run site`: writes the page with all that it needs into a folder, to be put on any server of files.
 *
 *     npm run site -- --out DIRECTORY     target/site unless said otherwise
 *
 * Everything but the page itself, its manifest and its service worker stands in a folder that is named after the content
 * of all of it: an address never stands for two contents, and may be kept for ever. What an older version left is not
 * touched, so that a page that is open goes on; it may be removed when nobody has it open any more.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { filesUnder } from './fingerprint.mjs';
import { inPackage, laterFiles, loadedFiles } from './package-files.mjs';
import { paths } from './project.mjs';
import { Problem, runMain, say } from './say.mjs';

/** The folders of `www/` that are part of the page. Its examples are for publishers. */
const FOLDERS = ['app', 'icons', 'stories'];

/** What keeps its name. */
const [PAGE, MANIFEST, WORKER] = ['index.html', 'manifest.webmanifest', 'service-worker.js'];

/** The files of the page as they stand in the repository and in `pkg/`, by their names. @returns {Map<string, Buffer>} */
export function siteFiles() {
  const own = [PAGE, MANIFEST, WORKER, ...FOLDERS].flatMap((name) => filesUnder(join(paths.www, name)));
  const names = own.map((file) => relative(paths.www, file).split(sep).join('/'));
  return new Map([
    ...names.map((name) => /** @type {const} */ ([name, readFileSync(join(paths.www, name))])),
    // Neither the one classic script nor the WebAssembly inside a script: the page has them as files.
    ...[...loadedFiles(), ...laterFiles().filter((name) => name.startsWith('element/'))].map(
      (name) => /** @type {const} */ ([`pkg/${name}`, readFileSync(inPackage(name))]),
    ),
  ]);
}

/** @param {Buffer | string} content @param {'hex' | 'base64'} form */
const hash = (content, form) => createHash('sha256').update(content).digest(form);

/**
 * The site: each file by its name.
 * @param {Map<string, Buffer>} files
 */
export function site(files) {
  const named = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const version = hash(named.map(([name, content]) => `${name} ${hash(content, 'hex')}\n`).join(''), 'hex').slice(
    0,
    12,
  );
  const text = (/** @type {string} */ name) => files.get(name)?.toString('utf8') ?? '';
  const moved = (/** @type {string} */ source) =>
    source.replace(new RegExp(`"\\./(?=(?:${FOLDERS.join('|')}|pkg)/)`, 'g'), `"./${version}/`);
  /** @type {Map<string, Buffer>} */
  const made = new Map(
    [
      [PAGE, moved(text(PAGE))],
      [MANIFEST, moved(text(MANIFEST))],
    ].map(([name, content]) => [name ?? '', Buffer.from(content ?? '')]),
  );
  for (const [name, content] of named) if (name.includes('/')) made.set(`${version}/${name}`, content);
  const list = [...made].map(([name, content]) => [name === PAGE ? './' : `./${name}`, hash(content, 'base64')]);
  const worker = text(WORKER)
    .replace("const VERSION = '';", `const VERSION = '${version}';`)
    .replace('const FILES = [];', `const FILES = ${JSON.stringify(list, null, 2)};`);
  if (!worker.includes(version) || !worker.includes(String(list[0]?.[1])))
    throw new Problem(`${WORKER} has no place for the list of files.`);
  // Last, so that whoever is asked for it meanwhile finds what it names.
  made.set(WORKER, Buffer.from(worker));
  return { version, files: made };
}

/**
 * Writes a site into a folder; the page and the worker last, when what they name is there.
 * @param {Map<string, Buffer>} files
 * @param {string} out
 */
export function writeSite(files, out) {
  const late = [PAGE, WORKER];
  for (const name of [...[...files.keys()].filter((each) => !late.includes(each)), ...late]) {
    const file = join(out, ...name.split('/'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, files.get(name) ?? '');
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    const { values } = parseArgs({ options: { out: { type: 'string', default: join(paths.target, 'site') } } });
    await build();
    const { version, files } = site(siteFiles());
    const out = resolve(values.out);
    writeSite(files, out);
    say(`Version ${version} is in ${out}. All in ${version}/ may be cached for ever, the rest not at all.`);
  });
}
