/**
 * How long a page's main thread is held up, by the browser's own account. The time that counts is the processor's: what
 * else the machine has to do in the meantime is no fault of the page.
 */

/**
 * @typedef {object} Tasks
 * @property {number} longest  The longest task, in milliseconds of the processor.
 * @property {number} wall  The longest by the clock.
 * @property {number} count  How many took longer than 50 milliseconds of the processor.
 * @property {string} what  What the longest did most.
 */

/**
 * Runs `work` and looks at the tasks of the page's main thread meanwhile.
 * @template T
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<T>} work
 * @returns {Promise<{ tasks: Tasks, result: T }>}
 */
export async function watchTasks(page, work) {
  const browser = /** @type {import('playwright-core').Browser} */ (page.context().browser());
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  /** @type {T} */
  let result;
  /** @type {any[]} */
  let events;
  try {
    result = await work();
  } finally {
    events = JSON.parse(String(await browser.stopTracing())).traceEvents;
  }
  const { pid, tid } = mainThread(events);
  const own = events.filter((event) => event.ph === 'X' && event.pid === pid && event.tid === tid);
  const tasks = own.filter(({ name }) => name.endsWith('RunTask')).sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0));
  const [longest] = tasks;
  const inside = own
    .filter(({ name, ts }) => !name.endsWith('RunTask') && ts >= longest?.ts && ts <= longest.ts + longest.dur)
    .sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0));
  return {
    result,
    tasks: {
      longest: (longest?.tdur ?? 0) / 1000,
      wall: Math.max(0, ...tasks.map(({ dur }) => dur)) / 1000,
      count: tasks.filter(({ tdur }) => tdur > 50_000).length,
      what: inside
        .slice(0, 3)
        .map(({ name, tdur }) => `${name} ${Math.round(tdur / 1000)} ms`)
        .join(', '),
    },
  };
}

/** The main thread of the page that had the most to do. @param {any[]} events */
function mainThread(events) {
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const busy = (/** @type {any} */ thread) =>
    events.reduce((sum, { pid, tid, tdur = 0 }) => sum + (pid === thread.pid && tid === thread.tid ? tdur : 0), 0);
  const [first] = threads.map((thread) => ({ thread, time: busy(thread) })).sort((a, b) => b.time - a.time);
  if (!first?.time) throw new Error('the browser gave no account of its tasks');
  return first.thread;
}
