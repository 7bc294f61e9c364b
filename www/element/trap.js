/**
 * What happens when the core does not end a call as it should: a trap of WebAssembly (memory that is used up, a stack that
 * is too deep) reaches JavaScript as an error without a code, and leaves the instance in an unknown state.
 */
import { renew } from '../crossread.js';

/** Whether an error is a trap. Engines name a stack that is too deep each in its way. @param {any} error */
const isTrap = (error) =>
  (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError) ||
  error instanceof RangeError ||
  error?.name === 'InternalError';

/**
 * The error as it is to be told: a trap gets the code and the words of a failure of the core, and the next call a fresh
 * instance. Others are told as they are.
 * @param {any} error
 */
export function told(error) {
  if (!isTrap(error)) return error;
  try {
    renew();
  } catch {
    // There is no instance yet.
  }
  const failed = new Error('crossread failed on this input; the next call starts afresh', { cause: error });
  return Object.assign(failed, { name: 'CrossreadError', code: 'internal' });
}

/**
 * Calls the core.
 * @template T
 * @param {() => T} call
 * @returns {T}
 */
export function safely(call) {
  try {
    return call();
  } catch (error) {
    throw told(error);
  }
}

/**
 * Gives an object of the core back, unless it went with an instance that failed.
 * @param {{ readonly waiting: number, free(): void } | undefined} widget
 */
export function release(widget) {
  try {
    // An object of another instance refuses this; its `free` would free what is not its own.
    if (widget && widget.waiting >= 0) widget.free();
  } catch {
    // It is gone already.
  }
}
