/** Running other programs: quietly with the output kept, or aloud. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const isWindows = process.platform === 'win32';

/**
 * @typedef {object} Outcome
 * @property {number} status  The exit status; 127 if the program could not be started.
 * @property {string} output  What it wrote to its standard output and error, in the order of arrival.
 * @property {string} stdout  What it wrote to its standard output alone.
 */

/**
 * Runs a program to its end. Never throws for a program that fails: look at `status`.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, aloud?: boolean, limit?: number }} [options]  `aloud` passes the output
 *   on as it comes; after `limit` milliseconds the program is ended, which counts as a failure.
 * @returns {Promise<Outcome>}
 */
export function run(program, args, { cwd, env = process.env, aloud = false, limit = 0 } = {}) {
  return new Promise((done) => {
    let output = '';
    let stdout = '';
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      output += text;
      if (aloud) process.stdout.write(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (aloud) process.stderr.write(text);
    });
    const timer = limit
      ? setTimeout(() => {
          output += `\nEnded after ${limit / 1000} s without having finished.\n`;
          child.kill();
        }, limit)
      : undefined;
    child.on('error', (error) => done({ status: 127, output: String(error.message), stdout: '' }));
    child.on('close', (status) => {
      clearTimeout(timer);
      done({ status: status ?? 1, output, stdout });
    });
  });
}

/**
 * Where a program stands, or `null`.
 * @param {string} name
 * @param {string[]} [alsoIn]  Directories to look in after those of PATH.
 * @returns {string | null}
 */
export function findProgram(name, alsoIn = []) {
  const file = isWindows ? `${name}.exe` : name;
  const directories = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...alsoIn];
  return directories.map((directory) => join(directory, file)).find((path) => existsSync(path)) ?? null;
}

/**
 * The environment with directories put at the front of PATH.
 * @param {string[]} directories
 * @returns {NodeJS.ProcessEnv}
 */
export function withPath(directories) {
  return { ...process.env, PATH: [...directories, process.env.PATH ?? ''].join(delimiter) };
}

/**
 * npm itself, run by this Node: the copy that started us, else the one on PATH.
 * @param {string[]} args
 * @param {{ cwd?: string, aloud?: boolean }} [options]
 */
export function npm(args, options) {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.js$/.test(script)) return run(process.execPath, [script, ...args], options);
  return isWindows ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options) : run('npm', args, options);
}
