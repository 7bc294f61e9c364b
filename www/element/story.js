/** Where a story comes from, and what is said where it cannot be had. */

/**
 * An error with a code, as `cross-read-error` tells it.
 * @param {string} code
 * @param {string} message
 */
export const failure = (code, message) => Object.assign(new Error(message), { code });

/**
 * @param {string} json
 * @param {string} where
 */
export function parse(json, where) {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw failure('not-json', `${where} is not JSON: ${/** @type {Error} */ (error).message}`);
  }
}

/**
 * @param {string} url
 * @param {AbortSignal} signal
 */
export async function fetchStory(url, signal) {
  /** @type {Response} */
  let response;
  try {
    response = await fetch(url, { signal });
  } catch (error) {
    throw failure('fetch-failed', `${url}: ${/** @type {Error} */ (error).message}`);
  }
  if (!response.ok) throw failure('fetch-failed', `${url}: answered ${response.status}`);
  return parse(await response.text(), url);
}
