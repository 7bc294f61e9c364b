/** What the scripts print: short lines, colour only on a terminal, and a sign of life during long work. */

const onTerminal = Boolean(process.stdout.isTTY) && !process.env.NO_COLOR;

/** @param {string} code @returns {(text: string) => string} */
const paint = (code) => (text) => (onTerminal ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = paint('1');
export const dim = paint('2');
export const red = paint('31');
export const green = paint('32');

/** @param {string} [line] */
export const say = (line = '') => console.log(line);

/**
 * An error that the person at the keyboard can do something about. It is shown as one message without a stack.
 */
export class Problem extends Error {
  /**
   * @param {string} message  What is missing or wrong, and what to do.
   * @param {string} [detail]  The end of a program's own output, shown beneath.
   */
  constructor(message, detail = '') {
    super(message);
    this.detail = detail;
  }
}

/**
 * The last lines of a program's output.
 * @param {string} output
 * @param {number} [lines]
 */
export const lastLines = (output, lines = 30) => output.trimEnd().split('\n').slice(-lines).join('\n');

/** @param {number} milliseconds */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * Announces a piece of long work, shows that it is still going on, and says how long it took.
 * @template T
 * @param {string} what  What is being done, why, and about how long it takes.
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function longStep(what, work) {
  const start = performance.now();
  say(`${bold('▸')} ${what}`);
  const alive = setInterval(() => say(dim(`  … still at it after ${duration(performance.now() - start)}`)), 30_000);
  try {
    const result = await work();
    say(dim(`  done in ${duration(performance.now() - start)}`));
    return result;
  } finally {
    clearInterval(alive);
  }
}

/**
 * Runs a script's main function: a `Problem` ends it with its message, anything else with its stack.
 * @param {() => Promise<unknown>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    if (error instanceof Problem) {
      if (error.detail) console.error(dim(error.detail));
      console.error(`${red('✗')} ${error.message}`);
    } else {
      console.error(error);
    }
    process.exit(1);
  }
}
