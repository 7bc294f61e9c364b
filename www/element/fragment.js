/**
 * What the reader has chosen, kept in the address where the page asks for it: `#crossread=tick:1,length:long`, beside
 * whatever else stands in the fragment.
 */

/** The parts of the fragment but ours, and ours. @param {string} name */
function split(name) {
  const parts = location.hash.slice(1).split('&').filter(Boolean);
  const own = parts.find((part) => part.startsWith(`${name}=`));
  return { others: parts.filter((part) => part !== own), own: own?.slice(name.length + 1) ?? '' };
}

/** @param {string} name */
export function readState(name) {
  try {
    return decodeURIComponent(split(name).own);
  } catch {
    return '';
  }
}

/**
 * @param {string} name
 * @param {string} state
 */
export function writeState(name, state) {
  const { others } = split(name);
  const parts = state
    ? [...others, `${name}=${encodeURIComponent(state).replaceAll('%3A', ':').replaceAll('%2C', ',')}`]
    : others;
  try {
    history.replaceState(history.state, '', parts.length ? `#${parts.join('&')}` : location.pathname + location.search);
  } catch {
    // A page without an address of its own, such as about:srcdoc.
  }
}
