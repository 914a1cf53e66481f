import { createHash, hash, randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { bucketOf } from '../../system/cache/bucket.ts';
import type { PrintedSheet } from '../ledger.ts';
import type { Recipe } from '../sheet.ts';

/** What a print stage has to do for one file of the site. */
export type Job =
  | {
      readonly file: string;
      readonly sheet: Pick<PrintedSheet, 'kind' | 'key' | 'parts'>;
      readonly recipe: Recipe;
    }
  | { readonly file: string; readonly removed: true };

/** Bytes of jobs that are held in memory before they are written. */
const heldBytes = 32_000_000;

/** Writes jobs into a file for each bucket, piece by piece: all together may be larger than memory. */
export interface WorkWriter {
  readonly add: (job: Job) => void;
  /** Puts the files into place. Gives the SHA-256 of each by its bucket. */
  readonly close: () => Map<number, string>;
  /** Removes what was written. */
  readonly discard: () => void;
}

/** @param pathOf gives the absolute path of the file of a bucket */
export function createWorkWriter(pathOf: (bucket: number) => string): WorkWriter {
  const draft = `.${randomUUID()}.tmp`;
  const open = new Map<number, { pieces: Buffer[]; hash: ReturnType<typeof createHash> }>();
  let held = 0;
  const flush = () => {
    for (const [bucket, file] of open) {
      if (file.pieces.length === 0) continue;
      const path = pathOf(bucket) + draft;
      mkdirSync(dirname(path), { recursive: true });
      appendFileSync(path, Buffer.concat(file.pieces));
      file.pieces = [];
    }
    held = 0;
  };
  return {
    add: (job) => {
      const bucket = bucketOf(job.file);
      const bytes = serialize(job);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(bytes.length);
      const file = open.get(bucket) ?? { pieces: [], hash: createHash('sha256') };
      open.set(bucket, file);
      file.pieces.push(length, bytes);
      file.hash.update(length).update(bytes);
      held += bytes.length;
      if (held > heldBytes) flush();
    },
    close: () => {
      flush();
      for (const bucket of open.keys()) renameSync(pathOf(bucket) + draft, pathOf(bucket));
      return new Map([...open].map(([bucket, file]) => [bucket, file.hash.digest('hex')]));
    },
    discard: () => {
      for (const bucket of open.keys()) rmSync(pathOf(bucket) + draft, { force: true });
    },
  };
}

/** Reads the jobs of a bucket; undefined where the file is missing or is another one. */
export function readWork(folder: string, name: string, sha256: string): Job[] | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, name));
  } catch {
    return undefined;
  }
  if (hash('sha256', bytes) !== sha256) return undefined;
  const jobs: Job[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + bytes.readUInt32LE(at);
    // The hash is right: the content is what `createWorkWriter` wrote.
    jobs.push(deserialize(bytes.subarray(at + 4, end)) as Job);
    at = end;
  }
  return jobs;
}
