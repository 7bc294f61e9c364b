/** What a build was made from, as one hash: the same inputs need no second build. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './project.mjs';

/**
 * The files at and below a path, sorted, or none if there is nothing there.
 * @param {string} path
 * @returns {string[]}
 */
export function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/**
 * A hash over the names and contents of files and over some further words.
 * @param {string[]} inputs  Files and directories; what does not exist counts as absent.
 * @param {string[]} [words]
 */
export function fingerprint(inputs, words = []) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesUnder)) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.update(JSON.stringify(words)).digest('hex');
}
