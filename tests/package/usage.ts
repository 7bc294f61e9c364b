/**
 * The package's types as somebody uses them. Nothing here runs: `tsc` holds it against `crossread.d.ts`, so that the
 * types and what the core gives cannot drift apart without being seen.
 */
import init, { analyze, initSync, render, similarity } from 'crossread';
import type {
  Analysis,
  Article,
  Entity,
  Fact,
  Position,
  Quantity,
  Quote,
  Span,
  Story,
  TimeExpression,
  Warning,
} from 'crossread';

const article: Article = {
  source: 'The Harbour Post',
  published: '2026-03-02',
  text: 'The bridge reopened on Monday.',
};
const page: Article = {
  id: 'b',
  title: 'Bridge opens',
  url: 'https://example.org/b',
  lang: 'en',
  html: '<p>It opened.</p>',
};
const story: Story = { title: 'The bridge', articles: [article, page] };

export async function inBrowser(wasm: URL): Promise<Analysis> {
  await init(wasm);
  return analyze(story);
}

export function inNode(bytes: Uint8Array<ArrayBuffer>): Analysis {
  initSync({ module: bytes });
  return analyze({ articles: [article] }, {});
}

export const ahead: Promise<string> = render(story, { lang: 'de', summary: 'short', sections: ['grid'] });
export const again = async () => render(analyze(story));
// @ts-expect-error There is no such section.
render(story, { sections: ['maps'] });

const words = (analysis: Analysis, { article: index, start, end }: Span): string =>
  analysis.articles[index]?.text.slice(start, end) ?? '';

export function everyField(analysis: Analysis): unknown[] {
  const [report] = analysis.articles;
  const sentences: [start: number, end: number][] = report?.sentences ?? [];
  const entity: Entity | undefined = analysis.entities[0];
  const date: TimeExpression | undefined = analysis.dates[0];
  const quantity: Quantity | undefined = analysis.quantities[0];
  const quote: Quote | undefined = analysis.quotes[0];
  const fact: Fact | undefined = analysis.facts.find(({ verdict }) => verdict === 'conflict');
  const position: Position | undefined = fact?.positions[0];
  const warning: Warning | undefined = analysis.warnings[0];
  const furniture: 'byline' | 'dateline' | 'credit' | 'heading' | 'caption' | 'promo' | 'other' | undefined =
    report?.furniture[0]?.kind;
  const modifier: '=' | '~' | '>' | '<' | '>=' | '<=' | 'up' | 'down' | undefined = quantity?.modifier;
  const value: string | number | null | undefined = position?.value;
  return [
    [
      report?.id,
      report?.lang,
      sentences,
      furniture,
      report?.authors.join(', '),
      report?.headings.map(([start, end]) => end - start),
      report?.origins.map(({ name, span }) => [name, words(analysis, span)]),
    ],
    [entity?.name, entity?.type === 'person', entity?.mentions.map((span) => words(analysis, span))],
    [date?.type === 'DATE', date?.value, quantity?.value, quantity?.upper, quantity?.unit, modifier],
    [date?.upper, analysis.ordinals.map(({ value }) => value)],
    [quote?.kind === 'indirect', quote?.speaker, quote?.speakerText, quote?.cue, analysis.quoteVariants.flat()],
    [
      analysis.digest.length,
      fact?.id,
      fact?.label,
      value,
      position?.claims.map(({ span, sentence }) => [span.start, sentence.end]),
    ],
    analysis.summary.map(({ span, articles, facts }) => [words(analysis, span), articles, facts]),
    analysis.lineage.map(({ a, b, share, passages }) => [
      a,
      b,
      share,
      passages.map(([one, other]) => [one.start, other.start]),
    ]),
    analysis.wording.map(({ span, kind, about }) => [span.start, kind === 'loaded', about]),
    [warning?.code, warning?.message, warning?.article],
    similarity('The bridge reopened.', 'The bridge is open again.') > 0.5,
  ];
}

// @ts-expect-error A story has articles.
export const noArticles: Story = { title: 'The bridge' };

// @ts-expect-error A verdict is one of three.
export const unknownVerdict: Fact['verdict'] = 'true';
