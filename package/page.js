/** One HTML file that needs no other: the comparison made ahead, the story, and the script that makes it live. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { escaped, renderWith, scriptSafe } from './render.js';

/** @param {string} name */
const beside = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** How a policy names a script or a style that stands in the page. @param {string} text */
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What the page looks like around the comparison. */
const STYLE = `:root{color-scheme:light dark}body{max-width:72rem;margin:0 auto;padding:1rem}`;

/**
 * @param {any} given
 * @param {{ lang?: string, sections?: string[], summary?: any }} options
 */
export async function page(given, options) {
  const { html, analysis, story } = await renderWith(given, options);
  const { lang = 'en' } = options;
  const style = STYLE + beside('ahead.css');
  const script = beside('crossread.standalone.js');
  const policy = [
    "default-src 'none'",
    `script-src 'wasm-unsafe-eval' ${hash(script)}`,
    `style-src ${hash(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ];
  const title =
    analysis.title ??
    analysis.articles
      .map(({ source }) => source ?? '')
      .filter(Boolean)
      .join(', ');
  return `<!doctype html>
<html lang="${escaped(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy.join('; '))}">
<meta name="generator" content="Crossread">
<title>${escaped(title || 'Crossread')}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<cross-read>
${html}
<script type="application/json">${scriptSafe(story)}</script>
</cross-read>
<script>${script}</script>
</body>
</html>
`;
}
