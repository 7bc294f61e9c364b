/** What a reader takes along: the analysis as JSON, the comparison as Markdown, the grid as CSV. */

/** @typedef {import('../comparison.js').Comparison} Comparison */
/** @typedef {import('../../crossread.js').Analysis} Analysis */
/** @typedef {import('../../crossread.js').Fact} Fact */
/** @typedef {import('../../crossread.js').Span} Span */

/** How each form is written, its kind and the ending of its file's name. */
const FORMS = {
  json: { kind: 'application/json', ending: 'json', write: json },
  markdown: { kind: 'text/markdown;charset=utf-8', ending: 'md', write: markdown },
  csv: { kind: 'text/csv;charset=utf-8', ending: 'csv', write: csv },
};

/** What is said in what the reader takes along. */
const KEYS = ['differ.title', 'grid.fact', 'grid.show-agreed', 'header.untitled', 'shared.articles', 'short.title'];

/**
 * The analysis with its labels in the reader's language, words of that language, and the outlets as the page names them.
 * @param {Comparison} comparison
 */
export async function exported(comparison) {
  const labels = await comparison.labels();
  const words = await comparison.messages(...KEYS.map((key) => /** @type {[string]} */ ([key])));
  const found = /** @type {Analysis} */ (comparison.analysis);
  const facts = found.facts.map((fact, index) => ({ ...fact, label: labels[index] ?? fact.label }));
  return {
    analysis: { ...found, facts },
    message: (/** @type {string} */ key) => words[KEYS.indexOf(key)] ?? '',
    outlets: comparison.standing.sources,
  };
}

/**
 * Gives the reader a file.
 * @param {string} form  One of the names of `FORMS`.
 * @param {Comparison} comparison
 */
export async function save(form, comparison) {
  const { kind, ending, write } = FORMS[/** @type {keyof typeof FORMS} */ (form)] ?? FORMS.json;
  const { analysis, message, outlets } = await exported(comparison);
  // For programs, the analysis is what `analyze` returns.
  const text = write === json ? json(/** @type {Analysis} */ (comparison.analysis)) : write(analysis, message, outlets);
  const url = URL.createObjectURL(new Blob([text], { type: kind }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `crossread.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** @param {Analysis} analysis */
export function json(analysis) {
  return `${JSON.stringify(analysis, null, 2)}\n`;
}

/** @param {string} text */
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

/**
 * The words of a span, on one line.
 * @param {Analysis} analysis
 * @param {Span} span
 */
const wordsAt = (analysis, { article, start, end }) =>
  oneLine(analysis.articles[article]?.text.slice(start, end) ?? '');

/**
 * What an article says of a fact, in its own words.
 * @param {Analysis} analysis
 * @param {Fact} fact
 * @param {number} article
 */
function said(analysis, fact, article) {
  const claims = fact.positions.flatMap(({ claims: own }) => own.filter(({ span }) => span.article === article));
  return claims.map(({ span }) => wordsAt(analysis, span));
}

/**
 * The grid: a row a fact, a column an outlet.
 * @param {Analysis} analysis
 * @param {(key: string) => string} message
 * @param {string[]} outlets
 */
export function csv(analysis, message, outlets) {
  const head = [message('grid.fact'), ...outlets];
  const rows = analysis.facts
    .filter(({ verdict }) => verdict !== 'single')
    .map((fact) => [
      fact.label,
      ...[...outlets.keys()].map((article) => [...new Set(said(analysis, fact, article))].join(' / ')),
    ]);
  // The mark at the front tells spreadsheets that it is UTF-8.
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/**
 * A cell, between quotation marks where it has to be.
 * @param {string} text
 */
export function cell(text) {
  const value = harmless(text);
  return /["',;\r\n]/.test(value) ? quoted(value) : value;
}

/**
 * What a spreadsheet would take for a formula, also by the wide signs of East Asian keyboards, is made a text by an
 * apostrophe in front.
 * @param {string} text
 */
export const harmless = (text) => (/^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text);

/** A cell between quotation marks. @param {string} text */
export const quoted = (text) => `"${text.replaceAll('"', '""')}"`;

/**
 * The summary, the differences and what is agreed, each with its sources.
 * @param {Analysis} analysis
 * @param {(key: string) => string} message
 * @param {string[]} outlets
 */
export function markdown(analysis, message, outlets) {
  const names = (/** @type {number[]} */ articles) =>
    articles.map((article) => escaped(outlets[article] ?? '')).join(', ');
  const facts = (/** @type {string} */ verdict) => analysis.facts.filter((fact) => fact.verdict === verdict);
  const parts = [
    `# ${escaped(analysis.title ?? message('header.untitled'))}`,
    ...section(
      message('short.title'),
      analysis.summary.map(({ span, articles }) => `- ${escaped(wordsAt(analysis, span))} (${names(articles)})`),
    ),
    ...section(
      message('differ.title'),
      [...facts('conflict'), ...facts('update')].map((fact) => factText(analysis, fact, outlets, escaped)),
    ),
    ...section(
      message('grid.show-agreed'),
      facts('agreed').map((fact) => factText(analysis, fact, outlets, escaped)),
    ),
    ...section(
      message('shared.articles'),
      analysis.articles.map(({ title, url, published }, article) =>
        ['-', escaped(outlets[article] ?? ''), title && `“${escaped(title)}”`, published, address(url)]
          .filter(Boolean)
          .join(' '),
      ),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

/**
 * @param {string} title
 * @param {string[]} lines
 */
const section = (title, lines) => (lines.length ? [`## ${title}`, lines.join('\n')] : []);

/**
 * A fact with what is said of it, by whom, in which sentence.
 * @param {Analysis} analysis
 * @param {Fact} fact
 * @param {string[]} outlets
 * @param {(text: string) => string} write
 */
export function factText(analysis, fact, outlets, write) {
  const lines = fact.positions.flatMap(({ claims }) =>
    claims.map(({ span, sentence }) => {
      const words = wordsAt(analysis, span);
      const whole = wordsAt(analysis, sentence);
      const article = analysis.articles[span.article];
      const outlet = outlets[span.article] ?? '';
      // An outlet of several articles is named with its date.
      const dated = article?.source && outlet !== article.source.trim();
      const source = [outlet, dated ? '' : article?.published?.slice(0, 10)].filter(Boolean).join(', ');
      const value = words && words !== whole && words.length < 60 ? `${write(words)}: ` : '';
      return `  - ${value}“${write(whole)}” (${write(source)}) ${address(article?.url)}`.trimEnd();
    }),
  );
  return [`- ${write(fact.label)}`, ...lines].join('\n');
}

/** @param {string | null | undefined} url */
const address = (url) => (url && /^https?:\/\/[^\s<>]+$/i.test(url) ? `<${url}>` : '');

/**
 * A text in which Markdown sees nothing but text.
 * @param {string} text
 */
export const escaped = (text) => oneLine(text).replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&');
