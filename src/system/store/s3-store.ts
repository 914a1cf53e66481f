import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { clearWay, LostFromCache } from '../cache/cached-file.ts';
import { checkName } from './check-name.ts';
import { checkRclone, type Moved, type RcloneOptions, runRclone } from './run-rclone.ts';
import type { S3Address } from './s3-address.ts';
import type { Store } from './store.ts';

/** Folder of the local folder into which files are received, before they are moved into place. */
const incoming = 'incoming';

const day = 86_400_000;

/** In the bucket, for the person who finds it. Writing it shows that the store can be written. */
const note = {
  name: 'README.txt',
  text: 'Parts of builds of Dateline. They can be deleted when no build runs; the next one makes them again.\n',
};

/** The same content has the same MD5, whatever its time: the cache changes times of files that it reads. */
const comparing = ['--checksum', '--local-no-check-updated', '--local-no-set-modtime'];

/**
 * A folder of a bucket, through the program `rclone`: one process for each list of names. Its
 * operations run one after another. See `Store`.
 *
 * @throws {StoreError} if the bucket cannot be read or written, with the reason and the cure
 */
export async function openS3Store(
  { bucket, path }: S3Address,
  folder: string,
  options: Pick<RcloneOptions, 'stallSeconds'> = {},
): Promise<Store> {
  // The path is part of the remote, so that rclone sees nothing outside of it.
  const remote = `:s3:${path === '' ? bucket : `${bucket}/${path}`}`;
  await checkRclone();
  await runRclone(['rcat', `${remote}/${note.name}`], { ...options, input: note.text });
  await runRclone(['lsf', '--max-depth=1', remote], options);
  await removeOldDrafts(folder);
  const received = { files: 0, bytes: 0 };
  const sent = { files: 0, bytes: 0 };
  const run = async (args: readonly string[], names: Names, count?: Moved) => {
    for (const [flag, input] of listsOf(names)) {
      const moved = await runRclone([...args, ...flag], { ...options, input });
      if (count) Object.assign(count, sum(count, moved));
    }
  };
  const pull = async (names: Names) => {
    const draft = join(folder, incoming, randomUUID());
    const compare = [...comparing, `--compare-dest=${folder}`];
    try {
      await run(['copy', remote, draft, ...compare], names, received);
      await moveIntoPlace(draft, folder);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  };
  const push = async (names: Names) => {
    for (const name of names.files)
      if (!existsSync(join(folder, name))) throw new LostFromCache(join(folder, name));
    await run(['copy', folder, remote, ...comparing], names, sent);
  };
  const remove = async (names: Names) => {
    await run(['delete', remote], names);
    for (const name of [...names.files, ...names.folders])
      await rm(join(folder, name), { recursive: true, force: true });
  };
  let last: Promise<unknown> = Promise.resolve();
  const inOrder = (operation: (names: Names) => Promise<void>) => (names: Iterable<string>) => {
    const sorted = sortNames(names);
    const next = last.then(() => operation(sorted));
    last = next.catch(() => undefined);
    return next;
  };
  return {
    folder,
    pull: inOrder(pull),
    push: inOrder(push),
    remove: inOrder(remove),
    traffic: () => ({ received: { ...received }, sent: { ...sent } }),
  };
}

interface Names {
  readonly files: readonly string[];
  /** Each ends with `/`. */
  readonly folders: readonly string[];
}

function sortNames(names: Iterable<string>): Names {
  const all = [...new Set(names)].map(checkName);
  const isFolder = (name: string) => name.endsWith('/');
  return { files: all.filter((name) => !isFolder(name)), folders: all.filter(isFolder) };
}

/** The lists that `rclone` reads from its standard input. It does not list folders for files by name. */
function listsOf({ files, folders }: Names): [readonly string[], string][] {
  const lists: [readonly string[], string][] = [];
  if (files.length > 0)
    lists.push([['--no-traverse', '--files-from-raw=-'], `${files.join('\n')}\n`]);
  if (folders.length > 0) {
    const rules = folders.map((name) => `+ /${name.replace(/[*?[\]{}\\]/gu, '\\$&')}**`);
    lists.push([['--filter-from=-'], `${rules.join('\n')}\n- *\n`]);
  }
  return lists;
}

function sum(a: Moved, b: Moved): Moved {
  return { files: a.files + b.files, bytes: a.bytes + b.bytes };
}

/** Moves all files below `draft` to the same names below `folder`. Synchronous, see `storeFile`. */
async function moveIntoPlace(draft: string, folder: string): Promise<void> {
  if (!existsSync(draft)) return;
  for (const entry of readdirSync(draft, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    const name = relative(draft, from).replaceAll(sep, '/');
    const to = join(folder, name);
    try {
      mkdirSync(dirname(to), { recursive: true });
      renameSync(from, to);
    } catch {
      await clearWay(folder, name);
      mkdirSync(dirname(to), { recursive: true });
      renameSync(from, to);
    }
  }
}

/** Removes what killed commands have received. */
async function removeOldDrafts(folder: string): Promise<void> {
  const drafts = join(folder, incoming);
  for (const name of await readdir(drafts).catch((): string[] => [])) {
    const found = await stat(join(drafts, name)).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > day)
      await rm(join(drafts, name), { recursive: true, force: true });
  }
}
