/** Where the core works: in a worker, and on the page where there is none, or none any more. The page goes on meanwhile. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { grow } from '../../bench/grow.mjs';
import { inRoot, paths } from '../../scripts/project.mjs';
import { serve } from '../../scripts/serve.mjs';
import { closeBrowser, openDemo, whenCompared } from './harness.mjs';
import { watchTasks } from './tasks.mjs';

after(closeBrowser);

/** @typedef {import('playwright-core').Page} Page */

/** @type {import('../../scripts/serve.mjs').Mounts} */
const mounts = [
  ['/pkg/', paths.pkg],
  ['/stories/', inRoot('www', 'stories')],
  ['/', inRoot('tests', 'page', 'pages')],
];

const summit = JSON.parse(readFileSync(inRoot('www', 'stories', 'summit.json'), 'utf8'));

/** What the element shows, a line a node; the order of attributes says nothing. @param {Page} page @returns {Promise<string[]>} */
const shown = (page) =>
  page.evaluate(() => {
    /** @type {string[]} */
    const lines = [];
    const visit = (/** @type {Element} */ own) => {
      const attributes = [...own.attributes].map(({ name, value }) => `${name}=${value}`).sort();
      lines.push(`<${own.tagName} ${attributes.join(' ')}>`);
      for (const child of own.childNodes) {
        if (child instanceof Element) visit(child);
        else lines.push(child.textContent ?? '');
      }
      lines.push('</>');
    };
    const drawn = document.querySelector('cross-read')?.shadowRoot?.querySelector('.page');
    if (drawn) visit(drawn);
    return lines;
  });

/** @param {string[]} found @param {string[]} wanted @param {string} [what] */
function assertSame(found, wanted, what) {
  const at = wanted.findIndex((line, index) => line !== found[index]);
  assert.ok(wanted.length > 100, 'something is shown');
  assert.equal(at < 0 ? '' : found[at], at < 0 ? '' : wanted[at], what);
  assert.equal(found.length, wanted.length, what);
}

/** Compares a story in the element of the page. @param {Page} page @param {object} story */
const compare = (page, story) =>
  page.evaluate(async (given) => {
    const element = /** @type {any} */ (document.querySelector('cross-read'));
    const ready = new Promise((done) => element.addEventListener('cross-read-ready', done, { once: true }));
    element.story = given;
    await ready;
  }, story);

/**
 * Opens a page with other headers than the server's.
 * @param {string} path
 * @param {(policy: string) => string} policy  Makes another policy of the server's.
 */
async function openWith(path, policy) {
  const demo = await openDemo({ path: 'empty.html', mounts });
  await demo.page.route(`**/${path}`, async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    await route.fulfill({
      response,
      headers: { ...headers, 'content-security-policy': policy(headers['content-security-policy'] ?? '') },
    });
  });
  await demo.page.goto(demo.origin + path);
  await whenCompared(demo.page);
  return demo;
}

/** What a page shows whose worker nobody hinders. */
async function expected() {
  const demo = await openDemo({ path: 'several.html', mounts });
  await whenCompared(demo.page);
  const html = await shown(demo.page);
  assert.equal(demo.page.workers().length, 1, 'one worker for all elements');
  demo.assertQuiet();
  await demo.close();
  return html;
}

/** Unticks an outlet and ticks it again. @param {Page} page */
async function operate(page) {
  await page.locator('cross-read').first().locator('#tick-4').click();
  await page.locator('cross-read').first().locator('.shelf .off').waitFor();
  await page.locator('cross-read').first().locator('#tick-4').click();
  await page.locator('cross-read').first().locator('.shelf .off').waitFor({ state: 'detached' });
}

/** Policies that refuse a worker. @type {[name: string, policy: (own: string) => string][]} */
const REFUSALS = [
  ['a policy without workers', (own) => own.replace("worker-src 'self'", "worker-src 'none'")],
  ['trusted types that know no policy of ours', (own) => `${own}; trusted-types other`],
];

for (const [name, policy] of REFUSALS) {
  test(`${name}: the same is shown, made on the page`, async () => {
    const demo = await openWith('several.html', policy);
    assert.equal(demo.page.workers().length, 0);
    assertSame(await shown(demo.page), await expected());
    await operate(demo.page);
    assertSame(await shown(demo.page), await expected());
    await demo.close();
  });
}

for (const [name, blobs, workers] of /** @type {const} */ ([
  ['files from another site: the worker is begun by way of a script of the page’s own', 'blob:', 1],
  ['files from another site, and a policy that refuses such a script: the page does it', '', 0],
])) {
  test(name, async () => {
    const other = await serve({ mounts, headers: { 'Access-Control-Allow-Origin': '*' } });
    const policy = [
      "default-src 'none'",
      "style-src 'self'",
      `connect-src 'self' ${other.address}`,
      `script-src 'self' ${other.address} 'wasm-unsafe-eval'`,
      `worker-src 'self' ${blobs}`,
      'img-src data:',
    ].join('; ');
    const demo = await openDemo({
      path: `foreign.html?from=${other.address}`,
      mounts,
      headers: { 'Content-Security-Policy': policy },
    });
    try {
      await whenCompared(demo.page);
      assert.equal(demo.page.workers().length, workers);
      await operate(demo.page);
    } finally {
      await other.close();
      await demo.close();
    }
  });
}

