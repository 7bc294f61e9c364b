/** What the set-up decides by. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fingerprint } from '../../scripts/fingerprint.mjs';
import { withLock } from '../../scripts/lock.mjs';
import { wasmBindgenVersion } from '../../scripts/project.mjs';
import { isAtLeast } from '../../scripts/tools.mjs';

let home = '';
before(() => {
  home = mkdtempSync(join(tmpdir(), 'crossread-setup-'));
});
after(() => rmSync(home, { recursive: true, force: true }));

/** @type {[found: string, wanted: string, expected: boolean][]} */
const versions = [
  ['0.13.0', '0.13.0', true],
  ['0.13.1', '0.13.0', true],
  ['0.9.9', '0.13.0', false],
  ['1.0.0', '0.13.0', true],
  ['0.12.1', '0.13.0', false],
  ['0.15.0-rc.1', '0.13.0', true],
];
for (const [found, wanted, expected] of versions) {
  test(`${found} is ${expected ? '' : 'not '}as new as ${wanted}`, () =>
    assert.equal(isAtLeast(found, wanted), expected));
}

test('wasm-bindgen is pinned to one version', () => assert.match(wasmBindgenVersion(), /^\d+\.\d+\.\d+$/));

test('a fingerprint changes with contents, names and words, and with nothing else', () => {
  const place = join(home, 'inputs');
  mkdirSync(join(place, 'below'), { recursive: true });
  writeFileSync(join(place, 'a'), '1');
  writeFileSync(join(place, 'below', 'b'), '2');
  const first = fingerprint([place], ['x']);
  utimesSync(join(place, 'a'), 0, 0);
  assert.equal(fingerprint([place], ['x']), first);
  assert.notEqual(fingerprint([place], ['y']), first);
  writeFileSync(join(place, 'a'), '3');
  assert.notEqual(fingerprint([place], ['x']), first);
  writeFileSync(join(place, 'a'), '1');
  assert.equal(fingerprint([place], ['x']), first);
  writeFileSync(join(place, 'below', 'c'), '');
  assert.notEqual(fingerprint([place], ['x']), first);
});

test('what is done under a lock is done by one at a time', async () => {
  let inside = 0;
  let most = 0;
  const work = () =>
    withLock(join(home, 'lock'), 'a test', async () => {
      inside += 1;
      most = Math.max(most, inside);
      await sleep(50);
      inside -= 1;
    });
  await Promise.all([work(), work(), work()]);
  assert.equal(most, 1);
});

test('a lock is given back when the work fails, and taken over when its holder was killed', async () => {
  const lock = join(home, 'failing');
  await assert.rejects(
    withLock(lock, 'a test', () => Promise.reject(new Error('no'))),
    /no/,
  );
  mkdirSync(lock);
  utimesSync(lock, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
  assert.equal(await withLock(lock, 'a test', async () => 'taken over'), 'taken over');
});
