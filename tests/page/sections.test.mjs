/** The sections as a reader uses them: what each control does by mouse and by keyboard, and how odd stories are shown. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { inRoot, paths } from '../../scripts/project.mjs';
import { closeBrowser, eventually, openDemo, settled, whenCompared } from './harness.mjs';

after(closeBrowser);

/** @typedef {import('playwright-core').Page} Page */

/** A word of each sample story's title. */
const TITLES = { summit: 'Beijing', storm: 'Tamsin', results: 'Velmaris' };

/**
 * The demo with one of the sample stories.
 * @param {keyof typeof TITLES} story
 * @param {Parameters<typeof openDemo>[0]} [options]
 */
async function open(story, options) {
  const demo = await openDemo({ path: `#${story}`, ...options });
  await whenCompared(demo.page);
  await demo.page.locator('.story-title', { hasText: TITLES[story] }).waitFor();
  return demo;
}

/** A page with one element and no story yet. @param {Parameters<typeof openDemo>[0]} [options] */
async function openEmpty(options) {
  const demo = await openDemo({
    path: 'inside.html',
    mounts: [
      ['/pkg/', paths.pkg],
      ['/', inRoot('tests', 'page', 'pages')],
    ],
    ...options,
  });
  await whenCompared(demo.page);
  return demo;
}

/**
 * Gives the element a story and waits until it is shown.
 * @param {Page} page
 * @param {object} story
 */
const show = (page, story) =>
  page.evaluate((given) => {
    const element = /** @type {any} */ (document.querySelector('cross-read'));
    return new Promise((done, failed) => {
      element.addEventListener('cross-read-ready', () => done(undefined), { once: true });
      element.addEventListener('cross-read-error', (/** @type {any} */ event) => failed(event.detail.message), {
        once: true,
      });
      element.story = given;
    });
  }, story);

/** Where the focus is, inside the element. @param {Page} page */
const focused = (page) =>
  page.evaluate(() => {
    const active = document.querySelector('cross-read')?.shadowRoot?.activeElement;
    return active ? active.id || active.getAttribute('data-act') : null;
  });

/** How far the page is wider than the window. @param {Page} page */
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

for (const story of /** @type {(keyof typeof TITLES)[]} */ (Object.keys(TITLES))) {
  test(`${story}: a dot of the timeline opens what it stands for, by mouse and by keyboard`, async () => {
    const { page, ...demo } = await open(story);
    const dots = page.locator('.chart [role=button]');
    await eventually(async () => assert.ok((await dots.count()) > 1));
    await dots.last().click();
    await eventually(async () => assert.equal(await focused(page), 'evidence'));
    await page.locator('.chart #evidence blockquote').first().waitFor();
    await page.keyboard.press('Escape');
    await eventually(async () => assert.equal(await page.locator('#evidence').count(), 0));
    await dots.first().focus();
    await page.keyboard.press('ArrowRight');
    const act = await focused(page);
    await eventually(async () =>
      assert.equal(act, await dots.nth(1).getAttribute('data-act'), 'an arrow key leads to the next dot'),
    );
    await page.keyboard.press('Enter');
    await page.locator('.chart #evidence').waitFor();
    await page.keyboard.press('Escape');
    await eventually(async () => assert.equal(await focused(page), act, 'the focus returns to the dot'));
    demo.assertQuiet();
    await demo.close();
  });

  test(`${story}: shared text is drawn, listed and set side by side`, async () => {
    const { page, ...demo } = await open(story);
    const pairs = page.locator('.pairs tbody tr');
    const count = await pairs.count();
    assert.ok(count > 0);
    const last = pairs.nth(count - 1).locator('button');
    await last.click();
    await eventually(async () => assert.equal(await last.getAttribute('aria-pressed'), 'true'));
    const passages = Number(
      await pairs
        .nth(count - 1)
        .locator('td')
        .nth(1)
        .innerText(),
    );
    await eventually(async () => assert.equal(await page.locator('.ribbon').count(), passages, 'a ribbon a passage'));
    await page.locator('.ribbon').first().focus();
    await page.keyboard.press('Enter');
    await eventually(async () => assert.equal(await page.locator('.ribbons #evidence .said').count(), 2));
    await page.keyboard.press('Escape');
    await page.locator('.twins .opener').first().click();
    await page.locator('.twins #evidence').waitFor();
    demo.assertQuiet();
    await demo.close();
  });

  test(`${story}: names and words of judgement open in their sentence`, async () => {
    const { page, ...demo } = await open(story);
    const openers = page.locator('#wording .opener');
    await eventually(async () => assert.ok((await openers.count()) > 1));
    await openers.first().focus();
    await page.keyboard.press('Enter');
    await page.locator('#wording #evidence mark.words').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#wording .named q').nth(1).click();
    await page.locator('#wording #evidence').waitFor();
    demo.assertQuiet();
    await demo.close();
  });

  test(`${story}: two articles stand side by side, joined, and change sides`, async () => {
    const { page, ...demo } = await open(story);
    await page.locator('select[data-act=with]').selectOption('1');
    await eventually(async () => assert.ok((await page.locator('.side-by-side .join').count()) > 2));
    const heads = page.locator('.side-by-side .heads .name');
    const before = await heads.allTextContents();
    await page.locator('[data-act^="swap:"]').click();
    await eventually(async () => assert.deepEqual(await heads.allTextContents(), [...before].reverse()));
    await page.locator('.side-by-side .opener').first().click();
    await page.locator('.side-by-side #evidence').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('select[data-act=with]').selectOption('none');
    await page.locator('.reading').waitFor();
    demo.assertQuiet();
    await demo.close();
  });
}

