/** What the documentation quotes is what the tests run, and what the package declares is what there is. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { filesUnder } from '../../scripts/fingerprint.mjs';
import { inPackage, MANIFEST } from '../../scripts/package-files.mjs';
import { inRoot } from '../../scripts/project.mjs';
import { installTarball } from './installed.mjs';

const RECIPES = inRoot('tests', 'install', 'recipes');

/** @type {Awaited<ReturnType<typeof installTarball>>} */
let installed;

before(async () => {
  installed = await installTarball();
});

after(() => installed.remove());

test('docs/install.md quotes the recipes that are built and opened, to the letter', () => {
  const text = readFileSync(inRoot('docs', 'install.md'), 'utf8');
  const quoted = [...text.matchAll(/^`([\w./-]+)`\n\n```\w+\n(.*?)^```/gms)];
  for (const [, name = '', code] of quoted) assert.equal(code, readFileSync(join(RECIPES, name), 'utf8'), name);
  const names = new Set(quoted.map(([, name]) => name));
  // A page that holds an empty element, and what a framework's page is always like, say nothing.
  const telling = filesUnder(RECIPES)
    .map((file) => file.slice(RECIPES.length + 1).replaceAll('\\', '/'))
    .filter(
      (name) => /\.(js|ts|tsx|vue|svelte)$/.test(name) && !/^(story\.js|(react|worker)\/vite\.config\.js)$/.test(name),
    );
  assert.deepEqual(
    telling.filter((name) => !names.has(name)),
    [],
    'recipes that nobody is told of',
  );
});

test('what docs/ahead.md says of JavaScript runs', () => {
  const text = readFileSync(inRoot('docs', 'ahead.md'), 'utf8');
  const [, code] = /^```js\n(.*?)^```/ms.exec(text) ?? [];
  const story = { articles: [{ text: 'The bridge reopened after 14 weeks.' }, { text: 'It was shut for 16 weeks.' }] };
  writeFileSync(
    join(installed.project, 'ahead.mjs'),
    `const story = ${JSON.stringify(story)};\n${code}\nconsole.log(inside);`,
  );
  const printed = execFileSync(process.execPath, ['ahead.mjs'], { cwd: installed.project, encoding: 'utf8' });
  assert.match(
    printed,
    /^<div class="crossread-ahead" data-digest="\w{16}" data-state="sections:summary differences grid,/,
  );
});

test('docs/ahead.md and the program know the same options and sections', async () => {
  const { SECTIONS } = await import(inPackage('render.js'));
  const core = readFileSync(inRoot('src', 'view', 'state.rs'), 'utf8');
  const [, list = ''] = /pub const SECTIONS: \[&str; \d+\] =\s*\[(.*?)\]/s.exec(core) ?? [];
  const names = [...list.matchAll(/"(\w+)"/g)].map(([, name]) => name);
  assert.deepEqual([...names, ...(list.includes('READ') ? ['read'] : [])], SECTIONS);
});

test('custom-elements.json names the attributes, events, properties and parts that there are', () => {
  const manifest = JSON.parse(readFileSync(inPackage(MANIFEST), 'utf8'));
  const [declared] = manifest.modules[0].declarations;
  const names = (/** @type {{ name: string }[]} */ list) => list.map(({ name }) => name).sort();
  const element = readFileSync(inRoot('www', 'element', 'cross-read.js'), 'utf8');
  const scripts = [element, readFileSync(inRoot('www', 'element', 'story.js'), 'utf8')].join('\n');
  const observed = [...(/observedAttributes = \[(.*?)\]/s.exec(element)?.[1] ?? '').matchAll(/'([\w-]+)'/g)];
  const asked = [...scripts.matchAll(/\b(?:get|has|toggle)Attribute\('([\w-]+)'/g)];
  const attributes = new Set([...observed, ...asked].map(([, name]) => name));
  for (const own of ['aria-busy', 'data-act']) attributes.delete(own);
  assert.deepEqual(names(declared.attributes), [...attributes].sort());
  const events = [...element.matchAll(/#tell\('([\w-]+)'/g)].map(([, name]) => name);
  assert.deepEqual(names(declared.events), [...new Set(events)].sort());
  const types = readFileSync(inRoot('www', 'element', 'cross-read.d.ts'), 'utf8');
  for (const { name, type } of declared.events) assert.ok(types.includes(`'${name}': ${type.text}`), name);
  const styles = readFileSync(inRoot('www', 'element', 'styles.js'), 'utf8');
  assert.deepEqual(names(declared.cssProperties), [...new Set(styles.match(/--crossread-[\w-]+/g))].sort());
  assert.ok(declared.cssParts.length > 40);
});

test('the tarball holds what was reviewed', () => {
  const file = inRoot('tests', 'package', 'tarball.txt');
  const listing = `${installed.packed
    .map(({ path }) => path)
    .sort()
    .join('\n')}\n`;
  if (process.env.UPDATE_SNAPSHOTS) writeFileSync(file, listing);
  assert.equal(listing, readFileSync(file, 'utf8'), 'UPDATE_SNAPSHOTS=1 npm test -- package writes it anew');
});

test('the notices name every crate that is compiled in', () => {
  const notices = readFileSync(inPackage('THIRD-PARTY-NOTICES.md'), 'utf8');
  for (const crate of ['libm', 'serde', 'wasm-bindgen', 'js-sys', 'serde-wasm-bindgen', 'console_error_panic_hook']) {
    assert.match(notices, new RegExp(`\\b${crate} \\d+\\.\\d+\\.\\d+ \\(`), crate);
  }
  assert.ok(notices.includes('Permission is hereby granted') && notices.includes('GeoNames'));
});
