/** The grid as a reader sees it, sorted and filtered, as text. */
import { harmless, quoted } from './save.js';

/** What a cell says, values with semicolons between them. @param {HTMLTableCellElement} cell */
function words(cell) {
  const copy = /** @type {HTMLElement} */ (cell.cloneNode(true));
  for (const sign of copy.querySelectorAll('.initials, .sign')) sign.remove();
  return [...copy.childNodes].flatMap((node) => node.textContent?.trim() || []).join('; ');
}

/**
 * The table as it stands, with tabs or, as CSV, with commas between the cells.
 * @param {HTMLTableElement} table
 * @param {string} form  `text` or `csv`
 */
export function tableAs(table, form) {
  const rows = [...table.rows].filter((row) => !row.classList.contains('open')).map((row) => [...row.cells].map(words));
  return form === 'csv'
    ? rows.map((row) => row.map((value) => quoted(harmless(value))).join(',')).join('\r\n')
    : rows.map((row) => row.join('\t')).join('\n');
}
