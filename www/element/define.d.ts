export { CrossReadElement } from './cross-read.js';
