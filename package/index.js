/** `crossread`: the functions and the element's class. Importing it does nothing yet; `crossread/define` registers the element. */
export { analyze, initSync, similarity, version } from './crossread.js';
export { load as default } from './element/core.js';
export { CrossReadElement, CrossReadElement as CrossRead } from './element/cross-read.js';
