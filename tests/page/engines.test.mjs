/** The page in the three engines: every control by mouse and by keyboard, on every sample story. */
import assert from 'node:assert/strict';
import { NAMES, inEveryEngine } from './engines/index.mjs';

/** @typedef {import('./engines/index.mjs').Page} Page */

/**
 * Opens the demo with one of the stories.
 * @param {Page} page
 * @param {string} origin
 * @param {string} story
 * @param {object} [options]
 * @param {boolean} [options.clipboard]  Whether what is copied goes there.
 */
async function openStory(page, origin, story, { clipboard = false } = {}) {
  await page.tab.goto(`${origin}#${story}`);
  await page.until(
    'the story is chosen',
    (name) => document.querySelector('cross-read')?.getAttribute('src')?.includes(name),
    story,
  );
  await page.whenCompared();
  await page.evaluate((kept) => {
    // What comes into view is laid out only then, and moves what is below it: no hand is as quick as to miss by that.
    const all = new CSSStyleSheet();
    all.replaceSync('* { content-visibility: visible !important; }');
    document.querySelector('cross-read')?.shadowRoot?.adoptedStyleSheets.push(all);
    const told = /** @type {any} */ (window);
    told.errors = [];
    document.addEventListener('cross-read-error', (event) => told.errors.push(JSON.stringify(event.detail)));
    // Neither a dialog of the system nor a file nor the clipboard: that they are asked for is enough here.
    told.asked = [];
    told.print = () => told.asked.push('print');
    HTMLAnchorElement.prototype.click = function () {
      told.asked.push(this.download);
    };
    if (!kept) navigator.clipboard.write = async () => void told.asked.push('copied');
  }, clipboard);
}

const isDialogOpen = () => document.querySelector('cross-read')?.shadowRoot?.querySelector('dialog:modal');

/** @param {Page} page @param {string} what */
async function nothingFailed(page, what) {
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).errors), [], what);
  assert.ok((await page.count('section')) > 0, `${what}: the comparison is still there`);
}

/** What covers the page or stands open in it. */
const OPEN = 'dialog, #evidence, .arrangement';

/** Closes what may be open. @param {Page} page */
async function closeAll(page) {
  for (let tries = 0; await page.count(OPEN); tries += 1) {
    assert.ok(tries < 5, 'Escape closes it');
    const open = await page.count(OPEN);
    await page.key('Escape');
    await page.until(
      'it is closed',
      (selector, before) =>
        (document.querySelector('cross-read')?.shadowRoot?.querySelectorAll(selector).length ?? 0) < before,
      OPEN,
      open,
    );
  }
}

/**
 * Where controls are, and how one gets there.
 * @type {{ inside: string, there?: string, open: (page: Page) => Promise<unknown> }[]}
 */
const PLACES = [
  { inside: '.page', open: async () => {} },
  { inside: '#evidence', open: (page) => page.click('#differences button[data-act^="open:"]') },
  { inside: '.arrangement', open: (page) => page.click('.arrange') },
  { inside: '#read', there: '.side-by-side', open: (page) => choose(page, 'select[data-act=with]') },
];

/**
 * A control.
 * @typedef {object} Control
 * @property {string} kind  Tells it from those that do something else, or the same in another section.
 * @property {string} selector
 * @property {string} what  How it is operated: a name of `WAYS`.
 */

/**
 * The first control of each kind that is seen inside a place, and can do something as things stand.
 * @param {Page} page
 * @param {string} inside
 * @returns {Promise<Control[]>}
 */
