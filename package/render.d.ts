/// <reference lib="esnext.disposable" />
// What the core's types name, and a project's own `lib` may be without.
import type { Analysis, Story } from './crossread.js';

/** What `render` may be told. */
export interface RenderOptions {
  /** The language of the interface, BCP 47: ar, de, en, es, fr, ja, ko or zh; `en` where nothing is said. */
  lang?: string;
  /** How much of the summary is shown; `medium` where nothing is said. */
  summary?: 'short' | 'medium' | 'long';
  /** Which sections are shown, in their order; all where none is named. */
  sections?: readonly (
    'summary' | 'differences' | 'grid' | 'only' | 'quotes' | 'timeline' | 'wording' | 'shared' | 'read'
  )[];
}

/**
 * The comparison as HTML to put inside `<cross-read>`: readable without scripts, with links to the articles' sentences, and
 * with the analysis' digest, so that the element can say whether it finds the same. It loads the core where it is not loaded.
 *
 * An analysis can stand for the story of which it was made where this version made it and its articles were texts.
 */
export declare function render(story: Story | Analysis, options?: RenderOptions): Promise<string>;
