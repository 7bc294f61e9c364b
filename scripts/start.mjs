/**
 * `npm start`: sets up what is missing, builds what has changed, serves the demo and says where.
 *
 *     npm start -- --port 9000 --host 0.0.0.0
 */
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { inRoot } from './project.mjs';
import { bold, dim, Problem, runMain, say } from './say.mjs';
import { published, serve } from './serve.mjs';

const PORT = '8017';

function options() {
  try {
    const { values } = parseArgs({
      options: {
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: process.env.PORT || PORT },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error(`--port ${values.port} is no port number`);
    return { host: values.host, port };
  } catch (error) {
    throw new Problem(`${/** @type {Error} */ (error).message}. Usage: npm start -- [--port N] [--host ADDRESS]`);
  }
}

await runMain(async () => {
  const wanted = options();
  await build();
  // The element is served from its source, so that an edit is seen on the next reload.
  const { address, port } = await serve({
    ...wanted,
    mounts: [['/pkg/element/', inRoot('www', 'element')], ...published],
  });
  if (wanted.port !== 0 && port !== wanted.port) say(dim(`Port ${wanted.port} is taken, so it is ${port}.`));
  say();
  say(`Crossread is at ${bold(address)}`);
  say(dim('Edit www/ and reload; after an edit in src/, start again. Ctrl-C ends it.'));
});
