/** What is measured, in the browser. Each function is called in a page of its own, in which nothing is loaded yet. */

/** @param {number[]} values */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** How long work takes again and again: the median over at least three times and up to a second. @param {() => unknown} work */
function warmed(work) {
  /** @type {number[]} */
  const times = [];
  const end = performance.now() + 1000;
  while (times.length < 3 || (performance.now() < end && times.length < 20)) {
    const began = performance.now();
    work();
    times.push(performance.now() - began);
  }
  return median(times);
}

/**
 * @param {string} script
 * @param {string[]} texts
 */
export async function peer(script, texts) {
  const began = performance.now();
  const { run } = await import(script);
  const loaded = performance.now();
  run(texts);
  const first = performance.now() - loaded;
  return { load: loaded - began, first, warm: warmed(() => run(texts)) };
}

/** @param {object} story */
export async function ours(story) {
  const began = performance.now();
  const core = await import('/pkg/crossread.js');
  await core.default();
  const loaded = performance.now();
  core.analyze(story);
  const first = performance.now() - loaded;
  return { load: loaded - began, first, warm: warmed(() => core.analyze(story)) };
}

/** How long a story takes, and how much memory the core then has; WebAssembly's memory never shrinks. @param {object} story */
export async function once(story) {
  const core = await import('/pkg/crossread.js');
  const { memory } = await core.default();
  const began = performance.now();
  core.analyze(story);
  const first = performance.now() - began;
  const again = performance.now();
  core.analyze(story);
  return { time: Math.min(first, performance.now() - again), memory: memory.buffer.byteLength };
}

/**
 * The element: from the start of its first script to the comparison on the page, and from unticking an outlet to the
 * frame that shows it.
 * @param {object} story
 */
export async function element(story) {
  const frame = () => new Promise((go) => requestAnimationFrame(go));
  const own = /** @type {any} */ (document.createElement('cross-read'));
  /** @param {string} name */
  const told = (name) => new Promise((done) => own.addEventListener(name, done, { once: true }));
  const ready = told('cross-read-ready');
  own.story = story;
  document.body.append(own);
  const began = performance.now();
  await import('/pkg/element/define.js');
  await ready;
  await frame();
  await frame();
  const cold = performance.now() - began;
  /** @type {number[]} */
  const repaints = [];
  for (let round = 0; round < 6; round += 1) {
    const changed = told('cross-read-change');
    const clicked = performance.now();
    own.shadowRoot.querySelector('#tick-1').click();
    await changed;
    await frame();
    repaints.push(performance.now() - clicked);
  }
  return { cold, repaint: median(repaints), workers: 1 };
}

/** Has the element compare a story while the page scrolls. @param {object} story */
export async function scrolled(story) {
  await import('/pkg/element/define.js');
  const own = /** @type {any} */ (document.createElement('cross-read'));
  const after = document.createElement('div');
  after.style.height = '20000px';
  document.body.append(own, after);
  let going = true;
  let frames = 0;
  const scroll = () => {
    frames += 1;
    scrollBy(0, frames % 200 < 100 ? 40 : -40);
    if (going) requestAnimationFrame(scroll);
  };
  scroll();
  const ready = new Promise((done) => own.addEventListener('cross-read-ready', done, { once: true }));
  own.story = story;
  await ready;
  going = false;
  return frames;
}

/** One pass of cutting into words and sentences against all of the work, in one build of the core. @param {object} story @param {string} text */
export async function floor(story, text) {
  const core = await import('/floor/crossread.js');
  await core.default();
  core.analyze(story);
  core.split(text);
  return { split: warmed(() => core.split(text)), all: warmed(() => core.analyze(story)) };
}