const kinds = (page, inside) =>
  page.evaluate((place) => {
    /** @type {Map<string, Control>} */
    const found = new Map();
    const root = document.querySelector('cross-read')?.shadowRoot;
    for (const control of root?.querySelector(place)?.querySelectorAll('[data-act]') ?? []) {
      const { localName } = control;
      const act = control.getAttribute('data-act') ?? '';
      const value = localName === 'input' ? control.getAttribute('type') : localName;
      const what = control.hasAttribute('role') ? 'mark' : (value ?? '');
      // What is chosen already would do nothing.
      const chosen =
        control.matches(':disabled, [aria-pressed=true]') || (what === 'radio' && control.matches(':checked'));
      if (chosen || !control.getClientRects().length) continue;
      const parts = act.split(':');
      const name = /^(save|explain|unfold|copy)/.test(act) ? act : parts[0] === 'section' ? parts.at(-1) : parts[0];
      const section = control.closest('section')?.id;
      const kind = `${section} ${localName} ${what} ${name?.startsWith('copy:f') ? 'copy' : name}`;
      const within = section && place === '.page' ? `#${section}` : place;
      if (!found.has(kind)) found.set(kind, { kind, selector: `${within} ${localName}[data-act="${act}"]`, what });
    }
    return [...found.values()];
  }, inside);

