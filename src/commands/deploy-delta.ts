import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { codeOf } from '../hosting/hosting-error.ts';
import { loadHostedSite } from '../hosting/hosts/host-files.ts';
import {
  compareFileLists,
  formatDelta,
  formatDeltaAsJson,
  type ListedFile,
  readFileList,
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
  const before = listOf(since);
  const after = listOf(join(`${folder}-hosting`, 'files.json'));
  const delta = compareFileLists(before, after);
  const purge = delta.purge.map((address) => siteUrl + basePath + address.slice(1));
  const whole = { ...delta, purge };
  for (const line of json ? formatDeltaAsJson(whole) : formatDelta(whole))
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

function* listOf(path: string): Generator<ListedFile> {
  try {
    yield* readFileList(path, path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EISDIR') throw error;
    throw new CommandError(
      `deploy-delta: expected a list of files at ${path}, got none; a first deploy uploads everything`,
    );
  }
}
