/** `crossread`: the functions and the element's class. Importing it does nothing yet; `crossread/define` registers the element. */
import * as core from './crossread.js';
import { safely } from './element/trap.js';

export { initSync, version } from './crossread.js';
export { load as default } from './element/core.js';
export { CrossReadElement, CrossReadElement as CrossRead } from './element/cross-read.js';
export { render } from './render.js';

/** See `index.d.ts`. @type {typeof core.analyze} */
export const analyze = (story, options) => safely(() => core.analyze(story, options));

/** @type {typeof core.similarity} */
export const similarity = (a, b) => safely(() => core.similarity(a, b));
