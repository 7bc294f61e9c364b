/** The page as an app: its words, its icons, its manifest, and what `npm run site` makes of it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { drawn, ICONS, withinMask } from '../../scripts/icons.mjs';
import { inRoot } from '../../scripts/project.mjs';
import { site } from '../../scripts/site.mjs';

const read = (/** @type {string[]} */ ...path) => readFileSync(inRoot('www', ...path), 'utf8');

/** @param {string} file @returns {Map<string, string>} */
const wordsIn = (file) =>
  new Map(
    read('app', 'messages', file)
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => /** @type {[string, string]} */ (line.split('\t'))),
  );

const english = wordsIn('en.txt');
const page = read('index.html');

test('every language says everything, with the same placeholders', () => {
  const files = readdirSync(inRoot('www', 'app', 'messages'));
  assert.equal(files.length, 8);
  for (const file of files) {
    const words = wordsIn(file);
    assert.deepEqual([...words.keys()], [...english.keys()], file);
    assert.equal(words.get('lang'), file.replace('.txt', ''));
    for (const [key, text] of words) {
      assert.ok(text.trim(), `${file}: ${key}`);
      const places = (/** @type {string} */ from) => (from.match(/\{\w+\}/g) ?? []).sort();
      assert.deepEqual(places(text), places(english.get(key) ?? ''), `${file}: ${key}`);
    }
    assert.ok(page.includes(`<option value="${words.get('lang')}"`), file);
  }
});

test('the page says in its HTML what it says by script, so that nothing moves', () => {
  const said = [...page.matchAll(/data-say="([\w.-]+)"[^>]*>([^<]*)</g)].filter(([, , text]) => text?.trim());
  assert.ok(said.length > 15);
  for (const [, key = '', text = ''] of said) assert.equal(text.replace(/\s+/g, ' ').trim(), english.get(key), key);
  for (const [, label, key = ''] of page.matchAll(/aria-label="([^"]*)" data-label="([\w.-]+)"/g))
    assert.equal(label, english.get(key), key);
});

test('every word that a script asks for is there, and every one that is there is asked for', () => {
  const scripts = readdirSync(inRoot('www', 'app'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => read('app', name))
    .join('\n');
  for (const [, key = ''] of scripts.matchAll(/\bsay\('([\w.-]+)'/g)) assert.ok(english.has(key), key);
  const used = `${scripts}${page}`;
  for (const key of english.keys())
    assert.ok(used.includes(`'${key}'`) || used.includes(`"${key}"`), `${key} is unused`);
});

/** The size and the pixels of a PNG. @param {Buffer} png */
function decoded(png) {
  assert.equal(png.toString('latin1', 1, 4), 'PNG');
  const data = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), pixels: inflateSync(Buffer.concat(data)) };
}

test('the icons are those that the script draws, and no mask cuts them', () => {
  assert.ok(withinMask());
  for (const icon of ICONS) {
    const file = readFileSync(inRoot('www', 'icons', icon.name));
    if (!icon.size) {
      assert.equal(file.toString(), drawn(icon).toString());
      continue;
    }
    // The pixels, since another release of zlib packs them into other bytes.
    const [there, made] = [decoded(file), decoded(drawn(icon))];
    assert.deepEqual([there.width, there.height], [icon.size, icon.size]);
    assert.ok(there.pixels.equals(made.pixels), icon.name);
    const corner = there.pixels[1 + 3];
    assert.equal(corner, icon.whole ? 255 : 0, `${icon.name}: its corner`);
  }
});

test('the manifest names icons that there are, and the way in for shared texts', () => {
  const manifest = JSON.parse(read('manifest.webmanifest'));
  const sizes = new Map(ICONS.map(({ name, size }) => [`./icons/${name}`, size ? `${size}x${size}` : 'any']));
  for (const { src, sizes: size } of manifest.icons) assert.equal(size, sizes.get(src), src);
  assert.ok(manifest.icons.some((/** @type {any} */ { purpose }) => purpose === 'maskable'));
  assert.equal(manifest.share_target.action, './share');
  for (const name of ['name', 'short_name', 'start_url', 'display', 'description']) assert.ok(manifest[name], name);
});

/** @type {Map<string, Buffer>} */
const files = new Map(
  Object.entries({
    'index.html': '<script src="./app/a.js"></script><a href="./">x</a><img src="./icons/i.svg">',
    'manifest.webmanifest': '{"icons":[{"src":"./icons/i.svg"}],"start_url":"./"}',
    'service-worker.js': read('service-worker.js'),
    'app/a.js': "import '../pkg/b.js';",
    'icons/i.svg': '<svg/>',
    'pkg/b.js': '1',
  }).map(([name, text]) => [name, Buffer.from(text)]),
);

test('a site has its files in a folder of its version, and the worker has the list of all', () => {
  const { version, files: made } = site(files);
  assert.match(version, /^[0-9a-f]{12}$/);
  assert.deepEqual(
    [...made.keys()].sort(),
    [
      'index.html',
      'manifest.webmanifest',
      'service-worker.js',
      ...['app/a.js', 'icons/i.svg', 'pkg/b.js'].map((name) => `${version}/${name}`),
    ].sort(),
  );
  const text = String(made.get('index.html'));
  assert.equal(
    text,
    `<script src="./${version}/app/a.js"></script><a href="./">x</a><img src="./${version}/icons/i.svg">`,
  );
  const worker = String(made.get('service-worker.js'));
  assert.ok(worker.includes(`const VERSION = '${version}';`));
  for (const name of made.keys())
    if (name !== 'service-worker.js') assert.ok(worker.includes(name === 'index.html' ? '"./"' : `"./${name}"`), name);
  assert.equal(site(files).version, version, 'the same files are the same version');
  const changed = new Map(files).set('pkg/b.js', Buffer.from('2'));
  assert.notEqual(site(changed).version, version);
});
