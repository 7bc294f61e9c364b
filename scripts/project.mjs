/**
 * Where things are in this repository, and which versions of the outside tools it is built with.
 *
 * Everything under `scripts/` that runs before `node_modules` exists uses Node's own modules alone.
 */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * A path inside the repository.
 * @param {...string} parts
 */
export const inRoot = (...parts) => join(root, ...parts);

export const paths = {
  root,
  cargoLock: inRoot('Cargo.lock'),
  cargoToml: inRoot('Cargo.toml'),
  nodeModules: inRoot('node_modules'),
  packageLock: inRoot('package-lock.json'),
  /** What the build leaves: the npm package. */
  pkg: inRoot('pkg'),
  /** Cargo's directory; also holds the record of the last build. */
  target: inRoot('target'),
  www: inRoot('www'),
};

/** The target triple of the WebAssembly build. */
export const wasmTarget = 'wasm32-unknown-unknown';

/** wasm-pack: any from `oldest` on is used as it is; where there is none, `install` is installed. */
export const wasmPackVersions = { oldest: '0.13.0', install: '0.15.1' };

/** Cargo's home, where tools built with `cargo install` are kept. */
export const cargoHome = () => process.env.CARGO_HOME || join(homedir(), '.cargo');

/**
 * The version of wasm-bindgen that the crate is built with. The command-line tool must be exactly as old,
 * since the two agree on a private format. The lock file says it; before there is one, the pin in Cargo.toml does.
 * @returns {string}
 */
export function wasmBindgenVersion() {
  if (existsSync(paths.cargoLock)) {
    const locked = /name = "wasm-bindgen"\r?\nversion = "([^"]+)"/.exec(readFileSync(paths.cargoLock, 'utf8'));
    if (locked) return locked[1];
  }
  const pinned = /^\s*wasm-bindgen\s*=\s*(?:\{[^}]*version\s*=\s*)?"=([^"]+)"/m.exec(
    readFileSync(paths.cargoToml, 'utf8'),
  );
  if (pinned) return pinned[1];
  throw new Error('Cargo.toml does not pin wasm-bindgen to one version (wasm-bindgen = "=x.y.z")');
}
