import { constants } from 'node:fs';
import { access, mkdtemp, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../src/commands/parse-command.ts';

// Corpus, caches, two outputs and a clone of the project, rounded up.
const diskBytes = { always: 1.5e9, perArticle: 200_000 };
// Processes of the tool that needs most.
const memoryBytes = { always: 1.5e9, perArticle: 150_000 };

/**
 * Creates an empty folder for benchmarks with corpora of up to `articles`. It is on the RAM
 * disk if that has enough space, so that the disk is not measured; otherwise in the folder for
 * temporary files.
 *
 * @throws {CommandError} if memory or disk space is not enough, with the amounts
 */
export async function makeWorkbench(articles: number): Promise<string> {
  const disk = toBytes(diskBytes, articles);
  const memory = toBytes(memoryBytes, articles);
  const available = process.availableMemory();
  const refuse = (what: string, needed: number, there: number) => {
    const [wanted, got] = [needed, there].map((bytes) => (bytes / 1e9).toFixed(1));
    throw new CommandError(
      `bench: ${articles} articles need ${wanted} GB of ${what}, and ${got} GB are free`,
    );
  };
  if (available < memory) refuse('memory', memory, available);
  // Files on the RAM disk use memory, too.
  const ramDisk = '/dev/shm';
  const fits = available > disk + memory && (await loadRoom(ramDisk)) > disk;
  const parent = fits ? ramDisk : tmpdir();
  const room = await loadRoom(parent);
  if (room < disk) refuse(`room in ${parent} (TMPDIR names another folder)`, disk, room);
  return mkdtemp(join(parent, 'dateline-bench-'));
}

function toBytes(need: typeof diskBytes, articles: number): number {
  return need.always + need.perArticle * articles;
}

/** Free bytes of a folder; 0 if it is not writable. */
async function loadRoom(folder: string): Promise<number> {
  try {
    await access(folder, constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
