/**
 * Where a story comes from, and what is said where it cannot be had. A story as JSON is read here; every other form that a
 * publisher has by `on-demand/inputs.js`, which is loaded only then.
 */

/** Tells of what was left out. @typedef {(code: string, message: string) => void} Warn */

/** A story inside the element. What is rendered ahead has JSON-LD of its own, for search engines. */
const INSIDE = ':is(script[type="application/json"], script[type="application/ld+json"]):not(.crossread-ahead *)';

/**
 * An error with a code, as `cross-read-error` tells it.
 * @param {string} code
 * @param {string} message
 */
export const failure = (code, message) => Object.assign(new Error(message), { code });

/**
 * The story of an element: of what its attributes name, or of the script inside; nothing where there is none.
 * @param {HTMLElement} element
 * @param {AbortSignal} signal
 * @param {Warn} warn
 */
export function storyOf(element, signal, warn) {
  const ask = (/** @type {string} */ url) => fetchFile(element, url, signal);
  const src = element.getAttribute('src');
  const named = src || element.matches('[pages], [articles]');
  const inside = named ? null : element.querySelector(INSIDE);
  if (!named && !inside) return undefined;
  return (async () => {
    const blob = src ? await ask(src) : undefined;
    const text = blob ? await blob.text() : (inside?.textContent ?? '');
    try {
      const story = JSON.parse(text);
      if (Array.isArray(story.articles)) return story;
    } catch {
      // Something else, or nothing that can be read: which of the two is found out there.
    }
    const { otherStory } = await import('./on-demand/inputs.js');
    return otherStory(element, { text, blob, ask }, warn);
  })();
}

/**
 * Asks for a file of the publisher's: of the page's own origin, unless there is an attribute `crossorigin`.
 * @param {HTMLElement} element
 * @param {string} address
 * @param {AbortSignal} signal
 */
async function fetchFile(element, address, signal) {
  const cross = element.getAttribute('crossorigin');
  const mode = cross === null ? 'same-origin' : 'cors';
  try {
    const credentials = cross === 'use-credentials' ? 'include' : 'same-origin';
    const response = await fetch(new URL(address, element.baseURI), { signal, mode, credentials });
    if (response.ok) return await response.blob();
    throw new Error(`answered ${response.status}`);
  } catch (error) {
    throw failure('fetch-failed', `${address} (${mode}): ${/** @type {Error} */ (error).message}`);
  }
}
