/**
 * Where the core runs: in a worker, one for all elements of the page; and where none may be had, or it dies, on the page.
 *
 * A worker is refused by a policy without `worker-src`, by trusted types that know no policy `crossread`, and by browsers
 * for scripts of another site. The last is answered by a script of the page's own that imports the other.
 */
import { brought } from './core.js';
import { failure } from './story.js';

/** How long a worker may take to say that it is ready, once the core is compiled, in milliseconds. */
const PATIENCE = 8000;

/** What those are told whose question died with the worker: it is to be asked again. */
export const GONE = Symbol('the worker is gone');

/** Whoever hears what the core says of an element. @typedef {(message: any) => void} Hearer */

/** The core and the way to it. */
class Engine {
  /** @type {Map<number, { done: (found: any) => void, fail: (error: any) => void, id: number }>} */
  #asked = new Map();
  #asks = 0;
  /** By the number of the element. @type {Map<number, Hearer>} */
  #hearers = new Map();
  gone = false;
  /** @type {string[][]} */
  names = [];
  #port;

  /**
   * @param {Worker | MessagePort} port
   * @param {((id: number) => any) | undefined} analysisOf  Where it runs on the page, the analysis itself.
   */
  constructor(port, analysisOf) {
    this.#port = port;
    this.analysisOf = analysisOf;
  }

  /** @param {Promise<WebAssembly.Module>} module @returns {Promise<Engine>} */
  start(module) {
    return new Promise((done, fail) => {
      this.#port.onmessage = ({ data }) => {
        if (data.here) module.then((compiled) => this.#port.postMessage({ kind: 'start', module: compiled }), fail);
        else if (data.names) {
          this.names = data.names.split('\n').map((/** @type {string} */ line) => line.split(' '));
          done(this);
        } else if (data.failed) fail(new Error(data.failed));
        else this.#heard(data);
      };
    });
  }

  /** @param {any} message */
  #heard(message) {
    const { ask, error, found } = message;
    const asked = this.#asked.get(ask);
    if (!asked) return this.#hearers.get(message.id)?.(message);
    this.#asked.delete(ask);
    if (error) asked.fail(Object.assign(new Error(error.message), { code: error.code }));
    else asked.done(found);
  }

  /**
   * @param {number} id
   * @param {string} kind
   * @param {object} more
   * @returns {Promise<any>}
   */
  ask(id, kind, more) {
    return new Promise((done, fail) => {
      if (this.gone) return fail(GONE);
      const ask = (this.#asks += 1);
      this.#asked.set(ask, { done, fail, id });
      this.#port.postMessage({ ...more, id, ask, kind });
    });
  }

  /** @param {number} id @param {Hearer} hearer */
  hear(id, hearer) {
    this.#hearers.set(id, hearer);
  }

  /** An element is no more. @param {number} id */
  free(id) {
    this.#hearers.delete(id);
    this.#port.postMessage({ kind: 'free', id });
    this.#give(id, failure('stopped', 'it was given up'));
  }

  /** The worker is no more. */
  die() {
    this.gone = true;
    this.#give(undefined, GONE);
  }

  /** @param {number | undefined} of @param {any} error */
  #give(of, error) {
    for (const [ask, { fail, id }] of this.#asked) {
      if (of !== undefined && id !== of) continue;
      this.#asked.delete(ask);
      fail(error);
    }
  }
}

/** @type {Promise<Engine> | undefined} */
let engine;
/** @type {Promise<WebAssembly.Module> | undefined} */
let compiling;
let refused = false;

/**
 * The core, ready to be asked. Where it cannot be had, the next call tries again.
 * @param {() => Worker | null} begin  Begins a worker.
 * @param {RequestInfo | URL} [place]  Where its bytes are, if not beside this script.
 */
export function engineFrom(begin, place) {
  engine ??= start(begin, place).catch(async (error) => {
    engine = undefined;
    compiling = undefined;
    let code = 'core-unavailable';
    try {
      // The smallest module there is: where it fails, the browser or the page's policy has no WebAssembly at all.
      await WebAssembly.instantiate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    } catch {
      code = 'wasm-blocked';
    }
    throw failure(code, `the core could not be loaded: ${error.message ?? error}`);
  });
  return engine;
}

/** @param {() => Worker | null} begin @param {RequestInfo | URL} [place] */
async function start(begin, place) {
  // Compiled while the worker loads its scripts.
  compiling ??= compile(place);
  if (!refused) {
    try {
      return await inWorker(begin, compiling);
    } catch {
      await compiling;
      refused = true;
    }
  }
  const { here } = await import('./worker.js');
  const { port, analysisOf } = here(await compiling);
  return new Engine(port, analysisOf).start(compiling);
}

/** @param {RequestInfo | URL} [place] */
async function compile(place) {
  const bytes = !place && (await brought.core?.());
  if (bytes) return WebAssembly.compile(bytes);
  const response = await fetch(place ?? new URL('../crossread_bg.wasm', import.meta.url));
  if (!response.ok) throw new Error(`answered ${response.status}`);
  // A server that does not know what WebAssembly is would have it refused where it is compiled as it comes.
  return response.headers.get('Content-Type')?.startsWith('application/wasm')
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * @param {() => Worker | null} begin
 * @param {Promise<WebAssembly.Module>} module
 * @returns {Promise<Engine>}
 */
async function inWorker(begin, module) {
  const worker = begin();
  if (!worker) throw new Error('no worker is wanted');
  const made = new Engine(worker, undefined);
  try {
    return await new Promise((done, fail) => {
      worker.onerror = (event) => {
        event.preventDefault();
        fail(new Error(event.message));
        if (!made.names.length) return;
        made.die();
        // Whoever asks next finds the core on the page.
        refused = true;
        engine = undefined;
      };
      module.then(() => setTimeout(() => fail(new Error('the worker does not answer')), PATIENCE), fail);
      made.start(module).then(done, fail);
    });
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

/** @type {{ createScriptURL: (url: string) => any } | undefined} */
let policy;

/** Where this script stands beside the worker's; part of a bundle, it does not. */
const BESIDE = /^https?:[^?#]*\/element\/engine\.js(?:[?#]|$)/;

/**
 * A worker, from this site or, by way of a script of the page's own, from another. None in a frame without an origin, to
 * which every site is another, nor in a bundle: the page says where the worker is there, by `CrossReadElement.worker`.
 */
export function beginWorker() {
  const here = import.meta.url ?? '';
  if (!BESIDE.test(here) || origin === 'null') return null;
  const { href: own, origin: site } = new URL('worker.js', here);
  let href = own;
  if (site !== origin)
    href = URL.createObjectURL(
      new Blob([`import(${JSON.stringify(own)}).catch((error) => setTimeout(() => { throw error; }));`], {
        type: 'text/javascript',
      }),
    );
  policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy('crossread', {
    createScriptURL: (/** @type {string} */ given) => given,
  });
  return new Worker(policy?.createScriptURL(href) ?? href, { type: 'module', name: 'crossread' });
}
