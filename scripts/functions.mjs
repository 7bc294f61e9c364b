/**
 * `npm run sizes -- --functions`: where the bytes of the core's code are, before wasm-opt.
 *
 * Reads the WebAssembly that cargo left, which still has the names of its functions, and adds up what was compiled from
 * one generic function: what `sort_by_key` costs is the sum of its copies, one for each type it is called with.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paths, wasmTarget } from './project.mjs';
import { Problem } from './say.mjs';

export const SECTIONS = { custom: 0, imports: 2, code: 10, data: 11 };
const FUNCTION_NAMES = 1;

/** A cursor over the bytes of a WebAssembly module. */
class Reader {
  /** @param {Buffer} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  byte() {
    return this.bytes.readUInt8(this.at++);
  }
  /** An unsigned LEB128 number. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }
  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString('utf8', this.at - length, this.at);
  }
  /** Goes through sections, at the top or inside the section of names. @param {number} end */
  *sections(end) {
    while (this.at < end) {
      const id = this.byte();
      const length = this.number();
      const next = this.at + length;
      yield { id, next };
      this.at = next;
    }
  }
}

/**
 * The sections of a WebAssembly module, each from its number on.
 * @param {Buffer} bytes
 */
export function sections(bytes) {
  const reader = new Reader(bytes);
  reader.at = 8; // magic number and version
  const found = [];
  for (let from = reader.at; from < bytes.length; from = reader.at) {
    const id = reader.byte();
    const length = reader.number();
    reader.at += length;
    found.push({ id, from, to: reader.at });
  }
  return found;
}

/**
 * How many functions are imported: these take the first numbers.
 * @param {Reader} reader
 */
function importedFunctions(reader) {
  let functions = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.text();
    reader.text();
    if (reader.byte() !== 0)
      throw new Problem('The core imports something other than functions, which this does not read.');
    reader.number();
    functions += 1;
  }
  return functions;
}

/**
 * A symbol in Rust's older mangling as a path without its hash and without the types it was made for; any other as it is.
 * @param {string} symbol
 */
function path(symbol) {
  if (!symbol.startsWith('_ZN')) return symbol.replace(/Cs[0-9A-Za-z]+_/g, '');
  const parts = [];
  for (let at = 3; at < symbol.length && symbol[at] !== 'E';) {
    const digits = /^\d+/.exec(symbol.slice(at))?.[0] ?? '';
    if (!digits) break;
    at += digits.length;
    parts.push(symbol.slice(at, at + Number(digits)));
    at += Number(digits);
  }
  return parts
    .filter((part) => !/^h[0-9a-f]{16}$/.test(part))
    .join('::')
    .replaceAll('$LT$', '<')
    .replaceAll('$GT$', '>')
    .replaceAll('$u20$', ' ')
    .replaceAll('$RF$', '&')
    .replaceAll('$C$', ',')
    .replaceAll('$LP$', '(')
    .replaceAll('$RP$', ')')
    .replaceAll('..', '::');
}

/**
 * The functions of the core, those of one path together, the largest first.
 * @returns {{ name: string, copies: number, bytes: number }[]}
 */
export function functionSizes() {
  const target = process.env.CARGO_TARGET_DIR ?? paths.target;
  const file = join(target, wasmTarget, 'release', 'crossread.wasm');
  if (!existsSync(file)) throw new Problem(`There is no ${file}: remove target/crossread and build again.`);
  const bytes = readFileSync(file);
  const reader = new Reader(bytes);
  reader.at = 8; // magic number and version
  let imported = 0;
  /** @type {number[]} */
  const sizes = [];
  /** @type {Map<number, string>} */
  const names = new Map();
  for (const section of reader.sections(bytes.length)) {
    if (section.id === SECTIONS.imports) imported = importedFunctions(reader);
    if (section.id === SECTIONS.code) {
      for (let left = reader.number(); left > 0; left -= 1) {
        const size = reader.number();
        sizes.push(size);
        reader.at += size;
      }
    }
    if (section.id === SECTIONS.custom && reader.text() === 'name') {
      for (const { id } of reader.sections(section.next)) {
        if (id !== FUNCTION_NAMES) continue;
        for (let left = reader.number(); left > 0; left -= 1) names.set(reader.number(), reader.text());
      }
    }
  }
  /** @type {Map<string, { name: string, copies: number, bytes: number }>} */
  const groups = new Map();
  for (const [index, size] of sizes.entries()) {
    const name = path(names.get(imported + index) ?? 'unnamed');
    const group = groups.get(name) ?? { name, copies: 0, bytes: 0 };
    groups.set(name, { name, copies: group.copies + 1, bytes: group.bytes + size });
  }
  return [...groups.values()].sort((a, b) => b.bytes - a.bytes);
}
