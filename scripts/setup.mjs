/** What must be there before something is done: one function a purpose. */
import { ensureBrowser } from './browser.mjs';
import {
  ensureNodeModules,
  ensureRust,
  ensureWasmBindgen,
  ensureWasmOpt,
  ensureWasmPack,
  ensureWasmTarget,
} from './tools.mjs';

/** For making `pkg/`. What takes a second comes first, so that what cannot be had is told early. */
export async function setUpBuild() {
  const { cargo, rustc } = await ensureRust();
  await ensureWasmTarget();
  const wasmOpt = await ensureWasmOpt();
  const wasmPack = await ensureWasmPack();
  const wasmBindgen = await ensureWasmBindgen();
  return { cargo, rustc, wasmOpt, wasmPack, wasmBindgen };
}

/** For the checks that are npm packages. */
export const setUpNode = ensureNodeModules;

/** For the tests in the browser. */
export async function setUpBrowser() {
  await ensureNodeModules();
  return ensureBrowser();
}