test('pointing at a sentence shows what the others say beside it, and so does the focus', async () => {
  const { page, ...demo } = await open('summit');
  const card = page.locator('.float');
  const sentence = page.locator('.reading .sentence.same').first();
  await sentence.hover();
  await card.waitFor();
  const [said, own] = [await card.boundingBox(), await page.locator('.reading .row > p').first().boundingBox()];
  assert.ok(said && own && said.x >= own.x + own.width, 'it stands beside the text');
  await page.mouse.move(5, 5);
  await card.waitFor({ state: 'detached' });
  await page.locator('.reading .source, .tabs input:checked').first().focus();
  await page.keyboard.press('Tab');
  while (!(await focused(page))?.startsWith('beside:')) await page.keyboard.press('Tab');
  await card.waitFor();
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await focused(page), 'evidence', 'activating it opens the same to stay'));
  await eventually(async () => assert.equal(await card.count(), 0));
  demo.assertQuiet();
  await demo.close();
});

test('sections are chosen by attribute and by the reader', async () => {
  const { page, ...demo } = await open('summit');
  const order = () =>
    page.evaluate(() =>
      [...(document.querySelector('cross-read')?.shadowRoot?.querySelectorAll('section') ?? [])].map(({ id }) => id),
    );
  await eventually(async () => assert.equal((await order()).length, 9));
  await page.evaluate(() => document.querySelector('cross-read')?.setAttribute('sections', 'grid summary read'));
  await eventually(async () => assert.deepEqual(await order(), ['grid', 'summary', 'read']));
  await page.locator('.arrange').click();
  await page.locator('[data-act="section:read:up"]').focus();
  await page.keyboard.press('Enter');
  await eventually(async () => assert.deepEqual(await order(), ['grid', 'read', 'summary']));
  await eventually(async () =>
    assert.equal(await focused(page), 'section:read:up', 'the focus moves with the section'),
  );
  await page.locator('[data-act="section:grid:toggle"]').click();
  await eventually(async () => assert.deepEqual(await order(), ['read', 'summary']));
  await page.locator('[data-act="go:summary"]').click();
  await eventually(async () => assert.equal(await focused(page), 'summary'));
  await eventually(async () =>
    assert.equal(await page.locator('.arrangement').count(), 0, 'the list has led there and is closed'),
  );
  await page.locator('.arrange').click();
  await page.locator('.arrangement').waitFor();
  await page.keyboard.press('Escape');
  await eventually(async () => assert.equal(await page.locator('.arrangement').count(), 0));
  await eventually(async () => assert.equal(await focused(page), 'unfold:arrange'));
  await page.evaluate(() => document.querySelector('cross-read')?.removeAttribute('sections'));
  await eventually(async () => assert.equal((await order()).length, 9));
  demo.assertQuiet();
  await demo.close();
});

