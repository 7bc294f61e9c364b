/**
 * The outside tools: each function finds one, installs it where it is missing, and returns where it stands.
 *
 * A tool that is already there in a fitting version is used as it is. What `cargo install` builds goes to a
 * directory of its own, named after tool and version, under Cargo's home: it replaces nobody's copy, and the
 * next clone finds it there.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withLock } from './lock.mjs';
import { cargoHome, paths, wasmBindgenVersion, wasmPackVersions, wasmTarget } from './project.mjs';
import { findProgram, npm, run } from './run.mjs';
import { lastLines, longStep, Problem } from './say.mjs';

/** @param {string} name */
const executable = (name) => (process.platform === 'win32' ? `${name}.exe` : name);

/**
 * Whether version `found` is `wanted` or newer. Both are three numbers with dots between.
 * @param {string} found
 * @param {string} wanted
 */
export function isAtLeast(found, wanted) {
  const [a, b] = [found, wanted].map((version) => version.split(/[.+-]/).slice(0, 3).map(Number));
  for (let i = 0; i < 3; i += 1) {
    if ((a[i] ?? 0) !== (b[i] ?? 0)) return (a[i] ?? 0) > (b[i] ?? 0);
  }
  return true;
}

/**
 * The first version number a program names when asked, or `null` if it does not run.
 * @param {string} program
 */
export async function versionOf(program) {
  const { status, output } = await run(program, ['--version']);
  return status === 0 ? (/\d+\.\d+\.\d+/.exec(output)?.[0] ?? null) : null;
}

/** Cargo and rustc, which are for the person to install. */
export async function ensureRust() {
  const bin = join(cargoHome(), 'bin');
  const cargo = findProgram('cargo', [bin]);
  const rustc = findProgram('rustc', [bin]);
  if (!cargo || !rustc)
    throw new Problem('Rust is missing: install it with rustup from https://rustup.rs, then run this again.');
  return { cargo, rustc };
}

/** The standard library for WebAssembly, which rustc needs to compile to it. */
export async function ensureWasmTarget() {
  const { rustc } = await ensureRust();
  const installed = async () => {
    const { status, stdout } = await run(rustc, ['--print', 'target-libdir', '--target', wasmTarget]);
    return status === 0 && existsSync(stdout.trim());
  };
  if (await installed()) return;
  const byHand = `rustup target add ${wasmTarget}`;
  const rustup = findProgram('rustup', [join(cargoHome(), 'bin')]);
  if (!rustup)
    throw new Problem(
      `Rust's library for ${wasmTarget} is missing and there is no rustup to add it: install rustup, then run \`${byHand}\`.`,
    );
  await longStep(
    `Adding Rust's library for WebAssembly (${wasmTarget}) with rustup: the core is compiled to it. Seconds.`,
    async () => {
      const { output } = await run(rustup, ['target', 'add', wasmTarget]);
      if (!(await installed()))
        throw new Problem(`rustup could not add the WebAssembly target: run \`${byHand}\` by hand.`, lastLines(output));
    },
  );
}

/**
 * Builds a tool with `cargo install` into a versioned directory, unless it stands there, and returns that directory's `bin`.
 * The build goes to a directory beside it that is renamed when all is there, so nobody sees half a tool.
 * @param {object} tool
 * @param {string} tool.crate
 * @param {string} tool.version
 * @param {string[]} tool.programs  What must be there afterwards; the first is asked for its version.
 * @param {string[]} [tool.args]
 * @param {string} tool.why
 * @param {string} tool.howLong
 */
