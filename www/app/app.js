/**
 * The page around the comparison: choosing a story, putting one together, keeping it on the device, taking it along.
 *
 * The address says what is shown: `#storm` a sample, `#kept=…` a comparison that was kept, `#own` one that is nowhere but in
 * this tab.
 */
import { Composer, nameOf } from './compose.js';
import { give, opened, savedForm } from './files.js';
import { keepOffline, offerInstall, takeShared } from './offline.js';
import * as shelf from './shelf.js';
import { wantedLanguage, Words } from './words.js';

const SAMPLES = ['summit', 'storm', 'results'];

const find = (/** @type {string} */ selector) => /** @type {any} */ (document.querySelector(selector));
const words = new Words();
const element = find('cross-read');
const controls = {
  keep: find('#keep'),
  save: find('#save'),
  files: find('#files'),
  forget: find('#forget'),
  language: find('#language'),
};

/** What is shown that is no sample: the story, and under which name it is kept. @type {{ story: any, id: string | null } | null} */
let own = null;
/** How what is shown stands to what is kept. @type {'new' | 'kept' | 'changed'} */
let standing = 'new';

/** Says something to everybody. @param {string} text @param {{ label: string, act: () => void }} [offer] */
function note(text, offer) {
  const place = find('#note');
  place.replaceChildren(text);
  place.parentElement.hidden = !text;
  const button = find('#note-act');
  button.hidden = !offer;
  button.textContent = offer?.label ?? '';
  button.onclick = offer?.act ?? null;
}

/** The story as it is compared: with what the reader has added, and without what is not ticked. */
function currentStory() {
  const { analysis } = element;
  const fields = ['id', 'source', 'title', 'url', 'published', 'lang', 'text'];
  const articles = analysis.articles.map((/** @type {any} */ article) =>
    Object.fromEntries(fields.filter((name) => article[name]).map((name) => [name, article[name]])),
  );
  return { ...(analysis.title && { title: analysis.title }), articles };
}

/** What a story is called. @param {any} story */
const titleOf = (story) => story.title || nameOf(story.articles[0] ?? {}) || words.say('own');

function showStanding() {
  controls.keep.textContent = words.say({ new: 'keep', kept: 'keep.done', changed: 'keep.again' }[standing]);
  controls.keep.setAttribute('aria-pressed', String(standing === 'kept'));
}

/** @param {typeof standing} now */
function stand(now) {
  standing = now;
  showStanding();
}

/** @param {boolean} ready */
function enable(ready) {
  controls.keep.disabled = controls.save.disabled = !ready;
}

