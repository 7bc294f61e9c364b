/** What a server that renders pages does: it imports the element with everything else, and renders ahead. */
import { render } from 'crossread/inline';
import 'crossread/define';
import { story } from '../story.js';

export const page = async () => `<cross-read src="/story.json">${await render(story)}</cross-read>`;
