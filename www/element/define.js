/** Registers `<cross-read>`, unless the page has one already or there is no page at all. */
import { CrossReadElement } from './cross-read.js';

if (globalThis.customElements && !customElements.get('cross-read')) {
  customElements.define('cross-read', CrossReadElement);
}

export { CrossReadElement };
