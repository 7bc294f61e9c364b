/**
 * What the reader has asked the device to keep: comparisons, in a database of the browser's that is made when the first is
 * kept and gone when everything is forgotten.
 */
const NAME = 'crossread';
const STORE = 'kept';

/** A comparison. @typedef {{ id: string, title: string, kept: string, story: object }} Kept */

/** @param {IDBRequest} request @returns {Promise<any>} */
const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function open() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
  const database = await done(request);
  // Another tab may forget everything.
  database.onversionchange = () => database.close();
  return database;
}

/** Whether anything was ever kept: asking for it must not make the database. */
async function isThere() {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === NAME);
  } catch {
    return false;
  }
}

/**
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} work
 */
async function withStore(mode, work) {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode);
    const result = await done(work(transaction.objectStore(STORE)));
    if (mode === 'readwrite')
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
    return result;
  } finally {
    database.close();
  }
}

/** All that is kept, the newest first. @returns {Promise<Kept[]>} */
export async function all() {
  if (!(await isThere())) return [];
  const kept = await withStore('readonly', (store) => store.getAll());
  return kept.sort((/** @type {Kept} */ a, /** @type {Kept} */ b) => (a.kept < b.kept ? 1 : -1));
}

/** @param {Kept} comparison */
export const keep = (comparison) => withStore('readwrite', (store) => store.put(comparison));

/** @param {string} id */
export const remove = (id) => withStore('readwrite', (store) => store.delete(id));

export const forget = () => done(indexedDB.deleteDatabase(NAME));

/** A name that no other comparison has. */
export const newId = () =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
