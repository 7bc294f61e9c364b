/** What readers ask of their system: colours of their own, more contrast, no motion, and larger type. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { accessibilityProblems } from './accessibility.mjs';
import { closeBrowser, eventually, openDemo, whenCompared } from './harness.mjs';

after(closeBrowser);

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {Parameters<Page['emulateMedia']>[0]} Media */

/**
 * The demo with one of the sample stories, seen by somebody who has asked for that.
 * @param {string} story
 * @param {Media} media
 * @param {Parameters<typeof openDemo>[0]} [options]
 */
async function open(story, media, options) {
  const demo = await openDemo({ path: `#${story}`, ...options });
  await demo.page.emulateMedia(media);
  await demo.page.waitForFunction(
    (name) => document.querySelector('cross-read')?.getAttribute('src')?.includes(name),
    story,
  );
  await whenCompared(demo.page);
  return demo;
}

/**
 * How the first of these is drawn.
 * @param {Page} page
 * @param {string} selector  Inside the element.
 * @param {string[]} properties
 */
const drawn = (page, selector, ...properties) =>
  page.evaluate(([wanted, names]) => {
    const found = document.querySelector('cross-read')?.shadowRoot?.querySelector(wanted);
    if (!found) throw new Error(`${wanted} is not there`);
    const style = getComputedStyle(found);
    return names.map((name) => style.getPropertyValue(name));
  }, /** @type {const} */ ([selector, properties]));

/** Red, green, blue and opacity of a computed colour. @param {string} color */
const parts = (color) => (/rgba?\((.*)\)/.exec(color)?.[1] ?? '').split(/[ ,/]+/).map(Number);

/** Relative luminance. Source: WCAG 2.2, "relative luminance". @param {number[]} color */
const luminance = (color) => {
  const [r = 0, g = 0, b = 0] = color.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** The contrast of one colour, drawn with that opacity, on another. @param {string} color @param {string} on @param {number} [opacity] */
function contrast(color, on, opacity = 1) {
  const [below, above] = [parts(on), parts(color)];
  const mixed = above.slice(0, 3).map((part, at) => part * opacity + (below[at] ?? 0) * (1 - opacity));
  const [light = 0, dark = 0] = [luminance(mixed), luminance(below.slice(0, 3))].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`colours of the reader’s own, ${colorScheme}: drawings, marks and choices are seen in them`, async () => {
    const { page, ...demo } = await open('summit', { forcedColors: 'active', colorScheme });
    const [paper = ''] = await drawn(page, '.frame', 'background-color');
    const [ink = ''] = await drawn(page, '.story-title', 'color');
    assert.ok(contrast(ink, paper) > 7);
    for (const mark of ['mark.disputed', 'mark.words']) {
      const [color = '', ground = ''] = await drawn(page, mark, 'color', 'background-color');
      assert.ok(contrast(color, ground) > 4.5, `${mark}: ${color} on ${ground}`);
      assert.notEqual(ground, paper, `${mark} is marked`);
    }
    for (const [selector, property] of /** @type {const} */ ([
      ['.drawing .month', 'fill'],
      ['.drawing .day-of', 'fill'],
      ['.drawing .of-day', 'stroke'],
      ['.drawing .lane', 'stroke'],
      ['circle.shape', 'fill'],
      ['line.shape', 'stroke'],
      ['.bar', 'stroke'],
      ['.icon', 'stroke'],
    ]))
      assert.deepEqual(await drawn(page, selector, property), [ink], `${selector} is drawn in the colour of text`);
    assert.deepEqual(await drawn(page, '.exact .number', 'fill'), [paper], 'a number stands out of its dot');
    assert.deepEqual(await drawn(page, '.ribbon', 'fill', 'fill-opacity'), [ink, '1']);
    for (const choice of ['.choice span', '.tabs label']) {
      const edges = await page
        .locator(choice)
        .evaluateAll((all) => all.map((each) => getComputedStyle(each).borderBottomColor));
      const seen = edges.filter((edge) => edge !== paper);
      assert.equal(seen.length, 1, `of ${choice}, one has an edge: ${edges}`);
    }
    // What has the focus is told from what has not.
    for (const [mark, part, property] of /** @type {const} */ ([
      ['.dot', '.dot:focus .hit', 'stroke'],
      ['.ribbon', '.ribbon:focus', 'stroke'],
    ])) {
      const [before] = await drawn(page, part.replace(':focus', ''), property);
      await page.locator(`${mark}[tabindex="0"]`).focus();
      await page.keyboard.press('ArrowRight');
      const [now = ''] = await drawn(page, part, property);
      assert.notEqual(now, before);
      assert.ok(contrast(now, paper) >= 3, `${mark}: ${now} on ${paper}`);
    }
    await page.locator('#add').click();
    await page.locator('dialog .main').waitFor();
    const [face = '', label = '', adjusted] = await drawn(
      page,
      'dialog .main',
      'background-color',
      'color',
      'forced-color-adjust',
    );
    assert.ok(contrast(label, face) > 4.5, `${label} on ${face}`);
    assert.equal(adjusted, 'none', 'nothing is laid behind the words of the button');
    await page.keyboard.press('Escape');
    await page.locator('#summary .opener').first().click();
    await page.locator('#evidence').waitFor();
    await page.locator('[data-act="explain:texts"]').click();
    await page.locator('#explanation').waitFor();
    assert.deepEqual(
      await drawn(page, '#explanation', 'border-top-style'),
      ['solid'],
      'what a tint sets apart has an edge',
    );
    await eventually(async () => assert.deepEqual(await accessibilityProblems(page), []));
    demo.assertQuiet();
    await demo.close();
  });

  test(`${colorScheme}: what is drawn has a contrast of 3 at least, and more where it is asked for`, async () => {
    const { page, ...demo } = await open('storm', { colorScheme });
    const measure = async () => {
      const [paper = ''] = await drawn(page, '.frame', 'background-color');
      const [ribbon = '', opacity = '1'] = await drawn(page, '.ribbon', 'fill', 'fill-opacity');
      const [dot = ''] = await drawn(page, 'circle.shape', 'fill');
      const [quiet = ''] = await drawn(page, '.about', 'color');
      const [edge = ''] = await drawn(page, 'select', 'border-top-color');
      return {
        ribbon: contrast(ribbon, paper, Number(opacity)),
        dot: contrast(dot, paper),
        quiet: contrast(quiet, paper),
        edge: contrast(edge, paper),
      };
    };
    const usual = await measure();
    assert.ok(usual.ribbon >= 3 && usual.dot >= 3 && usual.quiet >= 4.5, JSON.stringify(usual));
    await page.emulateMedia({ contrast: 'more', colorScheme });
    const more = await measure();
    assert.ok(Math.min(...Object.values(more)) >= 7, JSON.stringify(more));
    assert.deepEqual(await accessibilityProblems(page), []);
    await demo.close();
  });
}