test('the grid is filtered, scrolls inside itself and is copied', async () => {
  const { page, ...demo } = await open('summit', { width: 360, height: 740 });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await eventually(async () => assert.ok((await overflow(page)) <= 0));
  const scroll = page.locator('#grid .scroll');
  // What is out of sight is not laid out.
  await scroll.scrollIntoViewIfNeeded();
  await eventually(async () =>
    assert.ok(await scroll.evaluate((node) => node.scrollWidth > node.clientWidth), 'it is wider than its place'),
  );
  await scroll.evaluate((node) => node.scrollBy(200, 200));
  const [place, head] = [await scroll.boundingBox(), await page.locator('#grid tbody th').nth(3).boundingBox()];
  assert.ok(place && head && Math.abs(head.x - place.x) < 2, 'the first column stays');
  const rows = () => page.locator('#grid tbody tr').count();
  const all = await rows();
  await page.locator('select[data-act=kind]').selectOption('quantity');
  await eventually(async () => assert.ok((await rows()) < all));
  const some = await rows();
  assert.ok(some > 0);
  await page.locator('select[data-act=outlet]').selectOption('4');
  const strangers = page.locator('#grid tbody tr td:last-child.absent');
  await eventually(async () => assert.equal(await strangers.count(), 0, 'all of them stand in that outlet'));
  assert.ok((await rows()) <= some);
  await page.locator('select[data-act=outlet]').selectOption('all');
  await eventually(async () => assert.equal(await rows(), some));
  for (const [form, start] of [
    ['text', 'Fact\t'],
    ['csv', '"Fact",'],
  ]) {
    await page.locator(`#grid [data-act="copy:${form}"]`).click();
    const copied = async () => page.evaluate(() => navigator.clipboard.readText());
    for (let tries = 0; tries < 100 && !(await copied()).startsWith(start ?? ''); tries += 1)
      await page.waitForTimeout(50);
    const lines = (await copied()).split(/\r?\n/);
    assert.equal(lines.length, some + 1);
    assert.match(lines[0] ?? '', /The Harbour Ledger/);
  }
  demo.assertQuiet();
  await demo.close();
});

test('what is taken along speaks the reader’s language, and says once when an outlet’s article is from', async () => {
  const { page, ...demo } = await open('storm');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => document.querySelector('cross-read')?.setAttribute('lang', 'de'));
  await page.locator('.page[lang=de]').waitFor();
  /** @param {string} form */
  const saved = async (form) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(`[data-act="save:${form}"]`).click(),
    ]);
    return readFileSync(await file.path(), 'utf8');
  };
  const markdown = await saved('markdown');
  assert.deepEqual(
    [...markdown.matchAll(/^## (.*)$/gm)].map(([, title]) => title),
    ['In Kürze', 'Wo sie sich widersprechen', 'Worin sie übereinstimmen', 'Artikel'],
  );
  assert.match(markdown, /^- Datum: „/m, 'facts are named in German');
  assert.match(markdown, /\(Ansel Bay Gazette, 2025-09-17\)/);
  assert.match(
    markdown,
    /\(Meridian Wire \(17\. September 2025 um 06:20\)\)/,
    'with the date in its name it needs no other',
  );
  const csv = await saved('csv');
  assert.match(csv, /^\uFEFFFakt,/);
  const labels = await page.locator('#grid tbody th').allInnerTexts();
  assert.ok(labels.length > 5);
  const rows = csv.split('\r\n').map((row) => row.replace(/^"?(.*?)"?,.*/, '$1'));
  const agreed = labels.filter((label) => !label.includes('\n'));
  assert.deepEqual(
    agreed.filter((label) => !rows.some((row) => label.startsWith(row))),
    [],
    'rows are named as in the grid',
  );
  const json = JSON.parse(await saved('json'));
  assert.equal(json.articles.length, 6);
  await page.locator('#differences .copy').first().click();
  await eventually(async () => {
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^- .+\n {2}- closed: “The Halden Bridge/);
    assert.match(copied, /\(Meridian Wire \(18\. September 2025 um 21:30\)\)/);
  });
  demo.assertQuiet();
  await demo.close();
});

