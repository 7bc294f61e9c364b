import init, { analyze } from 'crossread';
import { story } from '../story.js';

await init();
const { facts } = analyze(story);
const [first] = facts.filter(({ verdict }) => verdict === 'conflict');
console.log(first.positions.map(({ value }) => value).join(' or '));
