/**
 * The core, loaded once for all that use it on a page: two instances would not know each other's objects.
 *
 * Its bytes, and the words of other languages, are files beside the scripts. A build that has them inside itself puts them
 * into `brought`, and then nothing is fetched.
 */
import init from '../crossread.js';

/**
 * @typedef {object} Brought
 * @property {() => Promise<BufferSource>} [core]  The bytes of the WebAssembly.
 * @property {(language: string) => Promise<string>} [words]  The message file of a language.
 */

/** @type {Brought} */
export const brought = {};

/** @type {Promise<unknown> | undefined} */
let loading;

/**
 * Loads the core, unless it is there or on its way. Where that fails, the next call tries again.
 * @param {import('../crossread.js').InitInput} [place]  Where its bytes are, or they themselves.
 * @returns {Promise<void>}
 */
export async function load(place) {
  const start = async () => {
    const given = place ?? (await brought.core?.());
    return init(given && { module_or_path: given });
  };
  loading ??= start();
  try {
    await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}
