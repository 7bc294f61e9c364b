/// <reference lib="esnext.disposable" />
// What the core's types name, and a project's own `lib` may be without.
import type { InitInput } from './crossread.js';

export { analyze, initSync, similarity, version } from './crossread.js';
export type {
  Analysis,
  Article,
  ArticleReport,
  CrossreadError,
  Entity,
  Fact,
  Happening,
  InitInput,
  Note,
  Options,
  Position,
  Quantity,
  Quote,
  SharedText,
  Span,
  Story,
  SummarySentence,
  TimeExpression,
  Warning,
  Wording,
} from './crossread.js';
export { CrossReadElement, CrossReadElement as CrossRead } from './element/cross-read.js';
export type {
  CrossReadChangeDetail,
  CrossReadDiffersDetail,
  CrossReadErrorDetail,
  CrossReadEventMap,
  CrossReadOpenDetail,
  CrossReadWarningDetail,
} from './element/cross-read.js';
export { render } from './render.js';
export type { RenderOptions } from './render.js';

/**
 * Loads the core, unless it is there or on its way; the functions can be called once it has. Where it fails, the next call
 * tries again.
 *
 * `place` is where the WebAssembly is, or its bytes. Without it, it is the file beside the script; `crossread/inline` has it
 * inside itself and fetches nothing.
 */
export default function load(place?: InitInput): Promise<void>;