async function cargoInstall({ crate, version, programs, args = [], why, howLong }) {
  const home = join(cargoHome(), 'crossread-tools');
  const place = join(home, `${crate}-${version}`);
  const bin = join(place, 'bin');
  const isThere = () => programs.every((name) => existsSync(join(bin, executable(name))));
  if (isThere()) return bin;
  return withLock(join(home, `${crate}-${version}.lock`), `${crate} ${version}`, async () => {
    if (isThere()) return bin;
    const { cargo } = await ensureRust();
    const half = join(home, `${crate}-${version}.half-${process.pid}`);
    const command = ['install', crate, '--version', version, ...args];
    await longStep(
      `Installing ${crate} ${version} into ${place}: ${why}. ${howLong}, once for this machine.`,
      async () => {
        mkdirSync(home, { recursive: true });
        const environment = { ...process.env };
        delete environment.CARGO_TARGET_DIR; // somebody's shared target directory is not ours to fill
        const { status, output } = await run(cargo, [...command, '--root', half], { cwd: home, env: environment });
        if (status !== 0) {
          rmSync(half, { recursive: true, force: true });
          throw new Problem(
            `${crate} ${version} could not be installed: run \`cargo ${command.join(' ')}\` by hand and see what it lacks.`,
            lastLines(output),
          );
        }
        rmSync(place, { recursive: true, force: true });
        renameSync(half, place);
      },
    );
    return bin;
  });
}

/**
 * wasm-pack, which drives the build and the browser tests of the crate.
 * @returns {Promise<string>} the program
 */
export async function ensureWasmPack() {
  const { oldest, install } = wasmPackVersions;
  const found = findProgram('wasm-pack', [join(cargoHome(), 'bin')]);
  const version = found && (await versionOf(found));
  if (found && version && isAtLeast(version, oldest)) return found;
  const bin = await cargoInstall({
    crate: 'wasm-pack',
    version: install,
    programs: ['wasm-pack'],
    args: ['--locked'],
    why: 'it drives the build of the WebAssembly package',
    howLong: 'About 2 minutes',
  });
  return join(bin, executable('wasm-pack'));
}

/**
 * wasm-bindgen's command-line tools in the crate's exact version.
 * @returns {Promise<string>} the directory in which `wasm-bindgen` and `wasm-bindgen-test-runner` stand
 */
export async function ensureWasmBindgen() {
  const version = wasmBindgenVersion();
  const programs = ['wasm-bindgen', 'wasm-bindgen-test-runner'];
  const found = findProgram('wasm-bindgen', [join(cargoHome(), 'bin')]);
  if (found && (await versionOf(found)) === version && existsSync(join(dirname(found), executable(programs[1])))) {
    return dirname(found);
  }
  return cargoInstall({
    crate: 'wasm-bindgen-cli',
    version,
    programs,
    why: "it writes the JavaScript side of the core, and must be in the crate's own version",
    howLong: 'About 3 minutes',
  });
}

/** Whether `node_modules` holds what `package-lock.json` says. Packages for other systems may be missing. */
function nodeModulesAreCurrent() {
  const installedList = join(paths.nodeModules, '.package-lock.json');
  if (!existsSync(installedList)) return false;
  const wanted = JSON.parse(readFileSync(paths.packageLock, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedList, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional && !installed[path]),
  );
}

/** The npm packages that the build and the tests use, as locked. */
export async function ensureNodeModules() {
  if (nodeModulesAreCurrent()) return;
  await withLock(join(paths.target, 'npm.lock'), 'npm', async () => {
    if (nodeModulesAreCurrent()) return;
    await longStep(
      'Installing the npm packages of package-lock.json: wasm-opt and the tools of the tests. Half a minute.',
      async () => {
        const { status, output } = await npm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'], {
          cwd: paths.root,
        });
        if (status !== 0)
          throw new Problem(
            'npm could not install the packages: run `npm ci` by hand and see what it lacks.',
            lastLines(output),
          );
      },
    );
  });
}

/**
 * wasm-opt, as the npm package `binaryen` ships it: a script to be run by Node.
 * @returns {Promise<string>}
 */
export async function ensureWasmOpt() {
  await ensureNodeModules();
  const script = join(paths.nodeModules, 'binaryen', 'bin', 'wasm-opt');
  if (!existsSync(script))
    throw new Problem('wasm-opt is missing from node_modules/binaryen: remove node_modules and run this again.');
  return script;
}
