/** `crossread` in Node, where a file is read and not fetched. */
import { readFile } from 'node:fs/promises';
import { brought } from './element/core.js';

brought.core ??= () => readFile(new URL('./crossread_bg.wasm', import.meta.url));
brought.words ??= (name) => readFile(new URL(`./element/messages/${name}.txt`, import.meta.url), 'utf8');

export * from './index.js';
export { default } from './index.js';
