/**
 * One at a time: a lock that other processes respect, made of a directory (creating one is atomic everywhere).
 *
 * The holder touches it every second; one that was not touched for `STALE` is what a killed process left
 * and is taken over. In the worst case two holders do the same work twice, so what is done under a lock
 * must still end in an atomic rename or be harmless to repeat.
 */
import { mkdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dim, say } from './say.mjs';

const TOUCH = 1_000;
const STALE = 20_000;

/** @param {string} path */
function tryToTake(path) {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    return false;
  }
}

/** @param {string} path */
function isStale(path) {
  try {
    return Date.now() - statSync(path).mtimeMs > STALE;
  } catch {
    return false; // given back in this very moment
  }
}

/**
 * @template T
 * @param {string} path  The directory that is the lock.
 * @param {string} what  What is waited for, should it be taken.
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, what, work) {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  while (!tryToTake(path)) {
    if (isStale(path)) {
      rmSync(path, { recursive: true, force: true });
      continue;
    }
    if (!told) say(dim(`  waiting: another process is busy with ${what}`));
    told = true;
    await sleep(300);
  }
  const touch = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // taken over after a long sleep of the machine: the work still ends in an atomic step
    }
  }, TOUCH);
  const giveBack = () => rmSync(path, { recursive: true, force: true });
  process.once('exit', giveBack);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    process.off('exit', giveBack);
    giveBack();
  }
}
