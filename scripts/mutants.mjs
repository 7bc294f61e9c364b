/**
 * `npm run mutants`: breaks the core in small ways, one at a time, and asks its tests whether they notice.
 *
 *     npm run mutants                           the comparison and the border
 *     npm run mutants -- compare                one room
 *     npm run mutants -- compare --survivors    only what survived the last time
 *     npm run mutants -- wasm --only digest     only what has these words in its name
 *     npm run mutants -- compare --list         the numbers and names of all of a room's
 *
 * The ways are those of cargo-mutants, which compiles the crate once for each; `mutants/` compiles them all at once. What
 * survives and does no harm is explained in `mutants/explained.txt`. Outcomes stay in `target/mutants/outcomes.txt`.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot, paths } from './project.mjs';
import { run } from './run.mjs';
import { Problem, runMain } from './say.mjs';
import { ensureRust } from './tools.mjs';

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    const { cargo } = await ensureRust();
    const directory = join(paths.target, 'mutants', 'program');
    const args = ['run', '--quiet', '--manifest-path', inRoot('mutants', 'Cargo.toml'), '--target-dir', directory];
    const { status } = await run(cargo, [...args, '--', ...process.argv.slice(2)], { aloud: true });
    if (status !== 0)
      throw new Problem('Mutants survive that nothing explains, or an explanation has no mutant; see above.');
  });
}
