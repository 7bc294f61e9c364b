import type load from './index.js';
import type * as functions from './index.js';

/**
 * What the classic script `crossread.standalone.js` leaves: all of `crossread`, its default export under the name `load`.
 * The script has registered `<cross-read>`.
 */
declare global {
  var crossread: Readonly<Omit<typeof functions, 'default'> & { load: typeof load }>;
}
