/** Files that the reader opens, and files that the reader is given. */
import { articlesOf } from '../pkg/element/on-demand/articles.js';
import { fromFile } from '../pkg/element/on-demand/inputs.js';

/** The mark of a file with all that was kept. */
const FORMAT = 'crossread-kept';

/** Forms that have more than one article in them. */
const STORIES = /\.(json|jsonld|rss|atom|xml)$/i;

/**
 * What files hold: a story of all their articles, and comparisons that were kept elsewhere.
 * @param {File[]} files
 * @param {(name: string, error: any) => void} complain
 */
export async function opened(files, complain) {
  /** @type {object[]} */
  const articles = [];
  /** @type {any[]} */
  const kept = [];
  let title = '';
  for (const file of files) {
    try {
      if (!STORIES.test(file.name)) {
        articles.push(...(await articlesOf(file)));
        continue;
      }
      const text = await file.text();
      const saved = savedIn(text);
      if (saved) {
        kept.push(...saved);
        continue;
      }
      const story = await fromFile({ text, blob: file }, '', file.name, () => {});
      articles.push(...story.articles);
      title ||= story.title ?? '';
    } catch (error) {
      complain(file.name, error);
    }
  }
  return { story: articles.length ? { ...(title && { title }), articles } : null, kept };
}

/** The comparisons of a file that this page has written. @param {string} text */
function savedIn(text) {
  try {
    const { format, comparisons } = JSON.parse(text);
    return format === FORMAT && Array.isArray(comparisons)
      ? comparisons.filter(({ story }) => Array.isArray(story?.articles))
      : null;
  } catch {
    return null;
  }
}

/** @param {import('./shelf.js').Kept[]} kept */
export const savedForm = (kept) => ({
  format: FORMAT,
  version: 1,
  comparisons: kept.map(({ title, kept: date, story }) => ({ title, kept: date, story })),
});

/**
 * Gives the reader a file.
 * @param {string} name
 * @param {object} content
 */
export function give(name, content) {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