/** Marks the link to what is shown. */
function markLinks() {
  const here = location.hash || `#${SAMPLES[0]}`;
  for (const link of document.querySelectorAll('.stories a')) {
    if (link.getAttribute('href') === here) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  document.body.dataset.view = own ? 'own' : 'sample';
}

/** @param {any} story @param {string | null} id */
function showOwn(story, id) {
  own = { story, id };
  enable(false);
  stand(id ? 'kept' : 'new');
  element.removeAttribute('src');
  element.story = story;
  const hash = id ? `#kept=${id}` : '#own';
  if (location.hash !== hash) history.pushState(null, '', hash);
  markLinks();
  find('main').scrollIntoView({ block: 'start' });
}

/** @param {string} name */
function showSample(name) {
  const src = new URL(`../stories/${name}.json`, import.meta.url).href;
  const there = element.getAttribute('src');
  const same = there !== null && new URL(there, document.baseURI).href === src;
  if (own || !same) {
    own = null;
    stand('new');
    enable(false);
    if (element.story) element.story = null;
    if (!same) element.src = src;
  }
  markLinks();
}

/** Shows what the address says. */
async function go() {
  const [, name = '', id = ''] = /^#(\w+)(?:=(\w+))?/.exec(location.hash) ?? [];
  if (name === 'shared') return goShared();
  if (name === 'kept') {
    const found = (await shelf.all()).find((each) => each.id === id);
    if (found) return own?.id === id ? markLinks() : showOwn(found.story, id);
  }
  if (name === 'own' && own) return markLinks();
  return showSample(SAMPLES.includes(name) ? name : (SAMPLES[0] ?? ''));
}

async function goShared() {
  const shared = await takeShared();
  history.replaceState(null, '', './');
  showSample(SAMPLES[0] ?? '');
  if (!shared) return;
  const files = shared.files.map(({ name, text }) => new File([text], name));
  const { story } = await opened(files, () => {});
  const text = shared.text.trim();
  const alone = /^https?:\/\/\S+$/.test(text);
  const title = shared.title.trim();
  const article = { ...(title && { title }), ...(/^https?:/.test(shared.url) && { url: shared.url }), text };
  composer.open([...(story?.articles ?? []), ...(text && !alone ? [article] : [])]);
}

const composer = new Composer(find('#composing'), words, (articles) => showOwn({ articles }, null));

/** @param {File[]} files */
async function openFiles(files) {
  note('');
  const { story, kept } = await opened(files, (name, error) =>
    note(words.say('problem.open', { name, message: error?.code ?? error?.message ?? '' })),
  );
  for (const each of kept)
    await shelf.keep({
      id: shelf.newId(),
      title: String(each.title ?? ''),
      kept: String(each.kept ?? new Date().toISOString()),
      story: each.story,
    });
  if (kept.length) await showKept();
  if (story) showOwn(story, null);
  else if (!kept.length && !find('#note').textContent) note(words.say('problem.none'));
}

async function keep() {
  if (standing === 'kept') return;
  const story = currentStory();
  const id = own?.id ?? shelf.newId();
  try {
    await shelf.keep({ id, title: titleOf(story), kept: new Date().toISOString(), story });
  } catch {
    note(words.say('kept.full'));
    return;
  }
  own = { story, id };
  history.replaceState(null, '', `#kept=${id}`);
  stand('kept');
  note(words.say('kept.kept'));
  await showKept();
  markLinks();
}

/** Draws the list of what is kept. */
async function showKept() {
  const kept = await shelf.all().catch(() => []);
  find('#kept').hidden = !kept.length;
  const rows = kept.map(({ id, title, kept: date, story }) => {
    const row = document.createElement('li');
    const link = document.createElement('a');
    link.href = `#kept=${id}`;
    link.dir = 'auto';
    link.textContent = title;
    const about = document.createElement('span');
    about.className = 'about';
    const { length } = /** @type {any} */ (story).articles;
    about.textContent = [
      words.say('kept.articles', { count: length }),
      words.say('kept.date', { date: words.day(date) }),
    ].join(' · ');
    const out = document.createElement('button');
    out.type = 'button';
    out.className = 'out';
    out.textContent = '×';
    out.setAttribute('aria-label', words.say('kept.remove', { name: title }));
    out.addEventListener('click', async () => {
      await shelf.remove(id);
      if (own?.id === id) {
        own.id = null;
        history.replaceState(null, '', '#own');
        stand('new');
      }
      await showKept();
      find('#kept').hidden ? controls.keep.focus() : find('#kept a').focus();
    });
    row.append(link, about, out);
    return row;
  });
  find('#kept ul').replaceChildren(...rows);
  markLinks();
}

/** Whether the reader was asked whether really everything is to be forgotten. */
let asked = false;

async function forget() {
  if (!asked) {
    asked = true;
    controls.forget.textContent = words.say('kept.sure');
    return;
  }
  unask();
  await shelf.forget();
  if (own?.id) {
    own.id = null;
    history.replaceState(null, '', '#own');
    stand('new');
  }
  await showKept();
  note(words.say('kept.forgotten'));
  controls.keep.focus();
}

function unask() {
  asked = false;
  controls.forget.textContent = words.say('kept.forget');
}

/** @param {string} lang */
async function speak(lang) {
  await words.learn(lang);
  note('');
  document.documentElement.lang = lang;
  document.documentElement.dir = words.say('dir');
  document.title = words.say('title');
  words.fill(document);
  showStanding();
  element.lang = lang;
  await showKept();
}

controls.language.addEventListener('change', async () => {
  const lang = controls.language.value;
  const address = new URL(location.href);
  address.searchParams.set('lang', lang);
  history.replaceState(history.state, '', address);
  await speak(lang);
});

find('#new').addEventListener('click', () => composer.open());
find('#open').addEventListener('click', () => controls.files.click());
controls.files.addEventListener('change', async () => {
  await openFiles([...controls.files.files]);
  controls.files.value = '';
});
controls.keep.addEventListener('click', keep);
controls.save.addEventListener('click', () => give('crossread-story.json', currentStory()));
find('#save-all').addEventListener('click', async () => give('crossread-kept.json', savedForm(await shelf.all())));
controls.forget.addEventListener('click', forget);
controls.forget.addEventListener('blur', unask);

element.addEventListener('cross-read-ready', () => enable(true));
element.addEventListener('cross-read-error', () => enable(false));
element.addEventListener('cross-read-change', (/** @type {CustomEvent} */ { detail }) => {
  if (standing === 'kept' && /^(add|remove|undo|tick)\b/.test(detail.action)) stand('changed');
});

addEventListener('dragover', (event) => {
  if (!event.dataTransfer?.types.includes('Files') || event.defaultPrevented) return;
  event.preventDefault();
  document.body.classList.add('dropping');
});
addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) document.body.classList.remove('dropping');
});
addEventListener('drop', (event) => {
  document.body.classList.remove('dropping');
  if (event.defaultPrevented || !event.dataTransfer?.files.length) return;
  event.preventDefault();
  openFiles([...event.dataTransfer.files]);
});
addEventListener('popstate', () => go());

offerInstall(find('#install'));
if (element.analysis) enable(true);
const lang = wantedLanguage();
controls.language.value = lang;
await speak(lang);
await go();
await keepOffline(() => note(words.say('update'), { label: words.say('reload'), act: () => location.reload() }));
