/** Copies a fact, or a sentence, with its sources. */
import { exported, factText } from './save.js';
import { tableAs } from './table.js';

/**
 * What is to be copied.
 * @param {string} id  The fact's; `text` or `csv` for the table above the control, and empty for the sentence beside it.
 * @param {import('../comparison.js').Comparison} comparison
 * @param {HTMLElement | null} control
 * @returns {Promise<string>}
 */
export async function textOf(id, comparison, control) {
  if (id === 'text' || id === 'csv') return tableAs(await comparison.grid(), id);
  if (!id) return sentence(control);
  const { analysis, outlets } = await exported(comparison);
  const fact = analysis.facts.find((each) => each.id === id);
  if (!fact) throw new Error(`there is no fact ${id}`);
  return factText(analysis, fact, outlets, (words) => words);
}

/**
 * Puts a text into the clipboard where it cannot be had before the reader has clicked.
 * @param {string} text
 * @param {HTMLElement | null} control  That was activated.
 */
export async function write(text, control) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyOld(text, control);
  }
}

/**
 * The sentence that is shown, its outlet with the date, and the address of the passage.
 * @param {HTMLElement | null} control
 */
function sentence(control) {
  const panel = control?.closest('.other, .evidence');
  const words = panel?.querySelector('.said') ?? panel?.querySelector('blockquote');
  const parts = [panel?.querySelector('.name'), panel?.querySelector('time')].map((part) => part?.textContent);
  const url = panel?.querySelector('.ways a')?.getAttribute('href');
  return [`“${words?.textContent}”`, parts.filter(Boolean).join(', '), url].filter(Boolean).join('\n');
}

/**
 * The way for pages that may not use the clipboard otherwise.
 * @param {string} text
 * @param {HTMLElement | null} control
 */
function copyOld(text, control) {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'hidden';
  (control?.parentNode ?? document.body).append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  control?.focus();
  return done;
}