test('nothing moves where the reader wants no motion', async () => {
  const { page, ...demo } = await open('summit', { reducedMotion: 'no-preference' });
  const begun = () =>
    page.evaluate(async () => {
      const root = document.querySelector('cross-read')?.shadowRoot;
      const opener = /** @type {HTMLElement | null | undefined} */ (root?.querySelector('#summary .opener'));
      /** @type {string[]} */
      const names = [];
      const heard = (/** @type {Event} */ event) => names.push(/** @type {AnimationEvent} */ (event).animationName);
      root?.addEventListener('animationstart', heard);
      opener?.click();
      while (!root?.getElementById('evidence')) await new Promise((next) => setTimeout(next, 10));
      await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
      root.removeEventListener('animationstart', heard);
      opener?.click();
      while (root.getElementById('evidence')) await new Promise((next) => setTimeout(next, 10));
      return names;
    });
  assert.deepEqual(await begun(), ['appear']);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  assert.deepEqual(await begun(), []);
  await demo.close();
});

for (const story of ['summit', 'storm', 'results']) {
  test(`${story}: at 400 % everything is still there, and is read without scrolling sideways`, async () => {
    // 1280 px, four times as large.
    const { page, ...demo } = await open(story, {}, { width: 320, height: 256 });
    const cut = await page.evaluate(() => {
      const all = new CSSStyleSheet();
      all.replaceSync('* { content-visibility: visible !important; }');
      const root = /** @type {ShadowRoot} */ (document.querySelector('cross-read')?.shadowRoot);
      root.adoptedStyleSheets.push(all);
      const wide = document.documentElement.scrollWidth - innerWidth;
      // What scrolls inside itself may be wider; all else must be in view from one edge to the other.
      const out = [...root.querySelectorAll('.page *')].flatMap((each) => {
        if (each.closest('.scroll, .sources ul, .tabs, .hidden, svg, option, .name')) return [];
        const { left, right, width } = each.getBoundingClientRect();
        return width && (left < -1 || right > innerWidth + 1)
          ? [`${each.localName}.${each.className} ${left}–${right}`]
          : [];
      });
      return [...(wide > 0 ? [`the page, by ${wide} px`] : []), ...out];
    });
    assert.deepEqual(cut, []);
    assert.deepEqual(await accessibilityProblems(page), []);
    await demo.close();
  });
}
