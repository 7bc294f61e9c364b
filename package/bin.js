#!/usr/bin/env node
/**
 * `crossread`: what several articles say together and apart, from a terminal.
 *
 *     crossread analyze story.json        the analysis, as JSON
 *     crossread render story.json         the HTML to put inside <cross-read>
 *     crossread page story.json           one HTML file that needs no other, from file:// and with the network off
 *
 * It ends with 0; with 2 for what it was asked wrongly, 3 for what could not be read or written, 4 for a story that is
 * refused, and 1 where Crossread itself failed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import load, { analyze, version } from './node.js';
import { page } from './page.js';
import { renderWith } from './render.js';

const HELP = `Usage: crossread <command> [options] <story.json | ->

Compares several articles about one event. A story is JSON: { "title"?, "articles": [{ "source", "title",
"url", "published", "text" or "html" }, …] }; - stands for the standard input.

Commands
  analyze   prints what the articles say together and apart, as JSON
  render    prints the HTML to put inside <cross-read>: readable without scripts
  page      prints one HTML file that needs no other and no network

Options
  --summary short|medium|long   how long the summary is (analyze: long; render and page: medium)
  --lang TAG                    render, page: the language of the interface (ar, de, en, es, fr, ja, ko, zh)
  --sections A,B                render, page: the sections that are shown, in this order (summary, differences,
                                grid, only, quotes, timeline, wording, shared, read)
  -o, --output FILE             writes to the file instead of the standard output
  -h, --help                    prints this
  -v, --version                 prints the version

Exit status: 0 done; 1 Crossread failed; 2 wrong usage; 3 something could not be read or written;
4 the story was refused.
`;

/** What ends the program, with its exit status. */
class Refusal extends Error {
  /**
   * @param {number} status
   * @param {string} message
   */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const STATUS = { failed: 1, usage: 2, input: 3, story: 4 };

/** The errors of Crossread that are about how it was asked. */
const ABOUT_OPTIONS = /^(unknown-option|bad-option)$/;

/** @param {string[]} given */
function read(given) {
  try {
    return parseArgs({
      args: given,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        lang: { type: 'string' },
        output: { type: 'string', short: 'o' },
        sections: { type: 'string' },
        summary: { type: 'string' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    throw new Refusal(STATUS.usage, `${/** @type {Error} */ (error).message}\nTry crossread --help.`);
  }
}

/** @param {string} file */
function storyIn(file) {
  let json;
  try {
    json = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new Refusal(STATUS.input, `fetch-failed: ${/** @type {Error} */ (error).message}`);
  }
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Refusal(STATUS.input, `not-json: ${file}: ${/** @type {Error} */ (error).message}`);
  }
}

/**
 * @param {string} text
 * @param {string} [file]
 */
function write(text, file) {
  try {
    writeFileSync(file ?? 1, text);
  } catch (error) {
    // Whoever reads may have read enough.
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EPIPE') return;
    throw new Refusal(STATUS.input, /** @type {Error} */ (error).message);
  }
}

/** @type {Record<string, { options: string[], run: (story: any, options: any) => string | Promise<string> }>} */
const commands = {
  analyze: {
    options: ['summary'],
    run: (story, options) => `${JSON.stringify(analyze(story, options), null, 2)}\n`,
  },
  render: {
    options: ['lang', 'sections', 'summary'],
    run: async (story, options) => `${(await renderWith(story, options)).html}\n`,
  },
  page: { options: ['lang', 'sections', 'summary'], run: page },
};

/** @param {string[]} given */
async function main(given) {
  const { values, positionals } = read(given);
  if (values.help) return write(HELP);
  await load();
  if (values.version) return write(`${version()}\n`);
  const [name, file, ...others] = positionals;
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  const names = Object.keys(commands).join(', ');
  if (!command)
    throw new Refusal(
      STATUS.usage,
      `${name ? `there is no command "${name}"` : 'no command'}: ${names}\nTry crossread --help.`,
    );
  if (file === undefined || others.length)
    throw new Refusal(STATUS.usage, `${name} takes one file, or - for the standard input\nTry crossread --help.`);
  const { output, sections, ...rest } = values;
  const options = { ...rest, ...(sections !== undefined && { sections: sections.split(/[\s,]+/).filter(Boolean) }) };
  const foreign = Object.keys(options).find((option) => !command.options.includes(option));
  if (foreign) throw new Refusal(STATUS.usage, `${name} has no option --${foreign}\nTry crossread --help.`);
  return write(await command.run(storyIn(file), options), output);
}

/** @param {any} error */
function statusOf({ status, code }) {
  if (status) return status;
  if (code === 'fetch-failed') return STATUS.input;
  if (ABOUT_OPTIONS.test(code)) return STATUS.usage;
  return code && code !== 'internal' ? STATUS.story : STATUS.failed;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const { code, message } = /** @type {any} */ (error);
  process.exitCode = statusOf(error);
  process.stderr.write(`crossread: ${code ? `${code}: ` : ''}${message ?? error}\n`);
}
