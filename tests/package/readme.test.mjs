/** What the READMEs tell a reader to run does what they say: documentation that nobody runs drifts. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { builtFiles, elementFiles } from '../../scripts/package-files.mjs';
import { inRoot, paths } from '../../scripts/project.mjs';

const READMES = ['README.md', join('pkg', 'README.md')];

let project = '';

before(() => {
  project = mkdtempSync(join(tmpdir(), 'crossread-readme-'));
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(paths.pkg, join(project, 'node_modules', 'crossread'), 'junction');
});

after(() => rmSync(project, { recursive: true, force: true }));

/** @param {string} readme */
const read = (readme) => readFileSync(inRoot(readme), 'utf8');

/** The programs of a README: what stands in it for Node or a page to run. @param {string} readme */
const programs = (readme) =>
  [...read(readme).matchAll(/^```js\n(.*?)^```/gms)]
    .map(([, code = '']) => code)
    .filter((code) => /^import init/m.test(code));

for (const readme of READMES) {
  test(`the program in ${readme} prints what it says that it prints`, () => {
    const [program, ...others] = programs(readme);
    assert.ok(program && others.length === 0, 'there is one program');
    const promised = [...program.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, line]) => line);
    assert.ok(promised.length > 0, 'it says what it prints');
    writeFileSync(join(project, 'main.mjs'), program);
    const printed = execFileSync(process.execPath, ['main.mjs'], { cwd: project, encoding: 'utf8' });
    assert.deepEqual(printed.trimEnd().split('\n'), promised);
  });

  test(`${readme} names every code of an error, every event and no file that there is not`, () => {
    const text = read(readme);
    const types = readFileSync(inRoot('src', 'wasm', 'types.d.ts'), 'utf8');
    const codes = [...(types.split('interface CrossreadError')[1] ?? '').matchAll(/'([a-z-]+)'/g)].map(
      ([, code]) => code,
    );
    const element = readFileSync(inRoot('www', 'element', 'cross-read.js'), 'utf8');
    const events = [...element.matchAll(/#tell\('([a-z-]+)'/g)].map(([, event]) => event);
    assert.ok(codes.length > 5 && events.length > 2);
    for (const name of [...codes, ...events]) assert.ok(text.includes(`\`${name}\``), name);
    for (const [, file = ''] of text.matchAll(/\/crossread\/([\w/.-]+)/g)) {
      assert.ok([...builtFiles(), ...elementFiles()].includes(file), file);
    }
  });
}
