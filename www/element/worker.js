/**
 * The core at work: reads, compares and says what is to be drawn, for all elements of a page.
 *
 * It runs in a module worker that the element starts; where none may be had, `serve` does the same on the page itself, with
 * one end of a `MessageChannel`. Either way it is spoken to in messages, as docs/worker.md describes them.
 */
import { Widget } from '../crossread.js';
import { load } from './core.js';
import { release, told } from './trap.js';

/** How long is worked before messages, and on the page all else, have their turn, in milliseconds. */
const SLICE = { worker: 50, page: 12 };

/** What goes over to the other side without being copied. @param {import('../crossread.js').Drawing | null} drawing */
const moved = (drawing) => (drawing ? [drawing.steps.buffer] : []);

/**
 * What writes numbers and dates where the interface does not speak English.
 * @param {string} lang
 * @param {string} [words]
 */
const format = async (lang, words) => (words ? (await import('./on-demand/formats.js')).formatter(lang) : undefined);

/**
 * Answers what comes through the port.
 * @param {any} port
 * @param {boolean} inWorker
 */
function serve(port, inWorker) {
  const slice = inWorker ? SLICE.worker : SLICE.page;
  /** @type {Promise<unknown> | undefined} */
  let core;
  /** What each element has, by its number. @type {Map<number, Widget>} */
  const widgets = new Map();
  /** What each element is to wait for. @type {Map<number, Promise<unknown>>} */
  const turns = new Map();

  /** @param {number} id @param {boolean} anew @param {boolean} [outline] */
  const draw = (id, anew, outline) => {
    const drawing = /** @type {Widget} */ (widgets.get(id)).draw(anew);
    port.postMessage({ id, drawing, outline }, moved(drawing));
  };

  /** What is told of every element after every message. @param {Widget} widget */
  const standing = ({ state, status, opened, sources }) => ({ state, status, opened, sources });

  /**
   * The analysis as JSON: one piece of memory that changes hands, and that the page reads only where it is asked for it.
   * Where both are on the page, it is asked here.
   * @param {number} id
   */
  const tell = (id) => {
    if (!inWorker) return;
    const analysis = new TextEncoder().encode(JSON.stringify(widgets.get(id)?.analysis));
    port.postMessage({ id, analysis }, [analysis.buffer]);
  };

  /**
   * Each kind of message, with what is answered.
   * @type {Record<string, (message: any) => any>}
   */
  const does = {
    async read({ id, story, lang, words, state, replay }) {
      const widget = new Widget(story, words, await format(lang, words));
      widgets.set(id, widget);
      const all = widget.waiting;
      let began = performance.now();
      if (!replay) draw(id, false, true);
      while (widget.waiting) {
        widget.read();
        port.postMessage({ id, done: all - widget.waiting, all });
        if (performance.now() - began < slice) continue;
        await new Promise((go) => setTimeout(go));
        if (widgets.get(id) !== widget) return {};
        began = performance.now();
      }
      widget.restore(state);
      return replay ? {} : { anew: true, compared: true };
    },
    act: ({ widget, action }) => ({
      focus: widget.act(action) ?? null,
      compared: /^(tick|remove|undo):?/.test(action),
    }),
    async speak({ widget, lang, words }) {
      widget.speak(words, await format(lang, words));
      return {};
    },
    add({ widget, articles }) {
      let refused;
      let added = 0;
      for (const article of articles) {
        try {
          widget.add(article);
          added += 1;
        } catch (error) {
          refused = problem(error);
          break;
        }
      }
      return { added, refused, compared: added > 0 };
    },
    inspect: ({ widget, article }) => ({ silent: true, article: widget.inspect(article) }),
    beside: ({ widget, action }) => ({ silent: true, drawing: widget.beside(action) }),
    grid: ({ widget }) => ({ silent: true, drawing: widget.grid() }),
    labels: ({ widget }) => ({ silent: true, labels: widget.labels() }),
    message: ({ widget, keys }) => ({
      silent: true,
      messages: keys.map((/** @type {[string, number?]} */ [key, count]) => widget.message(key, count)),
    }),
  };

  /** @param {any} message */
  const answer = async (message) => {
    const { id, ask, kind, replay } = message;
    try {
      await core;
      const widget = /** @type {Widget} */ (widgets.get(id));
      // It may have been given up while it waited.
      if (!turns.has(id) || (!widget && kind !== 'read')) return;
      const { silent, anew, compared, ...found } = await does[kind]({ ...message, widget });
      const now = widgets.get(id);
      if (!now) return;
      if (!silent && !replay) {
        draw(id, Boolean(anew));
        if (compared) tell(id);
        Object.assign(found, standing(now));
      }
      port.postMessage({ id, ask, found }, moved(found.drawing ?? null));
    } catch (error) {
      port.postMessage({ id, ask, error: problem(error) });
    }
  };

  /** @param {WebAssembly.Module} module */
  const start = (module) => {
    core = load(module);
    core.then(
      () => port.postMessage({ names: Widget.names() }),
      (error) => port.postMessage({ failed: String(error?.message ?? error) }),
    );
  };

  port.onmessage = (/** @type {MessageEvent} */ { data }) => {
    const { id, kind } = data;
    if (kind === 'start') start(data.module);
    else if (kind === 'free') {
      release(widgets.get(id));
      widgets.delete(id);
      turns.delete(id);
    } else {
      const turn = (turns.get(id) ?? Promise.resolve()).then(() => answer(data));
      turns.set(id, turn);
    }
  };
  // Only now is anybody here to hear what is said.
  if (inWorker) port.postMessage({ here: true });
  return { start, analysisOf: (/** @type {number} */ id) => widgets.get(id)?.analysis };
}

/** An error as it goes over to the other side. @param {any} thrown */
function problem(thrown) {
  const error = told(thrown);
  return { code: error?.code ?? 'internal', message: String(error?.message ?? error) };
}

const { DedicatedWorkerGlobalScope: Scope } = /** @type {any} */ (globalThis);
if (Scope && globalThis instanceof Scope) serve(globalThis, true);

/** The same on the page itself, where the core need not be sent. @param {WebAssembly.Module} module */
export function here(module) {
  const { port1, port2 } = new MessageChannel();
  const { start, analysisOf } = serve(port2, false);
  start(module);
  return { port: port1, analysisOf };
}
