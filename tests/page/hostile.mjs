/**
 * Hostile stories in a page: the files that they are read from, and what is looked at once they are shown. The page has a
 * strict policy with Trusted Types; there must be no dialog, no request, no violation, no error, and nothing in what is
 * exported or rendered ahead that acts.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { inRoot, paths } from '../../scripts/project.mjs';
import { run } from '../../scripts/run.mjs';
import { ensureRust } from '../../scripts/tools.mjs';
import { forms, stories } from '../hostile/corpus.mjs';

/** @typedef {import('./engines/index.mjs').Page} Page */

export const all = stories();
const directory = mkdtempSync(join(tmpdir(), 'crossread-hostile-'));
after(() => rmSync(directory, { recursive: true }));

/** @type {import('../../scripts/serve.mjs').Mounts} */
export const mounts = [
  ['/pkg/', paths.pkg],
  ['/hostile/', directory],
  ['/', inRoot('tests', 'page', 'pages')],
];

/** The tags that the view may use, and those of the element's own parts. */
export const TAGS = [
  ...(/TAGS: \[&str; \d+\] = \[([^\]]*)\]/
    .exec(readFileSync(inRoot('src', 'view', 'node.rs'), 'utf8'))?.[1]
    ?.matchAll(/"([^"]+)"/g) ?? []),
].map(([, tag]) => tag ?? '');
const OWN = [...TAGS, 'slot', 'progress', 'dialog', 'textarea', 'form'];

/** The pages rendered ahead. @type {string[]} */
export const ahead = [];

/** As UTF-8 has it: what is no character is U+FFFD. @param {unknown} value */
const wellFormed = (value) =>
  JSON.parse(JSON.stringify(value), (...[, text]) => (typeof text === 'string' ? Buffer.from(text).toString() : text));

/** Writes the stories in every form, and their pages rendered ahead by the native core. */
export async function writeFiles() {
  const page = readFileSync(inRoot('tests', 'page', 'pages', 'attacked.html'), 'utf8');
  const write = (/** @type {string} */ name, /** @type {string} */ text) => writeFileSync(join(directory, name), text);
  for (const [index, story] of all.entries()) {
    const written = Object.entries(forms(story));
    for (const [name, text] of written) write(`${index}-${name}`, text);
    // What publishers must do: no `</script>` within a script.
    const inside = written.find(([name]) => name === 'story.json')?.[1].replaceAll('<', '\\u003c');
    const element = `<cross-read><script type="application/json">${inside}</script></cross-read>`;
    write(
      `${index}-inside.html`,
      page.replace('<main>', () => `<main>${element}`),
    );
  }
  writeFileSync(join(directory, 'all.json'), JSON.stringify(all.map(wellFormed)));
  const { cargo } = await ensureRust();
  const args = ['run', '--quiet', '--profile', 'test', '--example', 'ahead', '--', join(directory, 'all.json')];
  const { status, stdout, output } = await run(cargo, args, { cwd: paths.root });
  assert.equal(status, 0, output);
  const lines = stdout.trim().split('\n');
  assert.equal(lines.length, all.length);
  for (const [index, line] of lines.entries()) {
    const { html } = JSON.parse(line);
    ahead.push(html);
    write(
      `${index}-ahead.html`,
      page.replace('<main>', () => `<main>${html}`),
    );
  }
}

