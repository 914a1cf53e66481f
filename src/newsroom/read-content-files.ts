import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { ContentFile } from '../content/article/content-file.ts';
import type { PublicationSettings } from '../content/settings/publication-settings.ts';
import { pathOnDisk } from '../outputs/pictures/path-on-disk.ts';
import { timeGrain } from '../system/cache/cached-file.ts';
import { hashCode } from '../system/cache/hash-code.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';
import type { FileMemory } from './live-memory.ts';
import { type RenderJob, renderFiles } from './render-pool.ts';
import { hasRendered } from './rendered-store.ts';

/** The rooms whose code decides what a copy becomes: part of every cache key of a text. */
const rooms = ['content', 'language', 'system/problems'];

export interface ReadContentFilesOptions {
  readonly root: string;
  readonly contentDir: string;
  readonly cacheDir: string;
  /** The content folder as problems name it. */
  readonly shown: string;
  readonly publication: PublicationSettings;
  /** What an earlier run read, by path. */
  readonly earlier: (path: string) => Reading | undefined;
  /** What is known of files. */
  readonly known: FileMemory;
  /** Whether a renderer is kept ready for the next reading. */
  readonly keepReady?: boolean;
}

/** All that the reading of a file depends on. */
export interface ReadFrom {
  /** Hash of the renderer and of the settings that it reads by. */
  readonly recipe: string;
  /** SHA-256 of the bytes that were read. */
  readonly bytes: string;
  /**
   * Size, times and inode of the file as it was when it was read, where it was older than a disk
   * can tell: one that looks the same has the same bytes.
   */
  readonly look?: string;
}

/** A copy and what it was made from. */
export interface StoredContentFile extends ReadFrom {
  readonly copy: ContentFile;
}

/** What was wrong with a file. */
export interface FailedReading extends ReadFrom {
  readonly problems: readonly Problem[];
  /** As far as it can be read. */
  readonly faulty?: ContentFile;
}

export type Reading = StoredContentFile | FailedReading;

/** Whether two readings of one file must be the same. */
export function isSameReading(one: ReadFrom, other: ReadFrom): boolean {
  return one.bytes === other.bytes && one.recipe === other.recipe;
}

/**
 * Reads copies, by their paths below the content folder. Those that an earlier run read from
 * the same bytes with the same renderer are taken as they are; the others are rendered.
 * Faults of files that were not even read are `problems`.
 */
export async function readContentFiles(
  paths: readonly string[],
  options: ReadContentFilesOptions,
): Promise<{ readings: ReadonlyMap<string, Reading>; problems: Problem[] }> {
  const { root, contentDir, cacheDir, shown, publication, earlier, known, keepReady } = options;
  const { languages, limits } = publication;
  const version = hashCode(root, rooms);
  const recipe = createHash('sha256')
    .update(JSON.stringify([version, shown, languages, limits.nesting]))
    .digest('hex')
    .slice(0, 32);
  const readings = new Map<string, Reading>();
  const problems: Problem[] = [];
  const looks = new Map<string, Look>();
  const jobs: RenderJob[] = [];
  const nameOfBytes = `at most ${limits.size} bytes`;
  // Synchronous on purpose: thousands of small files are read several times faster so.
  for (const path of paths) {
    const file = `${shown}/${path}`;
    const before = earlier(path);
    const found = known.once(path, nameOfBytes, () =>
      lookWithin(pathOnDisk(contentDir, path), limits.size, before),
    );
    if (!('bytes' in found)) {
      problems.push({ severity: 'error', file, line: 1, column: 1, field: 'text', ...found });
      continue;
    }
    const { bytes, look } = found;
    if (before?.bytes === bytes && before.recipe === recipe && isUsable(path, before)) {
      readings.set(path, look === before.look ? before : withLook(before, look));
      continue;
    }
    looks.set(path, found);
    jobs.push({
      ...{ path, file, contentDir, cacheDir, languages, version },
      nesting: limits.nesting,
    });
  }
  const pool = { root, seconds: limits.time, ...(keepReady ? { keepReady } : {}) };
  for (const report of await renderFiles(jobs, pool)) {
    const { path, copy, faulty } = report;
    // The file may have changed since it was looked at: what counts is what was read of it.
    const seen = looks.get(path);
    const bytes = report.bytes ?? seen?.bytes ?? '';
    const look = bytes === seen?.bytes ? seen.look : undefined;
    const from = { recipe, bytes, ...(look === undefined ? {} : { look }) };
    if (copy) {
      readings.set(path, { copy, ...from });
      known.set(path, copy.body.key, true);
    } else
      readings.set(path, {
        ...{ problems: report.problems, ...from },
        ...(faulty ? { faulty } : {}),
      });
  }
  return { readings, problems };

  function isUsable(path: string, reading: Reading): boolean {
    if (!('copy' in reading)) return true;
    const { key } = reading.copy.body;
    return known.once(path, key, () => hasRendered(cacheDir, key));
  }
}

/** Of a file's bytes. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

type Fault = Pick<Problem, 'message' | 'cure'>;

type Look = Pick<ReadFrom, 'bytes' | 'look'>;

function withLook(reading: Reading, look: string | undefined): Reading {
  const { look: _, ...others } = reading;
  return look === undefined ? others : { ...others, look };
}

/**
 * Looks at a file, and reads it where it does not look as `before`. Gives why where it is not
 * read: it is never opened where it is too large.
 */
function lookWithin(path: string, limit: number, before: ReadFrom | undefined): Look | Fault {
  try {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path);
    if (size > limit) return tooLarge(size, limit);
    const isOld = Math.max(mtimeMs, ctimeMs) < Date.now() - timeGrain;
    const look = isOld ? [size, mtimeMs, ctimeMs, ino].join(' ') : undefined;
    if (look !== undefined && look === before?.look) return { bytes: before.bytes, look };
    const bytes = hashOf(readFileSync(path));
    return look === undefined ? { bytes } : { bytes, look };
  } catch (error) {
    const { code = 'an error' } = error as NodeJS.ErrnoException;
    const cure = 'give yourself permission to read the file, or remove it';
    return { message: wrongValue('a file that can be read', code), cure };
  }
}

function tooLarge(size: number, limit: number): Fault {
  const inMegabytes = (bytes: number) =>
    `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/u, '')} MB`;
  return {
    message: wrongValue(`at most ${inMegabytes(limit)}`, inMegabytes(size)),
    cure: 'split the article, or raise `limits: {size: …}` in publication.yaml',
  };
}
