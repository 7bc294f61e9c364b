/** One outlet's article. */
export interface Article {
  /** A name of the story's own; its position, as a string, where missing. */
  id?: string;
  /** The outlet's name. */
  source?: string;
  /** The headline. */
  title?: string;
  /** Where it was published. */
  url?: string;
  /** ISO 8601 date or date-time: what "Monday" and "last week" count from. */
  published?: string;
  /** BCP 47; detected where missing. */
  lang?: string;
  /** Plain text, or… */
  text?: string;
  /** …a whole page or a fragment. */
  html?: string;
}

/** From 1 to 64 articles about one event. One alone is read, not compared. */
export interface Story {
  title?: string;
  articles: Article[];
}

export interface Options {
  /** How long the summary is: 3, 5 or 10 sentences at most. */
  summary?: 'short' | 'medium' | 'long';
}

/** UTF-16 code units (string indices), end exclusive, into `analysis.articles[span.article].text`. */
export interface Span {
  article: number;
  start: number;
  end: number;
}

export interface Analysis {
  title: string | null;
  articles: ArticleReport[];
  entities: Entity[];
  dates: TimeExpression[];
  quantities: Quantity[];
  /** Places in an order: "his third trip" has the value 3 and the unit "trip". They are not among `quantities`. From the second on. */
  ordinals: Quantity[];
  quotes: Quote[];
  /** Groups of indices into `quotes`: the same words of the same speaker in two or more articles. */
  quoteVariants: number[][];
  facts: Fact[];
  summary: SummarySentence[];
  lineage: SharedText[];
  /** For each article, the first article of the group that counts as one text with it. */
  texts: number[];
  wording: Wording[];
  timeline: Happening[];
  warnings: Warning[];
  /** 16 hexadecimal figures made of all of the above: what was found elsewhere is the same where they are. */
  digest: string;
}

export interface ArticleReport {
  id: string;
  source: string | null;
  title: string | null;
  url: string | null;
  /** Who wrote it, as the metadata of its HTML says. */
  authors: string[];
  published: string | null;
  lang: string;
  /** The text as given, half a surrogate pair become U+FFFD; or the main text of the HTML. */
  text: string;
  sentences: [start: number, end: number][];
  /** Text that is not the story. */
  furniture: { span: Span; kind: 'byline' | 'dateline' | 'credit' | 'heading' | 'caption' | 'promo' | 'other' }[];
  /** The headings inside an article that was taken from HTML: part of its text, and so no furniture. */
  headings: [start: number, end: number][];
  /** Agencies, reporters and outlets that the article itself credits. */
  origins: { name: string; span: Span }[];
  /** Whether the text looks cut off or only partly extracted. */
  truncated: boolean;
}

export interface Entity {
  /** The fullest form found in the story. */
  name: string;
  type: 'person' | 'organization' | 'place' | 'event' | 'other';
  /** Over all articles; pronouns are not mentions. */
  mentions: Span[];
}

export interface TimeExpression {
  span: Span;
  /** TimeML TIMEX3. */
  type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** TIMEX3 value: 2026-01-05, 2025-06, 2026-W01, P4D, PRESENT_REF …; the lower end of a range of durations. */
  value: string;
  /** The upper end of a range of durations: "two to three weeks" has the value P2W and the upper end P3W. */
  upper?: string;
}

export interface Quantity {
  /** From the modifier or number to the unit or the counted noun phrase. */
  span: Span;
  /** 273000000000 for "$273 billion"; the lower end of a range. */
  value: number;
  /** The upper end of a range. */
  upper?: number;
  /** "USD", "percent", "mile", or the counted noun phrase: "cooperation agreements". */
  unit: string | null;
  modifier: '=' | '~' | '>' | '<' | '>=' | '<=' | 'up' | 'down';
}

export interface Quote {
  /** The quoted words, without the marks. */
  span: Span;
  /** Direct: in quotation marks, or set off as speech by a dash. */
  kind: 'direct' | 'indirect';
  /** Index into `entities`. */
  speaker: number | null;
  /** As the article names the speaker at this quote, pronouns resolved where possible. */
  speakerText: string | null;
  /** "said", "according to". */
  cue: string | null;
}

export interface Fact {
  id: string;
  /**
   * Two or more articles say the same; their values cannot both hold; they differ as such values do over time, later
   * reports carrying later figures; they tell of the same event, but perhaps not the same of it; one article only.
   */
  verdict: 'agreed' | 'conflict' | 'update' | 'related' | 'single';
  kind: 'statement' | 'quantity' | 'time' | 'place';
  /** Short, from a template or verbatim: "documents signed", "day of the meeting". */
  label: string;
  /** One for agreed, related and single; two or more for conflict, most supported first, and for update, latest first. */
  positions: Position[];
  /** Why a difference may be innocent, or how a claim is to be read. */
  notes: Note[];
}

export interface Position {
  /** Normalised where there is one: "2026-01-05", 15, "P4D". */
  value: string | number | null;
  /** The words that carry the value, and the sentence around them. */
  claims: { span: Span; sentence: Span }[];
  /** How many independent texts say so. */
  support: number;
}

export type Note =
  | 'other-thing-counted'
  | 'update'
  | 'time-zone'
  | 'rounded'
  | 'more-exact'
  | 'near-both'
  | 'claimed-by-some'
  | 'hedged-by-some'
  | 'denied-by-some';

export interface SummarySentence {
  /** Verbatim. */
  span: Span;
  /** The articles that say the same, its own first. */
  articles: number[];
  /** Ids of the facts that it carries, conflicts included. */
  facts: string[];
}

/** Wording that two articles have in common beyond what quotation and names explain. */
export interface SharedText {
  a: number;
  b: number;
  /** 0 to 1: how much of the shorter article's story text stands in the other. */
  share: number;
  passages: [Span, Span][];
}

export interface Wording {
  span: Span;
  kind: 'loaded' | 'hedge' | 'label';
  /** Index into `entities`. */
  about: number | null;
}

/** What happened when. */
export interface Happening {
  /** The first and the last day on which it may have happened, ISO 8601. */
  first: string;
  last: string;
  /** The words that say when, and their sentence, in each article that reports it. */
  claims: { span: Span; sentence: Span }[];
  facts: string[];
}

export interface Warning {
  code: string;
  message: string;
  article?: number;
}

/** Steps to be followed on a page, and the texts that they speak of; the element's painter follows them. */
export interface Drawing {
  steps: Uint32Array;
  texts: string;
}

/** What `analyze` throws: `code` is one of these, and `message` names the field. */
export interface CrossreadError extends Error {
  code:
    | 'empty-story'
    | 'too-many-articles'
    | 'article-too-large'
    | 'story-too-large'
    | 'field-too-long'
    | 'empty-article'
    | 'wrong-type'
    | 'unknown-option'
    | 'bad-option'
    | 'bad-date'
    | 'internal';
}
