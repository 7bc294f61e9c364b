import { story } from '../story.js';
// Rollup would leave the WebAssembly behind, so it comes along inside a script. This goes first.
import 'crossread/inline';
import 'crossread/define';

document.querySelector('cross-read').story = story;
