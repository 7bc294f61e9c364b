/**
 * `npm test`: every check there is. All steps run, even after one has failed.
 *
 *     npm test                      all
 *     npm test -- native style      some parts: style, scripts, native, package, install, browser, page
 */
import { bold, dim, duration, green, Problem, red, runMain, say } from './say.mjs';
import { parts, steps } from './steps.mjs';

/**
 * @param {import('./steps.mjs').Step} step
 * @returns {Promise<import('./steps.mjs').Result>}
 */
async function attempt(step) {
  try {
    return await step.run();
  } catch (error) {
    const { message, detail, stack } = /** @type {Problem} */ (error);
    return {
      ok: false,
      output: error instanceof Problem ? [detail, message].filter(Boolean).join('\n') : String(stack),
    };
  }
}

await runMain(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((part) => !parts.includes(part));
  if (unknown.length)
    throw new Problem(`There is no part called ${unknown.join(', ')}. The parts are ${parts.join(', ')}.`);
  const chosen = steps.filter(({ part }) => wanted.length === 0 || wanted.includes(part));
  const corpus = process.env.CROSSREAD_CORPUS;
  say(
    dim(
      corpus
        ? `Tests on outside articles read ${corpus}.`
        : 'Tests on outside articles are skipped: CROSSREAD_CORPUS is not set.',
    ),
  );

  const begun = performance.now();
  const total = { passed: 0, failed: 0, skipped: 0 };
  /** @type {string[]} */
  const broken = [];
  for (const step of chosen) {
    const start = performance.now();
    say(`${dim('…')} ${step.name}`);
    const { ok, output, passed, failed = 0, skipped = 0, notes = [] } = await attempt(step);
    // A step that runs tests counts by its tests; any other is one check. A step that broke counts as one failure at least.
    total.passed += passed ?? (ok ? 1 : 0);
    total.failed += ok ? failed : Math.max(failed, 1);
    total.skipped += skipped;
    const counts = [
      passed !== undefined && `${passed} passed`,
      failed && `${failed} failed`,
      skipped && `${skipped} skipped`,
    ];
    const tail = [...counts.filter(Boolean), duration(performance.now() - start)].join(', ');
    if (!ok) {
      broken.push(step.name);
      say(output.trimEnd());
    }
    say(`${ok ? green('✓') : red('✗')} ${step.name} ${dim(`(${tail})`)}`);
    for (const note of notes) say(dim(`  ${note}`));
  }

  say();
  for (const name of broken) say(`${red('✗')} ${bold(name)}`);
  say(
    dim(
      `${chosen.length} steps in ${duration(performance.now() - begun)}${total.skipped ? `; ${total.skipped} tests skipped` : ''}`,
    ),
  );
  say(`${total.passed} passed, ${total.failed} failed`);
  if (total.failed) process.exitCode = 1;
});
