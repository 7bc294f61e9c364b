import { story } from '../story.js';
import 'crossread/define';

document.querySelector('cross-read').story = story;
