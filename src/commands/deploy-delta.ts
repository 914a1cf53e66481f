import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { codeOf } from '../hosting/hosting-error.ts';
import { loadHostedSite } from '../hosting/hosts/host-files.ts';
import {
  compareFileLists,
  type FileList,
  formatDelta,
  parseFileList,
} from '../hosting/output/file-list.ts';
import { CommandError } from './parse-command.ts';
import { type CommandRun, runCommand } from './run-command.ts';

/**
 * `npm run deploy-delta -- --since FILE [--json]`: lists what the last build changes on a host that has
 * the files of the list FILE, and which addresses to purge from its caches.
 */
await runCommand('deploy-delta', deployDelta, { ownJson: true });

async function deployDelta({ settings, options }: CommandRun<'deploy-delta'>): Promise<void> {
  const { since, json } = options;
  if (since === undefined)
    throw new CommandError(
      'deploy-delta: --since: missing; write --since FILE, the files.json of the build that the host has',
    );
  const folder = resolve(settings.outDir);
  const { basePath, siteUrl = '' } = await loadHostedSite(folder);
  const before = await loadList(since);
  const after = await loadList(join(`${folder}-hosting`, 'files.json'));
  const delta = compareFileLists(before, after);
  const purge = delta.purge.map((address) => siteUrl + basePath + address.slice(1));
  const whole = { ...delta, purge };
  process.stdout.write(json ? `${JSON.stringify(whole, null, 2)}\n` : formatDelta(whole));
}

async function loadList(path: string): Promise<FileList> {
  const text = await readFile(path, 'utf8').catch((error) => {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EISDIR') throw error;
    throw new CommandError(
      `deploy-delta: expected a list of files at ${path}, got none; a first deploy uploads everything`,
    );
  });
  return parseFileList(text, path);
}
