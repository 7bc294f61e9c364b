/**
 * Keeps the page working without a network. `npm run site` writes in which files there are, each with its hash; as it
 * stands in the repository it has none, and then takes itself and all that it kept away again.
 *
 * All files but the page itself, its manifest and this one are in a folder named after the version, so that no address
 * ever stands for two contents. A new version is fetched beside the one that is used, and what did not change is taken
 * over from there. A page that is open goes on with the version that it began with; the next one that is opened gets the
 * new one. What is old goes when no page is open.
 */

/** @type {string} */
const VERSION = '';
/** Each file: its address, and the SHA-256 of its content in base64. @type {[address: string, hash: string][]} */
const FILES = [];

const PREFIX = 'crossread-';
const CACHE = PREFIX + VERSION;
/** Where a text that was shared with the page waits until the page takes it. */
const SHARED = 'shared-with-crossread';

const worker = /** @type {any} */ (globalThis);
const here = (/** @type {string} */ address) => new URL(address, worker.registration.scope).href;

/** The name of a file without its version. @param {string} address */
const bare = (address) => address.replace(/^\.\/[0-9a-f]{12}\//, '');

/** The caches of other versions. */
const others = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);

/** @param {Response} response */
async function hashOf(response) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer()));
  return btoa(String.fromCharCode(...digest));
}

/** Puts a file into the cache, from an older one where it did not change. @param {Cache} cache @param {string} address @param {string} hash @param {Map<string, Response>} old */
async function take(cache, address, hash, old) {
  const known = old.get(bare(address));
  if (known && (await hashOf(known)) === hash) {
    // A copy, since the response itself says the older address, to which scripts would then be relative.
    const { body, headers } = known;
    return cache.put(here(address), new Response(body, { headers }));
  }
  // The hash is asked for, so that two versions are never mixed while a new one is being put on the server.
  const response = await fetch(here(address), { cache: 'no-cache', integrity: `sha256-${hash}` });
  if (!response.ok || response.redirected) throw new Error(`${address} answered ${response.status}`);
  return cache.put(here(address), response);
}

async function install() {
  /** @type {Map<string, Response>} */
  const old = new Map();
  for (const name of await others()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      if (response) old.set(bare(request.url.replace(worker.registration.scope, './')), response);
    }
  }
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(FILES.map(([address, hash]) => take(cache, address, hash, old)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
  await worker.skipWaiting();
}

/** Takes older versions away, unless a page is open that may still need one. */
async function tidy() {
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!open.length) for (const name of await others()) await caches.delete(name);
}

async function leave() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) || name === SHARED) await caches.delete(name);
  await worker.registration.unregister();
}

/** The page itself; what it was opened with after the `?` is its own business. @param {Request} request */
async function page(request) {
  await tidy();
  const cache = await caches.open(CACHE);
  return (await cache.match(here('./'))) ?? fetch(request);
}

/** A file of this version or of one that an open page began with. @param {Request} request */
async function file(request) {
  for (const name of [CACHE, ...(await others())]) {
    const cache = await caches.open(name);
    const found = await cache.match(request.url);
    if (found) return found;
  }
  return fetch(request);
}

/** Keeps what was shared until the page, which is opened next, takes it. @param {Request} request */
async function share(request) {
  const form = await request.formData();
  const texts = ['title', 'text', 'url'].map((name) => [name, String(form.get(name) ?? '')]);
  const files = await Promise.all(
    form
      .getAll('files')
      .filter((each) => each instanceof File)
      .map(async (each) => ({ name: each.name, text: await each.text() })),
  );
  const cache = await caches.open(SHARED);
  await cache.put(here('./share'), new Response(JSON.stringify({ ...Object.fromEntries(texts), files })));
  return Response.redirect(here('./#shared'), 303);
}

worker.addEventListener('install', (/** @type {any} */ event) =>
  event.waitUntil(VERSION ? install() : worker.skipWaiting()),
);

worker.addEventListener('activate', (/** @type {any} */ event) =>
  event.waitUntil(VERSION ? tidy().then(() => worker.clients.claim()) : leave()),
);

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const scope = new URL(worker.registration.scope);
  if (!VERSION || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return;
  const name = pathname.slice(scope.pathname.length);
  if (request.method === 'POST' && name === 'share') event.respondWith(share(request));
  else if (request.method !== 'GET') return;
  else if (request.mode === 'navigate') {
    if (name === '' || name === 'index.html') event.respondWith(page(request));
  } else if (/^[0-9a-f]{12}\//.test(name) || name === 'manifest.webmanifest') event.respondWith(file(request));
});
