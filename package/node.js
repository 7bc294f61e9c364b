/** `crossread` in Node, where a file is read and not fetched. */
import { readFile } from 'node:fs/promises';
import { brought } from './element/core.js';

brought.core ??= () => readFile(new URL('./crossread_bg.wasm', import.meta.url));

export * from './index.js';
export { default } from './index.js';
