import { createHash, hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { hashOfData } from '../content/article/read-data-files.ts';
import { toTextWords } from '../content/markdown/text-words.ts';
import type { PublicationSettings } from '../content/settings/publication-settings.ts';
import type { Words } from '../language/words.ts';
import { pathOnDisk } from '../outputs/pictures/path-on-disk.ts';
import { timeGrain } from '../system/cache/cached-file.ts';
import { hashCode } from '../system/cache/hash-code.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';
import type { BundledSteps } from '../theme/bundle-steps.ts';
import { hasRendered, type ReadFrom, type Reading } from './content-store.ts';
import type { FileMemory } from './file-memory.ts';
import { loadData } from './load-data.ts';
import { type RenderJob, renderFiles } from './render-pool.ts';

/** The folders of `src` whose code reads and renders content files: a part of the cache key of texts. */
export const readerCode = ['content', 'language', 'system/problems'];

export interface ReadContentFilesOptions {
  readonly root: string;
  readonly contentDir: string;
  readonly cacheDir: string;
  /** The content folder as problems name it. */
  readonly shown: string;
  /** See `projectFiles`. */
  readonly project: readonly string[];
  readonly publication: PublicationSettings;
  /** Gives the reading of an earlier run, by path. */
  readonly earlier: (path: string) => Reading | undefined;
  readonly known: FileMemory;
  /** Whether the files that `earlier` has were read just now: they are not opened. Default: false. */
  readonly isGathered?: boolean;
  /** Steps of the publication for texts. */
  readonly steps?: BundledSteps | undefined;
  /** Whether to keep a child process ready for the next reading. Default: false. */
  readonly keepReady?: boolean;
}

/**
 * Reads content files by their paths below the content folder. Takes the earlier reading of a file with
 * the same bytes and renderer, and renders the others. `problems` are those of files that could not be
 * read at all.
 */
export async function readContentFiles(
  paths: readonly string[],
  options: ReadContentFilesOptions,
): Promise<{ readings: ReadonlyMap<string, Reading>; problems: Problem[] }> {
  const { root, contentDir, cacheDir, shown, project } = options;
  const { publication, earlier, known, keepReady, isGathered = false } = options;
  const { languages, limits, timeZone, words } = publication;
  const { steps } = options;
  const version = [hashCode(readerCode), steps?.hash ?? []].flat().join();
  const recipe = createHash('sha256')
    .update(JSON.stringify([version, shown, languages, limits.nesting, timeZone]))
    .update(JSON.stringify(Object.entries(words ?? {}).map(toOwnTextWords)))
    .digest('hex')
    .slice(0, 32);
  const readings = new Map<string, Reading>();
  const problems: Problem[] = [];
  const looks = new Map<string, Look>();
  const jobs: RenderJob[] = [];
  const nameOfBytes = `at most ${limits.size} bytes`;
  // Synchronous, which is several times faster for thousands of small files.
  for (const path of paths) {
    const file = `${shown}/${path}`;
    const before = earlier(path);
    const found =
      isGathered && before
        ? before
        : known.once(path, nameOfBytes, () =>
            lookWithin(pathOnDisk(contentDir, path), limits.size, before),
          );
    if (!('bytes' in found)) {
      problems.push({ severity: 'error', file, line: 1, column: 1, field: 'text', ...found });
      continue;
    }
    const { bytes, look } = found;
    if (
      before?.bytes === bytes &&
      before.recipe === recipe &&
      hasSameData(before) &&
      (isGathered || isUsable(path, before))
    ) {
      readings.set(path, look === before.look ? before : withLook(before, look));
      continue;
    }
    looks.set(path, found);
    jobs.push({
      ...{ path, file, contentDir, cacheDir, project, languages, version },
      nesting: limits.nesting,
      timeZone,
    });
  }
  const pool = { root, seconds: limits.time, keepReady, shared: { words, steps } };
  for (const report of await renderFiles(jobs, pool)) {
    const { path, content, faulty } = report;
    // The file may have changed meanwhile. What the child process has read counts.
    const seen = looks.get(path);
    const bytes = report.bytes ?? seen?.bytes ?? '';
    const look = bytes === seen?.bytes ? seen.look : undefined;
    const from = { recipe, bytes, look, ...(report.data && { data: report.data }) };
    if (content) {
      readings.set(path, { content, ...from });
      known.set(path, content.body.key, true);
    } else
      readings.set(path, {
        ...{ problems: report.problems, ...from },
        faulty,
        ...(report.bytes === undefined ? { lost: true } : {}),
      });
  }
  return { readings, problems };

  function hasSameData({ data = {} }: Reading): boolean {
    return Object.entries(data).every(
      ([named, sha256]) =>
        known.once(named, 'data', () => hashOfData(loadData(contentDir, named, project))) ===
        sha256,
    );
  }

  function isUsable(path: string, reading: Reading): boolean {
    if (!('content' in reading)) return true;
    const { key } = reading.content.body;
    return known.once(path, key, () => hasRendered(cacheDir, key));
  }
}

function toOwnTextWords([language, words]: [string, Words]) {
  return [language, toTextWords(words)];
}

type Fault = Pick<Problem, 'message' | 'cure'>;

type Look = Pick<ReadFrom, 'bytes' | 'look'>;

function withLook(reading: Reading, look: string | undefined): Reading {
  const { look: _, ...others } = reading;
  return look === undefined ? others : { ...others, look };
}

/**
 * Hashes a file, or takes the hash of `before` if its size and times are the same. A file that is too
 * large is never opened, but is a fault.
 */
function lookWithin(path: string, limit: number, before: ReadFrom | undefined): Look | Fault {
  try {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path);
    if (size > limit) return tooLarge(size, limit);
    const isOld = Math.max(mtimeMs, ctimeMs) < Date.now() - timeGrain;
    const look = isOld ? [size, mtimeMs, ctimeMs, ino].join(' ') : undefined;
    if (look !== undefined && look === before?.look) return { bytes: before.bytes, look };
    const bytes = hash('sha256', readFileSync(path));
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
