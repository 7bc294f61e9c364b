/** The element's types as a page's script uses them. Nothing here runs: `tsc` reads it. */
import { CrossReadElement } from 'crossread/define';
import type { Analysis } from 'crossread';
import 'crossread/standalone';

const element = document.createElement('cross-read');
element.src = '/stories/bridge.json';
element.story = { title: 'The bridge', articles: [{ source: 'The Harbour Post', text: 'It reopened on Monday.' }] };
element.story = undefined;

export const found: Analysis | undefined = element.analysis;
export const same: CrossReadElement = element;

element.addEventListener('cross-read-error', ({ detail: { code, message } }) => code + message);
element.addEventListener('click', (event) => event.type);
document.addEventListener('cross-read-open', ({ detail: { source, url, words } }) => source + (url ?? '') + words);
document.addEventListener('cross-read-differs', ({ detail: { rendered, found } }) => rendered === found);
document.addEventListener('cross-read-change', ({ detail: { action, state } }) => action.length + state.length);

// @ts-expect-error A story has articles.
element.story = { title: 'The bridge' };
// @ts-expect-error What was found is not given to the element.
element.analysis = undefined;
// @ts-expect-error There is no such detail.
document.addEventListener('cross-read-open', ({ detail }) => detail.article);

// The classic script leaves everything under one name.
crossread.load().then(() => crossread.analyze({ articles: [{ text: 'It rained.' }] }).facts);