/** Sentences that have nothing to do with each other, so that what is made of them is long and not alike. */
const filler = (/** @type {number} */ count, /** @type {number} */ seed) =>
  [...Array(count).keys()]
    .map((index) => {
      const number = (index * 7919 + seed * 104729) % 9973;
      return `Item ${number} of the minutes was put off by the board of district ${(number % 89) + 1}.`;
    })
    .join(' ');

/** Stories at the edges, and what must be said of each. @type {[string, object, (page: Page) => Promise<void>][]} */
const STATES = [
  [
    'nothing in common',
    {
      articles: [
        { source: 'River Post', text: 'The bakery on Mill Lane burned down on Monday. Nobody was hurt.' },
        { source: 'Hill Times', text: 'Astronomers have measured the mass of a distant star.' },
      ],
    },
    async (page) => {
      await eventually(async () =>
        assert.match(await page.locator('#grid .none').innerText(), /Nothing was found that two of these 2 articles/),
      );
      await eventually(async () => assert.equal(await page.locator('#shared').count(), 0));
    },
  ],
  [
    'no conflict',
    {
      articles: [
        { source: 'River Post', text: 'The bridge in Dunmore reopened on Monday after 14 weeks, Ana Ruiz said.' },
        { source: 'Hill Times', text: 'After 14 weeks the Dunmore bridge reopened on Monday, said Ana Ruiz.' },
      ],
    },
    async (page) => {
      await eventually(async () =>
        assert.match(await page.locator('#differences .none').innerText(), /do not contradict each other/),
      );
      await eventually(async () => assert.equal(await page.locator('.count.differences .figure').innerText(), '0'));
    },
  ],
  [
    'one article',
    { articles: [{ source: 'River Post', text: 'The bridge reopened on Monday. Ana Ruiz cut the ribbon.' }] },
    async (page) => {
      await eventually(async () =>
        assert.match(await page.locator('.standfirst').innerText(), /One article, by River Post/),
      );
      await eventually(async () =>
        assert.equal(await page.locator('#grid, #differences, #shared, .stance, select[data-act=with]').count(), 0),
      );
    },
  ],
  [
    '30 articles',
    {
      title: 'Thirty reports',
      articles: [...Array(30).keys()].map((index) => ({
        source: `Outlet Number ${index + 1}`,
        published: `2026-03-${String((index % 9) + 1).padStart(2, '0')}`,
        text: `The bridge in Dunmore reopened after ${12 + (index % 3)} weeks, Ana Ruiz said. ${filler(4, index)}`,
      })),
    },
    async (page) => {
      await eventually(async () => assert.equal(await page.locator('#grid thead th').count(), 31));
      await eventually(async () => assert.equal(await page.locator('select[data-act=read] option').count(), 30));
    },
  ],
  [
    'an article of 9,000 words',
    {
      articles: [
        { source: 'River Post', title: 'Minutes', text: filler(650, 1) },
        { source: 'Hill Times', text: 'The board put off item 7919 of the minutes.' },
      ],
    },
    async (page) => {
      await eventually(async () => assert.ok((await page.locator('.reading .sentence').count()) > 600));
    },
  ],
  [
    'titles of 300 characters',
    {
      title: 'The bridge that everybody had been waiting for reopened at last '.repeat(5),
      articles: ['River Post', 'Hill Times'].map((source) => ({
        source,
        title: `Aaaand${'antidisestablishmentarianism'.repeat(5)} ${'the bridge reopens again '.repeat(6)}`,
        text: 'The bridge reopened on Monday.',
      })),
    },
    async (page) => {
      await eventually(async () => assert.equal(await page.locator('.headline').count(), 2));
    },
  ],
  [
    'an outlet without a name',
    {
      articles: [
        { text: 'The bridge reopened on Monday.' },
        { url: 'https://www.example.org/a', text: 'The bridge reopened on Monday.' },
        { source: ' ', text: 'It rained on Tuesday.' },
      ],
    },
    async (page) => {
      await eventually(async () =>
        assert.deepEqual(await page.locator('.shelf .name').allInnerTexts(), ['Article 1', 'example.org', 'Article 3']),
      );
    },
  ],
  [
    'a language that is not compared',
    {
      articles: [
        { source: 'El Río', lang: 'es', text: 'El puente se abrió el lunes. «Ya es seguro», dijo Ana Ruiz.' },
        { source: 'الجسر', lang: 'ar', text: 'افتتح الجسر يوم الاثنين. حضر الحفل ثلاثون شخصا.' },
      ],
    },
    async (page) => {
      await eventually(async () =>
        assert.match(await page.locator('.warnings').innerText(), /does not seem to be in English/),
      );
      await eventually(async () =>
        assert.equal(await page.locator('.reading p[lang=es]').count(), 1, 'it can be read, in its language'),
      );
      await page.locator('.tabs input').nth(1).check();
      await settled(page);
      assert.equal(
        await page
          .locator('.reading p[lang=ar]')
          .first()
          .evaluate((p) => getComputedStyle(p).direction),
        'rtl',
      );
    },
  ],
];