/** Chooses what is not chosen in a list. @param {Page} page @param {string} selector */
async function choose(page, selector) {
  await page.focus(selector);
  await page.evaluate((wanted) => {
    const select = /** @type {HTMLSelectElement} */ (
      document.querySelector('cross-read')?.shadowRoot?.querySelector(wanted)
    );
    select.selectedIndex = select.selectedIndex === 1 ? 0 : 1;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, selector);
}

/**
 * By mouse and by keyboard: what is not a button of the browser's own by both keys, the others by one or the other.
 * @type {Record<string, string[]>}
 */
const WAYS = {
  button: ['mouse', 'key'],
  mark: ['mouse', 'Enter', ' '],
  checkbox: ['mouse', ' '],
  radio: ['mouse', 'ArrowRight'],
  // And back again: with fewer rows there would be fewer controls.
  select: ['choose', 'choose'],
  // The words beside a button, which do the same.
  text: ['mouse'],
};

/** All that a reader can do, but for what has to be added first. */
const ACTS = [
  'add beside close copy down explain go kind length open outlet pair print read save show sort swap tick toggle',
  'unfold up visit with',
]
  .join(' ')
  .split(' ');

/** What there is to be seen, and what was asked of the system; the same where nothing has happened. */
const look = () => {
  const root = document.querySelector('cross-read')?.shadowRoot;
  // That something was copied is shown for a moment.
  const drawn = root?.querySelector('.page')?.outerHTML.replaceAll(' data-done=""', '') ?? '';
  let hash = 0;
  for (let index = 0; index < drawn.length; index += 1) hash = (Math.imul(hash, 31) + drawn.charCodeAt(index)) | 0;
  const { asked } = /** @type {any} */ (window);
  return [hash, asked.length, root?.querySelectorAll('dialog').length].join(' ');
};

/** What comes last of what a control does. @type {[acts: RegExp, effect: () => unknown][]} */
const EFFECTS = [
  [/"add"/, isDialogOpen],
  [/"(open|beside):/, () => document.querySelector('cross-read')?.shadowRoot?.activeElement?.id === 'evidence'],
  [
    /"(go|visit):/,
    () => document.querySelector('cross-read')?.shadowRoot?.activeElement?.matches('section, .card, .sentence, #read'),
  ],
];

/**
 * Operates a control and waits until something has come of it.
 * @param {Page} page
 * @param {Control} control
 * @param {string} way
 */
async function operate(page, { selector }, way) {
  const name = `${selector} by ${way === ' ' ? 'Space' : way}`;
  // A radio is reached by the arrows from the one that is chosen.
  const at =
    way === 'ArrowRight'
      ? selector.replace(/\[data-act.*/, `[name=${/data-act="(\w+)/.exec(selector)?.[1]}]:checked`)
      : selector;
  if (way !== 'mouse' && way !== 'choose') await page.focus(at);
  else
    await page.evaluate(() => {
      const active = document.querySelector('cross-read')?.shadowRoot?.activeElement;
      if (active instanceof HTMLElement) active.blur();
    });
  const before = await page.atRest(look);
  if (way === 'mouse') await page.click(selector);
  else if (way === 'choose') await choose(page, selector);
  else await page.key(way);
  // These may do no more than lead the focus.
  if (!/"(go|visit):/.test(selector)) await page.untilOther(`${name} does something`, look, before);
  for (const [acts, effect] of EFFECTS) if (acts.test(selector)) await page.until(`${name} has its effect`, effect);
  await nothingFailed(page, name);
}

/** Each engine sees each story, and each width; each story is seen in each width. */
const STORIES = ['summit', 'storm', 'results'];
const WIDTHS = [360, 768, 1280];

for (const [index, story] of STORIES.entries()) {
  inEveryEngine(
    `every control of ${story} works by mouse and by keyboard`,
    async (page, origin) => {
      await openStory(page, origin, story);
      /** @type {Set<string>} */
      const done = new Set();
      for (const { inside, there = inside, open } of PLACES) {
        if (!(await page.count(there))) await open(page);
        await page.until(
          'it is there',
          (place) => document.querySelector('cross-read')?.shadowRoot?.querySelector(place),
          there,
        );
        for (const [number, { kind, what }] of (await kinds(page, inside)).entries()) {
          for (const way of WAYS[what] ?? WAYS.text ?? []) {
            if (!(await page.count(there))) await open(page);
            // Another may be the first now: what was done before has changed the page.
            /** @type {Control | undefined} */
            let control;
            for (let tries = 0; !control; tries += 1) {
              assert.ok(tries < 100, `${kind} is still there`);
              control = (await kinds(page, inside)).find((own) => own.kind === kind);
            }
            await operate(page, control, way === 'key' ? (['Enter', ' '][number % 2] ?? way) : way);
            await closeAll(page);
            done.add(/"(?:section:.*:)?(\w+)/.exec(control.selector)?.[1] ?? '');
          }
        }
      }
      // With one pair of articles that share text, there is no other to be shown.
      if (story !== 'storm') done.add('pair');
      assert.deepEqual([...done].sort(), ACTS, 'each was done');
      const asked = await page.evaluate(() => /** @type {any} */ (window).asked);
      assert.deepEqual([...new Set(asked)].sort(), [
        'copied',
        'crossread.csv',
        'crossread.json',
        'crossread.md',
        'print',
      ]);
    },
    { width: (engine) => WIDTHS[(index + NAMES.indexOf(engine)) % WIDTHS.length] ?? 0 },
  );
}

inEveryEngine('outlets are ticked and choices are made by mouse and by keyboard', async (page, origin) => {
  await openStory(page, origin, 'summit');
  const all = await page.count('.shelf input');
  await page.click('#tick-0');
  await page.until('one article less', () =>
    document.querySelector('cross-read')?.shadowRoot?.querySelector('.count.articles .of'),
  );
  await page.press('#tick-0', ' ');
  await page.until(
    'all again',
    () => !document.querySelector('cross-read')?.shadowRoot?.querySelector('.count.articles .of'),
  );
  await page.until(
    'those who listen are told',
    (count) =>
      [...(document.querySelector('cross-read')?.shadowRoot?.querySelectorAll('.announcer') ?? [])].some(
        ({ textContent }) => textContent?.startsWith(`${count} of ${count} articles`),
      ),
    all,
  );
  const sentences = await page.count('.sentences > li');
  await page.press('[data-act="length:medium"]', 'ArrowLeft');
  await page.until(
    'the summary is shorter',
    (before) =>
      (document.querySelector('cross-read')?.shadowRoot?.querySelectorAll('.sentences > li').length ?? 0) < before,
    sentences,
  );
  await nothingFailed(page, 'choices');
});

inEveryEngine('Escape and Back lead to where one was', async (page, origin) => {
  await openStory(page, origin, 'summit');
  const opener = '#summary button[data-act^="open:"]';
  const isOpen = () => document.querySelector('cross-read')?.shadowRoot?.activeElement?.id === 'evidence';
  const isClosed = () => {
    const root = document.querySelector('cross-read')?.shadowRoot;
    return !root?.getElementById('evidence') && root?.activeElement?.getAttribute('data-act')?.startsWith('open:');
  };
  await page.press(opener, 'Enter');
  await page.until('the evidence is open', isOpen);
  await page.key('Escape');
  await page.until('the focus is back after Escape', isClosed);
  await page.press(opener, 'Enter');
  await page.until('the evidence is open', isOpen);
  await page.evaluate(() => history.back());
  await page.until('the focus is back after Back', isClosed);
  assert.equal(await page.evaluate(() => location.pathname), '/', 'the page is still there');
  // One is closed and another opened before the browser has gone back.
  await page.press(opener, 'Enter');
  await page.evaluate((wanted) => {
    const root = document.querySelector('cross-read')?.shadowRoot;
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true });
    root?.activeElement?.dispatchEvent(escape);
    /** @type {HTMLElement | null | undefined} */ (root?.querySelector(wanted))?.click();
  }, opener);
  await page.settled();
  await page.until('the other evidence is open', isOpen);
  await page.evaluate(() => history.back());
  await page.until('Back closes the other as well', isClosed);
  assert.equal(await page.evaluate(() => location.pathname), '/', 'the page is still there');
});

inEveryEngine('an article is added, left out, removed and brought back', async (page, origin) => {
  await openStory(page, origin, 'results');
  const before = await page.count('.shelf li');
  await page.click('#add');
  await page.until('the dialog is open', isDialogOpen);
  await page.evaluate(() => {
    const root = document.querySelector('cross-read')?.shadowRoot;
    const files = new DataTransfer();
    const html =
      '<!doctype html><title>Profit</title><meta property="og:site_name" content="Quay Street News"><article><h1>Profit rises</h1><p>The company said on Tuesday that its profit had risen by a tenth.</p><p>Its shares gained 3 percent.</p></article>';
    files.items.add(new File([html], 'profit.html', { type: 'text/html' }));
    files.items.add(new File(['The shares fell on Tuesday.'], '2026-02-11_hill_times.txt', { type: 'text/plain' }));
    files.items.add(new File(['[1]'], 'nothing.json', { type: 'application/json' }));
    files.items.add(new File(['x'], 'picture.png', { type: 'image/png' }));
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files });
    root?.querySelector('dialog')?.dispatchEvent(drop);
  });
  await page.until(
    'two wait',
    () => document.querySelector('cross-read')?.shadowRoot?.querySelectorAll('.waiting').length === 2,
  );
  await page.until('the picture is refused', () =>
    document.querySelector('cross-read')?.shadowRoot?.querySelector('.problem')?.textContent?.includes('picture.png'),
  );
  const fields = await page.evaluate(() =>
    [...(document.querySelector('cross-read')?.shadowRoot?.querySelectorAll('.waiting input') ?? [])].map(
      (field) => /** @type {HTMLInputElement} */ (field).value,
    ),
  );
  assert.deepEqual(fields, ['Quay Street News', '', 'Hill Times', '2026-02-11'], 'outlet and day are guessed');
  await page.press('.waiting:last-of-type button', 'Enter');
  assert.equal(await page.count('.waiting'), 1);
  await page.press('dialog .main', 'Enter');
  await page.until(
    'it is compared',
    (count) => document.querySelector('cross-read')?.shadowRoot?.querySelectorAll('.shelf li').length === count,
    before + 1,
  );
  await page.until('the dialog is closed, and has given the focus back', () => {
    const root = document.querySelector('cross-read')?.shadowRoot;
    return !root?.querySelector('dialog') && root?.activeElement?.id === 'add';
  });
  assert.match(await page.text('.shelf li:last-child .name'), /Quay Street News/);
  const hasArticles = (/** @type {number} */ count) => {
    const root = document.querySelector('cross-read')?.shadowRoot;
    return root?.querySelectorAll('.shelf li').length === count && Boolean(root?.activeElement);
  };
  await page.press('.remove', 'Enter');
  await page.until('it is removed', hasArticles, before);
  await page.key('Enter');
  await page.until('the focus was on Undo', hasArticles, before + 1);
  await nothingFailed(page, 'adding');
});

inEveryEngine('the page speaks the language that it is asked for', async (page, origin) => {
  await openStory(page, origin, 'summit');
  for (const [lang, dir] of [
    ['ar', 'rtl'],
    ['de', 'ltr'],
    ['es', 'ltr'],
    ['fr', 'ltr'],
    ['ja', 'ltr'],
    ['ko', 'ltr'],
    ['zh-Hans', 'ltr'],
    ['pt', 'ltr'],
  ]) {
    await page.evaluate((wanted) => document.querySelector('cross-read')?.setAttribute('lang', wanted), lang ?? '');
    const own = lang === 'pt' ? 'en' : (lang ?? '').split('-')[0];
    await page.until(
      `the page is in ${own}`,
      (wanted) =>
        document.querySelector('cross-read')?.shadowRoot?.querySelector('.page')?.getAttribute('lang') === wanted,
      own,
    );
    const direction = await page.evaluate(() => {
      const shown = document.querySelector('cross-read')?.shadowRoot?.querySelector('.page');
      return shown && getComputedStyle(shown).direction;
    });
    assert.equal(direction, dir, lang);
  }
});

inEveryEngine(
  'arrow keys lead along the drawings, and what the others say stands beside a sentence',
  async (page, origin) => {
    await openStory(page, origin, 'storm');
    for (const mark of ['.dot', '.ribbon']) {
      await page.press(`${mark}[tabindex="0"]`, 'ArrowRight');
      await page.until(
        `the second ${mark} has the focus`,
        (wanted) => {
          const root = document.querySelector('cross-read')?.shadowRoot;
          const marks = [...(root?.querySelectorAll(wanted) ?? [])];
          return (
            root?.activeElement === marks[1] &&
            marks.every((own, at) => own.getAttribute('tabindex') === (at === 1 ? '0' : '-1'))
          );
        },
        mark,
      );
      await page.key('Enter');
      await page.until(
        'the evidence is open',
        () => document.querySelector('cross-read')?.shadowRoot?.activeElement?.id === 'evidence',
      );
      await closeAll(page);
    }
    const card = () => document.querySelector('cross-read')?.shadowRoot?.querySelector('.float .evidence');
    const noCard = () => !document.querySelector('cross-read')?.shadowRoot?.querySelector('.float');
    await page.point('.reading .sentence:has(button.stance)');
    await page.until('the card is there', card);
    await page.point('.reading h4');
    await page.until('the card is gone', noCard);
    await nothingFailed(page, 'the drawings');
  },
);

inEveryEngine('the grid is filtered and sorted, and what is copied stands in the clipboard', async (page, origin) => {
  await openStory(page, origin, 'results', { clipboard: true });
  const rows = () => page.count('#grid tbody tr:not(.open)');
  const all = await rows();
  /** @param {string} act @param {string} value */
  const set = (act, value) =>
    page.evaluate(
      (name, wanted) => {
        const select = /** @type {HTMLSelectElement} */ (
          document.querySelector('cross-read')?.shadowRoot?.querySelector(`#grid select[data-act=${name}]`)
        );
        select.value = wanted;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      },
      act,
      value,
    );
  const first = await page.text('#grid tbody th');
  await set('sort', 'kind');
  await page.until(
    'another row is first',
    (before) =>
      document.querySelector('cross-read')?.shadowRoot?.querySelector('#grid tbody th')?.textContent !== before,
    first,
  );
  await set('show', 'conflicts');
  await page.until(
    'there are fewer',
    (before) =>
      (document.querySelector('cross-read')?.shadowRoot?.querySelectorAll('#grid tbody tr').length ?? 0) < before,
    all,
  );
  assert.equal(await page.count('#grid tbody tr:not(.conflict, .open)'), 0, 'only where they differ');
  await page.until(
    'there are no more to be shown',
    () => !document.querySelector('cross-read')?.shadowRoot?.querySelector('#grid .below .more'),
  );
  for (const selector of ['#grid [data-act="copy:csv"]', '#differences [data-act^="copy:"]']) {
    await page.press(selector, 'Enter');
    await page.until(
      `${selector} says that it is done`,
      (wanted) => document.querySelector('cross-read')?.shadowRoot?.querySelector(wanted)?.hasAttribute('data-done'),
      selector,
    );
  }
  await nothingFailed(page, 'the grid');
});

inEveryEngine('asked twice, it is done once; and what is open closes wherever the focus is', async (page, origin) => {
  await openStory(page, origin, 'summit');
  const articles = await page.count('.shelf li');
  for (const number of [1, 2]) {
    await page.press('#add', 'Enter');
    await page.until('the dialog is open', isDialogOpen);
    await page.evaluate((text) => {
      const field = /** @type {HTMLTextAreaElement} */ (
        document.querySelector('cross-read')?.shadowRoot?.getElementById('add-text')
      );
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, `The bridge reopened on day ${number}. Nobody was hurt.`);
    for (const waiting of [true, false]) {
      await page.evaluate(() => {
        const form = document.querySelector('cross-read')?.shadowRoot?.querySelector('dialog form');
        for (let times = 0; times < 3; times += 1)
          /** @type {HTMLFormElement | undefined} */ (form ?? undefined)?.requestSubmit();
      });
      await page.until(
        waiting ? 'one waits' : 'it is added',
        (wanted) =>
          (document.querySelector('cross-read')?.shadowRoot?.querySelectorAll('.waiting').length ?? 0) === wanted,
        Number(waiting),
      );
    }
    await page.until(
      'the dialog is closed',
      () => !document.querySelector('cross-read')?.shadowRoot?.querySelector('dialog'),
    );
    assert.equal(await page.count('.shelf li'), articles + number, 'one more');
  }
  await page.evaluate(() => {
    const button = /** @type {HTMLElement} */ (
      document.querySelector('cross-read')?.shadowRoot?.querySelector('.remove')
    );
    button.click();
    button.click();
  });
  const isUndo = () =>
    document.querySelector('cross-read')?.shadowRoot?.activeElement?.getAttribute('data-act') === 'undo';
  await page.until('the focus is on Undo', isUndo);
  assert.equal(await page.count('.shelf li'), articles + 1, 'one is removed');

  await page.press('#summary button[data-act^="open:"]', 'Enter');
  await page.until(
    'the evidence is open',
    () => document.querySelector('cross-read')?.shadowRoot?.activeElement?.id === 'evidence',
  );
  await page.evaluate(() => {
    const active = document.querySelector('cross-read')?.shadowRoot?.activeElement;
    if (active instanceof HTMLElement) active.blur();
  });
  await page.key('Escape');
  await page.until('the focus is back', () => {
    const root = document.querySelector('cross-read')?.shadowRoot;
    return !root?.getElementById('evidence') && root?.activeElement?.getAttribute('data-act')?.startsWith('open:');
  });
  await page.click('.arrange');
  await page.until('the list is open', () =>
    document.querySelector('cross-read')?.shadowRoot?.querySelector('.arrangement'),
  );
  // Twice, as for a word that is to be selected.
  await page.evaluate(() => {
    const text = document.querySelector('cross-read')?.shadowRoot?.querySelector('.standfirst');
    for (let times = 0; times < 2; times += 1) text?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  });
  await page.until(
    'the list is closed',
    () => !document.querySelector('cross-read')?.shadowRoot?.querySelector('.arrangement'),
  );
  await nothingFailed(page, 'asking twice');
});
