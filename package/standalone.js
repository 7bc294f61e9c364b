/**
 * What `crossread.standalone.js` is made of: one classic script that has everything inside, registers `<cross-read>`, and
 * makes no request. It works from `file://`, where modules do not.
 */
import words from 'crossread:words';
import { brought } from './element/core.js';
import * as crossread from './inline.js';
import './element/define.js';

brought.words = async (name) => words[name];

const { default: load, ...functions } = crossread;
/** @type {any} */ (globalThis).crossread = Object.freeze({ load, ...functions });
