/**
 * A small server of files: `www/` at the root and `pkg/` under `/pkg/`, nothing else of the machine.
 *
 * It sends the headers that a careful publisher's site would send, so that a page that works here works there.
 * Nothing is kept by the browser: what is seen is what stands in the directory.
 */
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { paths } from './project.mjs';

const TYPES = {
  '.atom': 'application/atom+xml; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.rss': 'application/rss+xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * What is served: the address that a path begins with, and the directory it stands for. The first that fits counts.
 * @typedef {[prefix: string, directory: string][]} Mounts
 */

/** @type {Mounts} */
export const published = [
  ['/pkg/', paths.pkg],
  ['/', paths.www],
];

/**
 * The file that an address stands for: its path, `'directory'` if a slash is missing at its end, or `null`.
 * @param {Mounts} mounts
 * @param {string} url  As it stands in the request.
 * @returns {Promise<string | null>}
 */
async function fileFor(mounts, url) {
  let address;
  try {
    address = decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch {
    return null;
  }
  // What has no business in an address: a step upwards, a hidden file, a backslash, a NUL.
  if (!address.startsWith('/') || /[\\\0]|\/\./.test(address)) return null;
  const mount = mounts.find(([prefix]) => address.startsWith(prefix));
  if (!mount) return null;
  try {
    const directory = await realpath(mount[1]);
    const file = await realpath(join(directory, address.slice(mount[0].length)));
    if (file !== directory && !file.startsWith(directory + sep)) return null; // a link that leads outside
    if (!(await stat(file)).isDirectory()) return address.endsWith('/') ? null : file;
    if (!address.endsWith('/')) return 'directory';
    const index = await realpath(join(file, 'index.html'));
    return index.startsWith(directory + sep) && (await stat(index)).isFile() ? index : null;
  } catch {
    return null;
  }
}

/**
 * @param {Mounts} mounts
 * @param {Record<string, string>} own  Headers that are sent besides those above, or in their place.
 * @returns {import('node:http').RequestListener}
 */
const answer = (mounts, own) => async (request, response) => {
  const always = { ...HEADERS, ...own };
  const refuse = (/** @type {number} */ status, /** @type {string} */ text, headers = {}) => {
    response.writeHead(status, { ...always, 'Content-Type': TYPES['.txt'], ...headers });
    response.end(request.method === 'HEAD' ? undefined : `${text}\n`);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(405, 'Only GET and HEAD', { Allow: 'GET, HEAD' });
  const url = request.url ?? '/';
  const file = await fileFor(mounts, url);
  if (file === null) return refuse(404, 'Not found');
  if (file === 'directory') {
    const [, address, query] = /^\/*([^?#]*)(.*)$/s.exec(url) ?? ['', '', ''];
    return refuse(308, 'One slash further', { Location: `/${address}/${query}` });
  }
  const { size } = await stat(file);
  const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(file).toLowerCase())] ?? 'application/octet-stream';
  response.writeHead(200, { ...always, 'Content-Type': type, 'Content-Length': size });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
};

/** How many ports are tried, from the wanted one upwards. */
const TRIES = 50;

/**
 * Starts the server. A taken port moves on to the next.
 * @param {{ host?: string, port?: number, mounts?: Mounts, headers?: Record<string, string> }} [options]  Port 0 takes any that is free.
 * @returns {Promise<{ address: string, port: number, close: () => Promise<void> }>}
 */
export async function serve({ host = '127.0.0.1', port = 0, mounts = published, headers = {} } = {}) {
  const server = createServer(answer(mounts, headers));
  /** @param {number} at */
  const listen = (at) =>
    new Promise((done, fail) => {
      server.once('error', fail);
      server.listen(at, host, () => {
        server.off('error', fail);
        done(undefined);
      });
    });
  for (let at = port; ; at += 1) {
    try {
      await listen(at);
      break;
    } catch (error) {
      const taken = /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE';
      if (!taken || at >= port + TRIES || at >= 65_535) throw error;
    }
  }
  const got = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${got}/`,
    port: got,
    close: () =>
      new Promise((done) => {
        server.close(() => done(undefined));
        server.closeAllConnections();
      }),
  };
}
