/** The server shows what it is given and nothing else of the machine. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serve } from '../../scripts/serve.mjs';

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
let home = '';

before(async () => {
  home = mkdtempSync(join(tmpdir(), 'crossread-serve-'));
  for (const directory of ['www/below', 'www-other', 'pkg']) mkdirSync(join(home, directory), { recursive: true });
  writeFileSync(join(home, 'www', 'index.html'), 'home');
  writeFileSync(join(home, 'www', '.hidden'), 'secret');
  writeFileSync(join(home, 'www', 'below', 'a b.json'), '{}');
  writeFileSync(join(home, 'www-other', 'file.txt'), 'secret');
  writeFileSync(join(home, 'pkg', 'core.wasm'), 'wasm');
  writeFileSync(join(home, 'secret.txt'), 'secret');
  symlinkSync(join(home, 'secret.txt'), join(home, 'www', 'link.txt'));
  server = await serve({
    mounts: [
      ['/pkg/', join(home, 'pkg')],
      ['/', join(home, 'www')],
    ],
  });
});

after(async () => {
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

/**
 * Asks with the path exactly as written: `fetch` would tidy it up first.
 * @param {string} path
 * @param {string} [method]
 * @returns {Promise<{ status?: number, type?: string, location?: string, body: string }>}
 */
const ask = (path, method = 'GET') =>
  new Promise((done, fail) => {
    const options = { host: '127.0.0.1', port: server.port, path, method };
    const request = get(options, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => (body += text));
      response.on('end', () =>
        done({
          status: response.statusCode,
          type: response.headers['content-type'],
          location: response.headers.location,
          body,
        }),
      );
    });
    request.on('error', fail);
  });

/** @type {[path: string, status: number, type: string, body: string][]} */
const shown = [
  ['/', 200, 'text/html; charset=utf-8', 'home'],
  ['/?query=1', 200, 'text/html; charset=utf-8', 'home'],
  ['/index.html', 200, 'text/html; charset=utf-8', 'home'],
  ['/below/a%20b.json', 200, 'application/json; charset=utf-8', '{}'],
  ['/pkg/core.wasm', 200, 'application/wasm', 'wasm'],
];
for (const [path, status, type, body] of shown) {
  test(`shows ${path}`, async () => {
    const answer = await ask(path);
    assert.deepEqual({ ...answer, location: undefined }, { status, type, location: undefined, body });
  });
}

const refused = [
  '/nothing',
  '/below/',
  '/pkg/',
  '/.hidden',
  '/link.txt',
  '/../secret.txt',
  '/../www-other/file.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/pkg/../../secret.txt',
  '/pkg/%2e%2e/www/index.html',
  '/below/..\\..\\secret.txt',
  '//etc/passwd',
  '/%00',
  '/%',
];
for (const path of refused) {
  test(`refuses ${path}`, async () => {
    const { status, body } = await ask(path);
    assert.deepEqual({ status, body }, { status: 404, body: 'Not found\n' });
  });
}

test('a directory without its slash leads on to the one with it, on this server', async () => {
  assert.deepEqual((await ask('/below?a=1')).location, '/below/?a=1');
  assert.deepEqual((await ask('//below')).location, '/below/');
});

test('changes nothing: only GET and HEAD', async () => {
  assert.equal((await ask('/', 'POST')).status, 405);
  assert.deepEqual(
    { ...(await ask('/', 'HEAD')), location: undefined },
    {
      status: 200,
      type: 'text/html; charset=utf-8',
      location: undefined,
      body: '',
    },
  );
});

test('a taken port moves on to the next', async () => {
  const second = await serve({ port: server.port });
  assert.ok(second.port > server.port);
  await second.close();
});
