/**
 * `crossread/inline`: the same as `crossread`, with the WebAssembly inside a script. Nothing is fetched, so it works where a
 * bundler would leave the file behind, and where a policy forbids to fetch. `crossread/define` beside it uses it as well, and
 * then compares on the page itself, in slices.
 */
import packed from './crossread_bg.inline.js';
import { brought } from './element/core.js';
import { CrossReadElement } from './element/cross-read.js';

/** The bytes, which stand in the script compressed and as base64. */
async function unpack() {
  const text = atob(packed);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(unpacked).arrayBuffer();
}

brought.core = unpack;
// A worker is a second file.
CrossReadElement.worker = () => null;

export * from './index.js';
export { default } from './index.js';