for (const [name, story, check] of STATES) {
  test(`${name}: is said and shown`, async () => {
    const { page, ...demo } = await openEmpty({ width: 320, height: 640 });
    await show(page, story);
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await eventually(async () =>
        assert.ok((await overflow(page)) <= 0, `at ${width} px the page is as wide as the window`),
      );
    }
    await check(page);
    demo.assertQuiet();
    await demo.close();
  });
}

test('every control is at least 24 px high and wide, or stands in a line of text', async () => {
  for (const width of [320, 1280]) {
    const { page, ...demo } = await open('storm', { width });
    await page.locator('.arrange').click();
    await page.locator('.arrangement').waitFor();
    const small = await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('cross-read')?.shadowRoot);
      const controls = [...root.querySelectorAll('button, select, input, [role=button], a')];
      return controls.flatMap((control) => {
        // Links and marks within a sentence are as high as its lines.
        if (control.matches('mark, .headline a, .stance, .ribbon')) return [];
        const labels = /** @type {HTMLInputElement} */ (control).labels;
        const target = labels?.[0] ?? control;
        const { width: wide, height: high } = target.getBoundingClientRect();
        return wide >= 23.9 && high >= 23.9 ? [] : [`${control.className || control.tagName} ${wide}×${high}`];
      });
    });
    assert.deepEqual([...new Set(small)], [], `${width} px`);
    await demo.close();
  }
});

test('nothing that is seen moves while the comparison comes', async () => {
  for (const width of [360, 1280]) {
    const { page, ...demo } = await open('summit', { width });
    const moved = await page.evaluate(
      () =>
        new Promise((done) => {
          const shifts = new PerformanceObserver((list) =>
            done(list.getEntries().map((entry) => /** @type {any} */ (entry).value)),
          );
          shifts.observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done([]), 500);
        }),
    );
    assert.deepEqual(moved, [], `${width} px`);
    await demo.close();
  }
});

test('right to left, nothing is wider than the page and the drawings are turned round', async () => {
  for (const width of [320, 1280]) {
    const { page, ...demo } = await open('storm', { width });
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    await page.evaluate(() => {
      const inside = document.querySelector('cross-read')?.shadowRoot?.querySelector('.page');
      inside?.setAttribute('dir', 'rtl');
    });
    await eventually(async () => assert.ok((await overflow(page)) <= 0, `${width} px`));
    const turned = await page.locator('.chart .drawing').evaluate((node) => getComputedStyle(node).transform);
    assert.match(turned, /matrix\(-1/);
    await demo.close();
  }
});

test('quoted words keep their direction on a page that has another', async () => {
  const { page, ...demo } = await open('results');
  await page.evaluate(() => document.querySelector('cross-read')?.setAttribute('lang', 'ar'));
  await settled(page);
  const wordings = await page
    .locator('.variant q')
    .evaluateAll((all) =>
      all.map((each) => [each.firstElementChild?.localName ?? 'text', getComputedStyle(each).direction]),
    );
  assert.ok(
    wordings.some(([first]) => first === 'del'),
    'one begins with what is missing, and so with a word in Arabic',
  );
  assert.deepEqual([...new Set(wordings.map(([, direction]) => direction))], ['ltr']);
  demo.assertQuiet();
  await demo.close();
});
