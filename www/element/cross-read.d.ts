/// <reference lib="esnext.disposable" />
// What the core's types name, and a project's own `lib` may be without.
import type { Analysis, Story } from '../crossread.js';

/** What `cross-read-error` tells. `code` is one of `CrossreadError`'s, or one of the element's own. */
export interface CrossReadErrorDetail {
  code: string;
  message: string;
}

/** What `cross-read-warning` tells: why an entry of a feed, or a page, was left out, or its date. */
export interface CrossReadWarningDetail {
  code: string;
  message: string;
}

/** What `cross-read-open` tells: the evidence that the reader opened. */
export interface CrossReadOpenDetail {
  /** The outlet, as the page names it. */
  source: string;
  /** The article's address, where it is known. */
  url: string | null;
  /** The words, verbatim. */
  words: string;
}

/** What `cross-read-change` tells: that the reader changed what is shown. */
export interface CrossReadChangeDetail {
  /** What the reader did, as in `tick:2`, `length:short`, `sort:kind`, `add`, `remove:5`. */
  action: string;
  /** All that the reader has chosen, in the form in which `fragment` keeps it; empty for nothing. */
  state: string;
}

/** What `cross-read-differs` tells: the digests of what was rendered ahead and of what is found here. */
export interface CrossReadDiffersDetail {
  rendered: string;
  found: string;
}

/** The element's events. All of them bubble and leave the shadow root. */
export interface CrossReadEventMap {
  /** A story is compared and shown; `analysis` has what was found. */
  'cross-read-ready': CustomEvent<null>;
  /** It could not be compared or shown. */
  'cross-read-error': CustomEvent<CrossReadErrorDetail>;
  /** Something of what was to be compared could not be read; the rest is compared. */
  'cross-read-warning': CustomEvent<CrossReadWarningDetail>;
  /** The reader opened the sentence behind something. */
  'cross-read-open': CustomEvent<CrossReadOpenDetail>;
  /** The reader changed what is shown. */
  'cross-read-change': CustomEvent<CrossReadChangeDetail>;
  /** What was rendered ahead and stood inside is not what is found here. The attribute `differs` says it as well. */
  'cross-read-differs': CustomEvent<CrossReadDiffersDetail>;
}

/**
 * `<cross-read>`: several articles about one event, compared in the reader's browser.
 *
 * Where the story is: `src`, the address of a story, a feed, JSON-LD or a page; `pages`, addresses of pages; `articles`, a
 * selector of articles of the page. How it is fetched: `loading="lazy"`, `crossorigin`; `base` and `wasm-src`, where the
 * package's files are. How it is shown: `lang`, the language of the interface, the page's where it has none; `sections`,
 * the names of the sections to show, in their order; `fragment`, where the reader's choices are to stand in the page's
 * address, under that name or `crossread`.
 */
export declare class CrossReadElement extends HTMLElement {
  static readonly observedAttributes: string[];
  /** Begins the worker in which the core runs; where it gives none, the core runs on the page. */
  static worker: () => Worker | null;
  /** Where the story is: a URL, as in the attribute. */
  src: string;
  /** The story itself. It goes before `src` and before what stands inside the element. */
  get story(): object | undefined;
  set story(story: Story | null | undefined);
  /** What was found in the articles that are ticked; `undefined` before that. */
  get analysis(): Analysis | undefined;
  /** Settles when all that the page or the reader has asked for is done and shown, or has failed. */
  get updateComplete(): Promise<void>;
  addEventListener<K extends keyof CrossReadEventMap>(
    type: K,
    listener: (this: CrossReadElement, event: CrossReadEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'cross-read': CrossReadElement;
  }
  interface DocumentEventMap extends CrossReadEventMap {}
  interface HTMLElementEventMap extends CrossReadEventMap {}
}
