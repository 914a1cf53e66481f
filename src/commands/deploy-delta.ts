import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { compareFileLists } from '../hosting/compare-file-lists.ts';
import { type FileList, parseFileList } from '../hosting/file-list.ts';
import { formatDelta } from '../hosting/format-delta.ts';
import { codeOf } from '../hosting/hosting-error.ts';
import { loadHostedSite } from '../hosting/load-hosted-site.ts';
import { CommandError, runCommand } from './run-command.ts';

/**
 * `npm run deploy-delta -- --since FILE [--json]`: what the last build changes on a host that
 * holds the files of the list in FILE, and which addresses its caches must forget.
 */
await runCommand(async ({ outDir }) => {
  const { since, json } = parseArguments(process.argv.slice(2));
  const folder = resolve(outDir);
  const { basePath, siteUrl = '' } = await loadHostedSite(folder);
  const before = await loadList(since);
  const after = await loadList(join(`${folder}-hosting`, 'files.json'));
  const delta = compareFileLists(before, after);
  const purge = delta.purge.map((address) => siteUrl + basePath + address.slice(1));
  const whole = { ...delta, purge };
  process.stdout.write(json ? `${JSON.stringify(whole, null, 2)}\n` : formatDelta(whole));
});

function parseArguments(given: readonly string[]): { since: string; json: boolean } {
  const rest = given.filter((option) => option !== '--json');
  const [option, since, ...more] = rest;
  if (option === '--since' && since !== undefined && more.length === 0)
    return { since, json: rest.length < given.length };
  throw new CommandError(
    `deploy-delta: expected --since FILE, the files.json of what the host holds, got ${given.join(' ') || 'nothing'}`,
  );
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
