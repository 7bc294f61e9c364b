/** `THIRD-PARTY-NOTICES.md`: whose work is compiled into the core, and under which terms. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot, wasmTarget } from './project.mjs';
import { run } from './run.mjs';
import { lastLines, Problem } from './say.mjs';
import { ensureRust } from './tools.mjs';

const HEAD = `# Third-party notices

\`crossread_bg.wasm\`, and what is made of it, contains the work of others.

## Data

- \`models/tags.bin\`, which tells parts of speech, is derived from UD English-EWT
  (https://github.com/UniversalDependencies/UD_English-EWT, CC BY-SA 4.0) and GUM (https://github.com/amir-zeldes/gum,
  annotations CC BY 4.0, texts CC BY and CC BY-SA), and is under CC BY-SA 4.0
  (https://creativecommons.org/licenses/by-sa/4.0/). It holds no text.
- Place names are in part from GeoNames (https://www.geonames.org, CC BY 4.0).
- Each list in \`src/lexicon/data\` of the repository names at its top where its facts are from.

## Code

The standard library of Rust (https://www.rust-lang.org, MIT or Apache-2.0), and these crates:
`;

/** The text of the licence that is chosen: MIT where it is offered. @param {string} directory */
function licence(directory) {
  const files = readdirSync(directory).filter((name) => /^(licen[cs]e|copying)/i.test(name));
  const chosen = files.find((name) => /mit/i.test(name)) ?? files.find((name) => !/apache/i.test(name)) ?? files[0];
  return chosen ? readFileSync(join(directory, chosen), 'utf8').replace(/\r\n?/g, '\n').trim() : '';
}

/** The notices, from the sources of the crates that are compiled into the WebAssembly. */
export async function notices() {
  const { cargo } = await ensureRust();
  const args = ['metadata', '--format-version', '1', '--locked', '--filter-platform', wasmTarget];
  const { status, stdout, output } = await run(cargo, args, { cwd: inRoot() });
  if (status !== 0) throw new Problem('Cargo cannot list the crates.', lastLines(output));
  const { packages, resolve } = JSON.parse(stdout);
  const crates = new Map(packages.map((/** @type {any} */ crate) => [crate.id, crate]));
  const nodes = new Map(resolve.nodes.map((/** @type {any} */ node) => [node.id, node]));
  /** @type {Set<string>} */
  const compiled = new Set();
  const walk = (/** @type {string} */ id) => {
    const runs = crates.get(id).targets.every((/** @type {any} */ { kind }) => !kind.includes('proc-macro'));
    if (!runs || compiled.has(id)) return;
    compiled.add(id);
    for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) {
      if (kinds.some((/** @type {any} */ { kind }) => kind === null)) walk(pkg);
    }
  };
  walk(resolve.root);
  compiled.delete(resolve.root);
  /** @type {Map<string, string[]>} */
  const texts = new Map();
  const named = [...compiled].map((id) => crates.get(id)).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, version, license, manifest_path: manifest } of named) {
    const text = licence(dirname(manifest));
    texts.set(text, [...(texts.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const parts = [...texts].map(([text, names]) => `### ${names.join(', ')}\n\n\`\`\`text\n${text}\n\`\`\`\n`);
  return [HEAD, ...parts].join('\n');
}