/** What stands in the page beside what is expected there. @param {Page} page */
export async function assertHarmless(page, /** @type {string} */ what) {
  const problems = await page.evaluate((tags) => {
    const { seen } = /** @type {any} */ (window);
    const found = [...seen.dialogs, ...seen.violations, ...seen.errors];
    const element = document.querySelector('cross-read');
    for (const node of (element?.shadowRoot ?? document.querySelector('main'))?.querySelectorAll('*') ?? []) {
      if (!tags.includes(node.localName)) found.push(`<${node.localName}>`);
      for (const { name, value } of node.attributes) {
        if (/^on|^style$|^src|^xlink|action$/i.test(name)) found.push(`${node.localName} ${name}=${value}`);
        if (name === 'href' && !/^(?:https?:\/\/|#)/i.test(value)) found.push(`a link to ${value}`);
        const [, directive] = /:~:(.*)$/s.exec(value) ?? [];
        if (
          name === 'href' &&
          directive &&
          !/^(?:already|text=[\w.~%,]+)/.test(directive.replace(/^text=already:~:/, ''))
        )
          found.push(`a fragment ${value}`);
      }
    }
    for (const { name } of performance.getEntriesByType('resource')) {
      if (name === 'data:,') continue;
      const { origin, pathname } = new URL(name);
      if (origin !== location.origin || !/^\/(?:pkg|hostile)\/|^\/attacked\./.test(pathname))
        found.push(`a request for ${name}`);
    }
    const plain = /** @type {any} */ ({});
    if (plain.polluted !== undefined) found.push('Object.prototype is polluted');
    if (!/\/(?:attacked|hostile\/\d+-(?:ahead|inside))\.html$/.test(location.pathname)) found.push(location.href);
    return found;
  }, OWN);
  assert.deepEqual(problems, [], what);
}

/** Shows a story and waits for what comes of it. @param {Page} page @param {{ story?: object, src?: string }} how */
export async function show(page, how) {
  await page.evaluate((given) => {
    const { seen } = /** @type {any} */ (window);
    const element = /** @type {any} */ (document.createElement('cross-read'));
    seen.outcome = '';
    if (given.story) element.story = given.story;
    if (given.src) element.setAttribute('src', given.src);
    document.querySelector('main')?.replaceChildren(element);
  }, how);
  return outcome(page);
}

/** What has come of the story. @param {Page} page @returns {Promise<string>} */
export async function outcome(page) {
  await page.until('the story is shown or refused', () => /** @type {any} */ (window).seen.outcome);
  return page.evaluate(() => /** @type {any} */ (window).seen.outcome);
}

/** Activates the controls of the page, but no more than some of each kind. @param {Page} page */
export const activate = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('cross-read')?.shadowRoot;
    /** @type {Map<string, number>} */
    const done = new Map();
    const acts = [...(root?.querySelectorAll('button[data-act], [role=button][data-act], input[data-act]') ?? [])].map(
      (control) => control.getAttribute('data-act') ?? '',
    );
    for (const act of acts) {
      const kind = act.split(':')[0] ?? '';
      if (['add', 'copy', 'print', 'remove', 'undo'].includes(kind)) continue;
      const count = done.get(kind) ?? 0;
      if (count >= 3) continue;
      done.set(kind, count + 1);
      /** @type {any} */ (
        [...(root?.querySelectorAll('[data-act]') ?? [])].find((each) => each.getAttribute('data-act') === act)
      )?.click();
    }
    return [...done.keys()];
  });

/** What was saved, as text. @param {Page} page @returns {Promise<{ type: string, text: string }[]>} */
export const saved = async (page) => {
  await page.until('three files are saved', () => /** @type {any} */ (window).seen.files.length >= 3);
  return page.evaluate(async () => {
    const { seen } = /** @type {any} */ (window);
    const files = seen.files.splice(0);
    return Promise.all(files.map(async (/** @type {Blob} */ blob) => ({ type: blob.type, text: await blob.text() })));
  });
};

/** The cells of a CSV. Source: RFC 4180. @param {string} csv */
function cells(csv) {
  const found = [];
  for (const [, quoted, plain] of csv
    .replace(/^\uFEFF/, '')
    .matchAll(/"((?:[^"]|"")*)"(?:,|\r\n)|([^",\r\n]*)(?:,|\r\n)/g))
    found.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
  return found;
}

/** @param {{ type: string, text: string }} file */
export function checkExport({ type, text }) {
  if (type.startsWith('application/json')) {
    JSON.parse(text);
  } else if (type.startsWith('text/csv')) {
    for (const cell of cells(text)) assert.doesNotMatch(cell, /^\s*[=+\-@\t\r＝＋－＠]/u, 'a cell is no formula');
  } else {
    assert.match(type, /^text\/markdown/);
    const bare = text.replace(/<https?:\/\/[^\s<>]+>/gi, '');
    assert.doesNotMatch(bare, /(?<!\\)(?:\\\\)*[<[`|]/, 'nothing in Markdown is markup or a link');
    for (const line of text.split('\n'))
      assert.match(line, /^(?:$|##? |- | {2}- )/, 'no line begins anything but a list');
  }
}
