/** The program `crossread` of the installed package, as a newsroom's build runs it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inRoot } from '../../scripts/project.mjs';
import { installTarball } from './installed.mjs';

const STORY = inRoot('www', 'stories', 'results.json');
const story = readFileSync(STORY, 'utf8');

let project = '';
let remove = () => {};

before(async () => {
  ({ project, remove } = await installTarball());
});

after(() => remove());

/**
 * @param {string[]} given
 * @param {string} [input]  What it reads from the standard input.
 */
function crossread(given, input) {
  const program = join(project, 'node_modules', '.bin', 'crossread');
  const [command, ...first] = process.platform === 'win32' ? [`${program}.cmd`] : [program];
  const options = { cwd: project, input, encoding: /** @type {const} */ ('utf8'), maxBuffer: 2 ** 26 };
  return spawnSync(command ?? '', [...first, ...given], { ...options, shell: process.platform === 'win32' });
}

/** @param {string[]} given  @param {string} [input] */
function done(given, input) {
  const { status, stdout, stderr } = crossread(given, input);
  assert.equal(stderr, '');
  assert.equal(status, 0);
  return stdout;
}

test('analyze prints the analysis, from a file or the standard input, and the same each time', () => {
  const printed = done(['analyze', STORY]);
  const analysis = JSON.parse(printed);
  assert.ok(analysis.facts.length > 5);
  assert.match(analysis.digest, /^[0-9a-f]{16}$/);
  assert.equal(done(['analyze', '-'], story), printed);
  assert.equal(done(['analyze', '-'], `\uFEFF${story}`), printed, 'a byte order mark is no part of the story');
  const short = JSON.parse(done(['analyze', '--summary', 'short', STORY]));
  assert.equal(short.summary.length, 3);
  assert.notEqual(short.digest, analysis.digest);
});

test('render prints HTML with the digest, from a story or its analysis, and the same each time', () => {
  const html = done(['render', STORY]);
  const analysis = done(['analyze', STORY]);
  assert.ok(html.includes(`data-digest="${JSON.parse(analysis).digest}"`));
  assert.equal(done(['render', STORY]), html);
  assert.equal(done(['render', '-'], analysis), html, 'the analysis stands for its story');
  assert.equal(done(['render', '-'], done(['analyze', '--summary', 'short', STORY])), html);
  const sections = done(['render', '--sections', 'grid,summary', '--summary', 'short', STORY]);
  const names = [...sections.matchAll(/<section [^>]*id="crossread-(\w+)"/g)].map(([, name]) => name);
  assert.deepEqual(names, ['grid', 'summary']);
  assert.equal(sections.match(/class="quoted"/g)?.length, 3);
  assert.ok(sections.includes('data-state="sections:grid summary,length:short"'));
  assert.ok(done(['render', '--lang', 'de-CH', STORY]).includes('>In Kürze</h3>'));
});

test('an analysis that its texts do not lead to is refused', () => {
  const analysis = JSON.parse(done(['analyze', STORY]));
  analysis.digest = '0123456789abcdef';
  const { status, stderr } = crossread(['render', '-'], JSON.stringify(analysis));
  assert.match(stderr, /^crossread: other-analysis: /);
  assert.equal(status, 4);
});

test('page writes one file that names no other', () => {
  done(['page', '--lang', 'fr', '--output', 'page.html', STORY]);
  const page = readFileSync(join(project, 'page.html'), 'utf8');
  assert.match(page, /^<!doctype html>\n<html lang="fr">/);
  assert.equal(done(['page', '--lang', 'fr', STORY]), page);
  const markup = page.replace(/<script>.*<\/script>/s, '').replace(/<style>.*<\/style>/s, '');
  assert.doesNotMatch(markup, /\bsrc=|<link (?!rel="icon" href="data:,")/);
});

test('help and version', () => {
  const help = done(['--help']);
  for (const word of ['analyze', 'render', 'page', '--summary', '--lang', '--sections', '--output', 'Exit status']) {
    assert.ok(help.includes(word), word);
  }
  const { version } = JSON.parse(readFileSync(join(project, 'node_modules', 'crossread', 'package.json'), 'utf8'));
  assert.equal(done(['--version']), `${version}\n`);
});

/** @type {[given: string[], input: string, status: number, says: RegExp][]} */
const refusals = [
  [[], '', 2, /no command: analyze, render, page/],
  [['compare', STORY], '', 2, /no command "compare"/],
  [['analyze'], '', 2, /takes one file/],
  [['analyze', STORY, STORY], '', 2, /takes one file/],
  [['analyze', '--fast', STORY], '', 2, /--fast/],
  [['analyze', '--lang', 'de', STORY], '', 2, /analyze has no option --lang/],
  [['analyze', '--summary', 'tiny', STORY], '', 2, /^crossread: bad-option: /],
  [['render', '--lang', 'xx', STORY], '', 2, /^crossread: bad-option: options\.lang: "xx" is none of en, ar/],
  [['render', '--sections', 'grid,maps', STORY], '', 2, /^crossread: bad-option: options\.sections: "maps"/],
  [['analyze', 'nowhere.json'], '', 3, /^crossread: fetch-failed: .*nowhere\.json/],
  [['analyze', '-'], '{', 3, /^crossread: not-json: -: /],
  [['analyze', '-o', 'no/such/place', STORY], '', 3, /no\/such\/place/],
  [['analyze', '-'], '{}', 4, /^crossread: wrong-type: articles/],
  [['analyze', '-'], '{ "articles": [] }', 4, /^crossread: empty-story: /],
  [['render', '-'], '{ "articles": [{ "text": 1 }] }', 4, /^crossread: wrong-type: articles\[0\]\.text/],
  [['page', '-'], 'null', 4, /^crossread: wrong-type: story/],
  [['render', '-'], '{ "facts": [] }', 4, /^crossread: wrong-type: /],
];

test('every refusal has its exit status and says why, and nothing is printed', () => {
  for (const [given, input, status, says] of refusals) {
    const end = crossread(given, input);
    assert.match(end.stderr, says, given.join(' '));
    assert.equal(end.status, status, given.join(' '));
    assert.equal(end.stdout, '', given.join(' '));
    assert.doesNotMatch(end.stderr, /^\s+at /m, 'no stack');
  }
});

test('a reader that has read enough is no failure', { skip: process.platform === 'win32' }, () => {
  writeFileSync(
    join(project, 'head.sh'),
    'node_modules/.bin/crossread analyze "$1" | head -c 10; echo " ${PIPESTATUS[0]}"',
  );
  if (!existsSync('/bin/bash')) return;
  const { stdout } = spawnSync('/bin/bash', ['head.sh', STORY], { cwd: project, encoding: 'utf8' });
  assert.match(stdout, / 0$/m);
});
