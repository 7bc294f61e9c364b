/** The element in pages that are not made for it: their styles, their settings, other elements beside it. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inRoot, paths } from '../../scripts/project.mjs';
import { closeBrowser, openDemo, settled, whenCompared } from './harness.mjs';

after(closeBrowser);

/** @type {import('../../scripts/serve.mjs').Mounts} */
const mounts = [
  ['/pkg/', paths.pkg],
  ['/stories/', inRoot('www', 'stories')],
  ['/', inRoot('tests', 'page', 'pages')],
];

/** How what matters looks: its fonts, colours and spacing. @param {import('playwright-core').Page} page */
const look = (page) =>
  page.evaluate(() => {
    const element = document.querySelector('cross-read');
    const root = element?.shadowRoot;
    const looks = ['.page', '.story-title', '.count', '.quoted', '.value', 'th', 'td', '.tool', '.opener'].map(
      (selector) => {
        const shown = root?.querySelector(selector);
        if (!shown) return `${selector}: none`;
        const style = getComputedStyle(shown);
        const names = [
          'color',
          'backgroundColor',
          'display',
          'fontFamily',
          'fontStyle',
          'fontWeight',
          'wordSpacing',
          'textTransform',
          'textIndent',
          'textAlign',
          'whiteSpace',
          'visibility',
          'direction',
        ];
        // The size of type follows the host's, and what is given in its measure with it.
        const spacing = (parseFloat(style.letterSpacing) || 0) / parseFloat(style.fontSize);
        const values = names.map((name) => `${name} ${style[/** @type {any} */ (name)]}`);
        return [selector, ...values, `letterSpacing ${spacing.toFixed(3)} em`].join('; ');
      },
    );
    return looks;
  });

/** @param {string} path */
async function openHost(path) {
  const demo = await openDemo({ path, mounts });
  await whenCompared(demo.page);
  return demo;
}

test('hostile styles do not reach it, nor do a framework’s or a theme’s', async () => {
  const plain = await openHost('several.html');
  const expected = await look(plain.page);
  assert.ok(!expected.some((line) => line.endsWith(': none')), expected.join('\n'));
  for (const path of ['hostile.html', 'framework.html', 'magazine.html']) {
    const demo = await openHost(path);
    assert.deepEqual(await look(demo.page), expected, path);
    await demo.page.locator('#summary .opener').first().click();
    await demo.page.locator('#evidence').waitFor();
    await demo.page.locator('#add').click();
    await demo.page.locator('dialog textarea').waitFor();
    demo.assertQuiet();
    await demo.close();
  }
  plain.assertQuiet();
});

test('several elements share one core and keep apart, each in its language', async () => {
  const demo = await openHost('several.html');
  const { page } = demo;
  await page.waitForFunction(() =>
    [...document.querySelectorAll('cross-read')].every((element) => element.shadowRoot?.querySelector('section')),
  );
  assert.equal(demo.requests.filter((url) => url.endsWith('.wasm')).length, 1);
  const titles = await page.evaluate(() =>
    [...document.querySelectorAll('cross-read')].map(
      (element) => element.shadowRoot?.querySelector('.section h3')?.textContent,
    ),
  );
  assert.deepEqual(titles, ['In short', 'In Kürze']);
  await page.locator('cross-read').nth(0).locator('#tick-0').click();
  await page.locator('cross-read').nth(0).locator('.shelf .off').first().waitFor({ state: 'attached' });
  const counts = await page.evaluate(() =>
    [...document.querySelectorAll('cross-read')].map(
      (element) => element.shadowRoot?.querySelectorAll('.shelf .off').length,
    ),
  );
  assert.deepEqual(counts, [1, 0]);
  demo.assertQuiet();
});

test('choices stand in the address where the page asks for it, and are there again', async () => {
  const { page, ...demo } = await openHost('framework.html');
  assert.equal(new URL(page.url()).hash, '');
  await page.locator('#tick-1').click();
  await page.locator('input[data-act="length:long"]').click();
  await page.waitForFunction(() => location.hash === '#crossread=tick:1,length:long');
  await page.reload();
  await whenCompared(page);
  assert.equal(await page.locator('#tick-1').isChecked(), false);
  assert.equal(await page.locator('input[data-act="length:long"]').isChecked(), true);
  await page.locator('#tick-1').click();
  await page.locator('input[data-act="length:medium"]').click();
  await settled(page);
  assert.equal(new URL(page.url()).hash, '');
  demo.assertQuiet();
  await demo.close();
});

test('nothing shifts while the story loads and is shown', async () => {
  for (const width of [360, 1280]) {
    const demo = await openDemo({ width });
    await whenCompared(demo.page);
    const shift = await demo.page.evaluate(
      () =>
        new Promise((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += /** @type {any} */ (entry).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(sum), 300);
        }),
    );
    assert.equal(shift, 0, `${width} px`);
    await demo.close();
  }
});

test('those who want less motion get none, and forced colours keep what colour says', async () => {
  const { page, ...demo } = await openHost('framework.html');
  const moves = () =>
    page.evaluate(() => {
      const root = document.querySelector('cross-read')?.shadowRoot;
      return [...(root?.querySelectorAll('*') ?? [])].flatMap((each) => each.getAnimations()).length;
    });
  await page.locator('.count.texts').click();
  await page.locator('#summary .opener').first().click();
  await settled(page);
  assert.equal(await page.locator('#evidence, .explanation').count(), 2, 'both are open');
  assert.equal(await moves(), 0);
  await page.emulateMedia({ forcedColors: 'active' });
  const marks = await page.evaluate(() => {
    const root = document.querySelector('cross-read')?.shadowRoot;
    const colour = (/** @type {string} */ selector) => {
      const shown = root?.querySelector(selector);
      return shown ? getComputedStyle(shown).backgroundColor : null;
    };
    return { mark: colour('mark'), page: colour('.page') };
  });
  assert.ok(marks.mark && marks.mark !== marks.page, 'marked words are still marked');
  demo.assertQuiet();
  await demo.close();
});

test('a long story is read bit by bit: the page is told how far it is, and can stop it', async () => {
  const { page, ...demo } = await openHost('several.html');
  const seen = await page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector('cross-read'));
    const { articles } = await (await fetch('./stories/storm.json')).json();
    const many = [...Array(30).keys()].map((index) => ({ ...articles[index % articles.length], id: `n${index}` }));
    const notice = element.shadowRoot.querySelector('.notice');
    /** @type {Set<string>} */
    const said = new Set();
    const watch = new MutationObserver(() => said.add(notice.textContent));
    watch.observe(notice, { childList: true, subtree: true, characterData: true });
    element.story = { articles: many };
    await new Promise((done) => element.addEventListener('cross-read-ready', done, { once: true }));
    const lines = [...said];
    element.story = { articles: many };
    await new Promise((done) => {
      const wait = () => {
        const stop = notice.querySelector('button');
        if (!stop) return setTimeout(wait, 1);
        stop.click();
        return done(undefined);
      };
      wait();
    });
    return { lines, after: notice.textContent, sections: element.shadowRoot.querySelectorAll('section').length };
  });
  assert.ok(seen.lines.filter((line) => /^\d+ of 30 articles read/.test(line)).length > 3, seen.lines.join('; '));
  assert.match(seen.after, /was stopped/);
  assert.equal(seen.sections, 0);
  await page.locator('.notice button').first().click();
  await page.waitForFunction(() => document.querySelector('cross-read')?.shadowRoot?.querySelector('section'));
  demo.assertQuiet();
  await demo.close();
});
