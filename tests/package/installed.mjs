/** A project of somebody else's that has installed the tarball, for tests of what a developer gets. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paths } from '../../scripts/project.mjs';
import { npm } from '../../scripts/run.mjs';

/**
 * Packs `pkg/` and installs it into a project of its own. npm asks no registry: the package has no dependencies.
 * @returns {Promise<{ project: string, tarball: string, packed: { path: string, size: number, mode: number }[], remove: () => void }>}
 */
export async function installTarball() {
  const project = mkdtempSync(join(tmpdir(), 'crossread-package-'));
  const pack = await npm(['pack', '--json', '--pack-destination', project], { cwd: paths.pkg });
  assert.equal(pack.status, 0, pack.output);
  const [{ filename, files }] = Object.values(JSON.parse(pack.stdout));
  const tarball = join(project, filename);
  writeFileSync(join(project, 'package.json'), '{ "type": "module", "private": true }');
  const install = await npm(['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: project });
  assert.equal(install.status, 0, install.output);
  return { project, tarball, packed: files, remove: () => rmSync(project, { recursive: true, force: true }) };
}