test('in a frame without an origin it works', async () => {
  const demo = await openDemo({ path: 'empty.html', mounts });
  const { page } = demo;
  await page.route('**/pkg/**', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
  });
  const { articles } = summit;
  const body = `<!doctype html><title>Frame</title><script type="module" src="/pkg/element/define.js"></script>
    <cross-read><script type="application/json">${JSON.stringify({ articles }).replaceAll('<', '\\u003c')}</script></cross-read>`;
  await page.route('**/sandboxed.html', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.route('**/outer.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><title>Outer</title><iframe sandbox="allow-scripts" src="sandboxed.html"></iframe>',
    }),
  );
  await page.goto(`${demo.origin}outer.html`);
  await page.frameLocator('iframe').locator('cross-read section').first().waitFor();
  await demo.close();
});

/** Has the page begin its worker by way of a function that the test can put something into. @param {Page} page @param {string} how */
const openDefined = async (page, how) => {
  await page.route('**/own.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Own</title><link rel="icon" href="data:," />
        <script type="module">
          import { CrossReadElement } from './pkg/element/cross-read.js';
          const begin = CrossReadElement.worker;
          CrossReadElement.worker = () => { ${how} };
          customElements.define('cross-read', CrossReadElement);
        </script>
        <cross-read></cross-read>`,
    }),
  );
  await page.goto(new URL('/own.html', page.url()).href);
  await page.waitForFunction(() => customElements.get('cross-read'));
};

test('a worker that is not wanted, throws or cannot be loaded', async () => {
  for (const how of [
    'return null;',
    'throw new Error("no");',
    'return new Worker("./missing.js", { type: "module" });',
  ]) {
    const demo = await openDemo({ path: 'empty.html', mounts });
    await openDefined(demo.page, how);
    await compare(demo.page, summit);
    await operate(demo.page);
    assert.equal(demo.page.workers().length, 0, how);
    await demo.close();
  }
});

test('a worker that dies: what was chosen and added is still there, and all goes on', async () => {
  const demo = await openDemo({ path: 'empty.html', mounts });
  const { page } = demo;
  await openDefined(page, 'return (window.worker = begin());');
  await compare(page, summit);
  await page.locator('#tick-1').click();
  await page.locator('.shelf .off').waitFor();
  await page.locator('#add').click();
  await page.locator('dialog textarea').fill('The summit ended on Tuesday. Leaders signed 12 agreements.');
  await page.locator('dialog .main').click();
  await page.locator('.waiting').waitFor();
  await page.locator('dialog .main').click();
  await page.locator('.remove').waitFor();
  const before = await shown(page);
  await page.evaluate(() => {
    const { worker } = /** @type {any} */ (window);
    worker.terminate();
    worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
  });
  assertSame(await shown(page), before, 'what is shown stays');
  const facts = await page.evaluate(
    () => /** @type {any} */ (document.querySelector('cross-read')).analysis.facts.length,
  );
  await page.locator('[data-act="explain:texts"]').click();
  await page.locator('.explanation').waitFor();
  await page.locator('[data-act="explain:texts"]').click();
  await page.locator('.explanation').waitFor({ state: 'detached' });
  assertSame(await shown(page), before, 'made again on the page, it is the same');
  assert.equal(
    await page.evaluate(() => /** @type {any} */ (document.querySelector('cross-read')).analysis.facts.length),
    facts,
  );
  await page.locator('.remove').click();
  await page.locator('#undo').click();
  await page.locator('.remove').waitFor();
  assertSame(await shown(page), before);
  await demo.close();
});

test('a worker that dies while it reads: the story is read on the page', async () => {
  const demo = await openDemo({ path: 'empty.html', mounts });
  const { page } = demo;
  await openDefined(
    page,
    `const worker = begin();
     const post = worker.postMessage;
     worker.postMessage = (message, ...more) => {
       if (message.kind === 'read') {
         worker.terminate();
         worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
       } else post.call(worker, message, ...more);
     };
     return worker;`,
  );
  await compare(page, summit);
  assert.ok((await page.locator('section').count()) > 5);
  await demo.close();
});

test('what cannot be copied is refused with a code, and what watches over a story is no hindrance', async () => {
  const demo = await openDemo({ path: 'empty.html', mounts });
  const { page } = demo;
  await openDefined(page, 'return begin();');
  const codes = await page.evaluate(async (given) => {
    const element = /** @type {any} */ (document.querySelector('cross-read'));
    const told = (/** @type {unknown} */ story) =>
      new Promise((done) => {
        element.addEventListener('cross-read-error', (/** @type {any} */ { detail }) => done(detail.code), {
          once: true,
        });
        element.addEventListener('cross-read-ready', () => done('ready'), { once: true });
        element.story = story;
      });
    const watched = (/** @type {any} */ value) =>
      new Proxy(value, {
        get: (target, name) => {
          const own = target[name];
          return own && typeof own === 'object' ? watched(own) : own;
        },
      });
    return [
      await told({ articles: [{ text: () => 'One.' }] }),
      await told({ articles: [Symbol('one')] }),
      await told(() => 'story'),
      await told({ articles: Array(4e9) }),
      await told({
        get articles() {
          throw new Error('no');
        },
      }),
      await told(watched(given)),
    ];
  }, summit);
  assert.deepEqual(codes, ['wrong-type', 'wrong-type', 'wrong-type', 'too-many-articles', 'wrong-type', 'ready']);
  await demo.close();
});

/** What is promised, and what a machine's caches may add to it when it has other things to do, in milliseconds. */
const LONGEST = 2 * 50;

/** How often a page may try: other work on the machine only ever adds to a task, so the least of several is the page's own. */
const TRIES = 3;

/** What is done to a story that is there. @type {readonly (readonly [string, () => Promise<void>])[]} */
const changes = [
  [
    'unticking',
    async () => {
      const element = /** @type {any} */ (document.querySelector('cross-read'));
      const changed = new Promise((done) => element.addEventListener('cross-read-change', done, { once: true }));
      element.shadowRoot.querySelector('#tick-3').click();
      await changed;
      await new Promise((go) => setTimeout(go, 200));
    },
  ],
  [
    'all rows of the grid',
    async () => {
      const element = /** @type {any} */ (document.querySelector('cross-read'));
      const changed = new Promise((done) => element.addEventListener('cross-read-change', done, { once: true }));
      element.shadowRoot.querySelector('[data-act="unfold:grid"]').click();
      await changed;
    },
  ],
  [
    'another language',
    async () => {
      const element = /** @type {any} */ (document.querySelector('cross-read'));
      element.setAttribute('lang', 'de');
      while (!element.shadowRoot.querySelector('.page[lang=de]')) await new Promise((go) => setTimeout(go, 20));
      await new Promise((go) => requestAnimationFrame(go));
    },
  ],
];

/**
 * Has a story read and changed while the page scrolls, and returns what the main thread had to do meanwhile, by what was
 * done.
 * @param {unknown} story
 * @returns {Promise<Map<string, import('./tasks.mjs').Tasks>>}
 */
async function tasksOf(story) {
  const demo = await openDemo({ path: 'empty.html', mounts });
  const { page } = demo;
  await openDefined(page, 'return begin();');
  const read = await watchTasks(page, () =>
    page.evaluate(async (given) => {
      const element = /** @type {any} */ (document.querySelector('cross-read'));
      const root = element.shadowRoot;
      const long = document.createElement('div');
      long.style.height = '20000px';
      document.body.append(long);
      let outline = '';
      let frames = 0;
      let going = true;
      const scroll = () => {
        frames += 1;
        scrollBy(0, frames % 200 < 100 ? 40 : -40);
        if (!root.querySelector('section')) outline ||= root.querySelector('.page')?.textContent ?? '';
        if (going) requestAnimationFrame(scroll);
      };
      scroll();
      const ready = new Promise((done) => element.addEventListener('cross-read-ready', done, { once: true }));
      element.story = given;
      await ready;
      going = false;
      return { outline, frames };
    }, story),
  );
  assert.match(read.result.outline, /Outlet 1/, 'the outline is there before the comparison');
  assert.ok(read.result.frames > 10, `${read.result.frames} frames`);
  const tasks = new Map([['reading', read.tasks]]);
  for (const [name, work] of changes) tasks.set(name, (await watchTasks(page, () => page.evaluate(work))).tasks);
  demo.assertQuiet();
  await demo.close();
  return tasks;
}

for (const [count, bytes] of /** @type {const} */ ([
  [30, 1500],
  [64, 5000],
])) {
  test(`${count} articles of ${bytes} bytes: the page scrolls on, and first shows what it is about`, async () => {
    /** The least of the tries. @type {Map<string, import('./tasks.mjs').Tasks>} */
    const least = new Map();
    const slow = () => [...least].filter(([, { longest }]) => longest >= LONGEST);
    for (let tries = 0; tries < TRIES && (tries === 0 || slow().length > 0); tries += 1) {
      for (const [name, tasks] of await tasksOf(grow(summit, count, bytes))) {
        if (tasks.longest < (least.get(name)?.longest ?? Infinity)) least.set(name, tasks);
      }
    }
    assert.deepEqual(slow(), []);
  });
}
