/** What axe-core finds in a page as it stands. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in the page, one line each. @param {import('playwright-core').Page} page */
export async function accessibilityProblems(page) {
  await page.evaluate(AXE);
  // What is not in view is not laid out, and axe would measure it all the same.
  await page.evaluate(() => {
    const all = new CSSStyleSheet();
    all.replaceSync('* { content-visibility: visible !important; }');
    for (const element of document.querySelectorAll('cross-read')) element.shadowRoot?.adoptedStyleSheets.push(all);
  });
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap((/** @type {any} */ violation) =>
      violation.nodes.map((/** @type {any} */ node) => `${violation.id}: ${node.target.flat().join(' ')}`),
    );
  });
}
