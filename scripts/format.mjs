/** `npm run format`: brings Rust, JavaScript, CSS, HTML and JSON into their one form. */
import { join } from 'node:path';
import { paths } from './project.mjs';
import { run } from './run.mjs';
import { Problem, runMain } from './say.mjs';
import { setUpNode } from './setup.mjs';
import { ensureRust } from './tools.mjs';

await runMain(async () => {
  const { cargo } = await ensureRust();
  await setUpNode();
  const options = { cwd: paths.root, aloud: true };
  const rust = await run(cargo, ['fmt'], options);
  const rest = await run(
    process.execPath,
    [join(paths.nodeModules, 'prettier', 'bin', 'prettier.cjs'), '--write', '--log-level', 'warn', '.'],
    options,
  );
  if (rust.status !== 0 || rest.status !== 0) throw new Problem('Something could not be formatted.');
});
