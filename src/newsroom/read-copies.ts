import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { Copy } from '../article/copy.ts';
import { hashCode } from '../cache/hash-code.ts';
import { pathOnDisk } from '../pictures/path-on-disk.ts';
import type { Problem } from '../problems/problem.ts';
import type { PublicationSettings } from '../publication/publication-settings.ts';
import { type RenderJob, renderCopies } from './render-pool.ts';
import { hasRendered } from './rendered-store.ts';

/** The rooms whose code decides what a copy becomes: part of every cache key of a text. */
const rooms = ['article', 'fields', 'language', 'markdown', 'problems', 'publication'];

export interface ReadCopiesOptions {
  readonly root: string;
  readonly contentDir: string;
  readonly cacheDir: string;
  /** The content folder as problems name it. */
  readonly shown: string;
  readonly publication: PublicationSettings;
  /** What an earlier run read, by path. */
  readonly earlier: (path: string) => SourcedCopy | undefined;
  /** Files that could not be read, by path: filled in, so that the same is not tried twice. */
  readonly failed?: Map<string, FailedReading>;
  /** Whether a renderer is kept ready for the next reading. */
  readonly keepReady?: boolean;
}

/** What was wrong with a file, and the hash of what it was. */
export interface FailedReading {
  readonly source: string;
  readonly problems: readonly Problem[];
  /** As far as it can be read. */
  readonly faulty?: Copy;
}

/** A copy and the hash of all that it was made from. */
export interface SourcedCopy {
  readonly copy: Copy;
  readonly source: string;
  /** SHA-256 of the bytes that were read. */
  readonly bytes: string;
}

/**
 * Reads copies, by their paths below the content folder. Those that an earlier run read from
 * the same bytes with the same renderer are taken as they are; the others are rendered. `faulty`
 * are those with errors, as far as they can be read.
 */
export async function readCopies(
  paths: readonly string[],
  options: ReadCopiesOptions,
): Promise<{ copies: SourcedCopy[]; faulty: Copy[]; problems: Problem[] }> {
  const { root, contentDir, cacheDir, shown, publication, earlier, failed, keepReady } =
    options;
  const { languages, limits } = publication;
  const version = hashCode(root, rooms);
  const copies: SourcedCopy[] = [];
  const faulty: Copy[] = [];
  const problems: Problem[] = [];
  const sourceOf = (path: string, bytes: string) =>
    createHash('sha256')
      .update(JSON.stringify([version, path, shown, languages, limits.nesting, bytes]))
      .digest('hex');
  const hashes = new Map<string, string>();
  const jobs: RenderJob[] = [];
  // Synchronous on purpose: thousands of small files are read several times faster so.
  for (const path of paths) {
    const file = `${shown}/${path}`;
    const onDisk = pathOnDisk(contentDir, path);
    const bytes = readWithin(onDisk, limits.size);
    if ('fault' in bytes) {
      problems.push({
        severity: 'error',
        file,
        line: 1,
        column: 1,
        field: 'text',
        ...bytes.fault,
      });
      continue;
    }
    const hash = hashOf(bytes.read);
    const source = sourceOf(path, hash);
    hashes.set(path, hash);
    const known = earlier(path);
    const failure = failed?.get(path);
    if (known?.source === source && hasRendered(cacheDir, known.copy.body.key)) {
      copies.push({ copy: known.copy, source, bytes: hash });
    } else if (failure?.source === source) {
      problems.push(...failure.problems);
      if (failure.faulty) faulty.push(failure.faulty);
    } else
      jobs.push({
        path,
        file,
        contentDir,
        cacheDir,
        languages,
        nesting: limits.nesting,
        version,
      });
  }
  const pool = { root, seconds: limits.time, ...(keepReady ? { keepReady } : {}) };
  for (const report of await renderCopies(jobs, pool)) {
    const { path, copy } = report;
    const own = report.problems.filter(({ severity }) => !copy || severity === 'error');
    problems.push(...own);
    if (report.faulty) faulty.push(report.faulty);
    // The file may have changed since it was looked at: what counts is what was read of it.
    const bytes = report.bytes ?? hashes.get(path);
    if (bytes === undefined) continue;
    const source = sourceOf(path, bytes);
    if (copy) copies.push({ copy, source, bytes });
    else
      failed?.set(path, {
        ...{ source, problems: own },
        ...(report.faulty ? { faulty: report.faulty } : {}),
      });
  }
  return { copies, faulty, problems };
}

/** Of a file's bytes. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

type Fault = Pick<Problem, 'expected' | 'got' | 'cure'>;

/** A file's bytes, or why it is not read: it is never opened where it is too large. */
function readWithin(path: string, limit: number): { read: Uint8Array } | { fault: Fault } {
  try {
    const { size } = statSync(path);
    return size > limit ? { fault: tooLarge(size, limit) } : { read: readFileSync(path) };
  } catch (error) {
    const { code = 'an error' } = error as NodeJS.ErrnoException;
    const cure = 'let everybody read the file, or remove it';
    return { fault: { expected: 'a file that can be read', got: code, cure } };
  }
}

function tooLarge(size: number, limit: number): Fault {
  const inMegabytes = (bytes: number) =>
    `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/u, '')} MB`;
  return {
    expected: `at most ${inMegabytes(limit)}`,
    got: inMegabytes(size),
    cure: 'split the article, or raise `limits: {size: …}` in publication.yaml',
  };
}
