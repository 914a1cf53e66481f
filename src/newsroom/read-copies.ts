import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { Copy } from '../article/copy.ts';
import { pathOnDisk } from '../pictures/path-on-disk.ts';
import type { Problem } from '../problems/problem.ts';
import type { PublicationSettings } from '../publication/publication-settings.ts';
import type { Entry } from './entry.ts';
import { type RenderJob, renderCopies } from './render-pool.ts';
import { markRendered } from './rendered-store.ts';
import { rendererVersion } from './renderer-version.ts';

export interface ReadCopiesOptions {
  readonly root: string;
  readonly contentDir: string;
  readonly cacheDir: string;
  /** The content folder as problems name it. */
  readonly shown: string;
  readonly publication: PublicationSettings;
  /** What an earlier run stored, by path. */
  readonly earlier: (path: string) => Entry | undefined;
}

/** A copy and the hash of all that it was made from. */
export interface SourcedCopy {
  readonly copy: Copy;
  readonly source: string;
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
  const { root, contentDir, cacheDir, shown, publication, earlier } = options;
  const { languages, limits } = publication;
  const version = rendererVersion(root);
  const copies: SourcedCopy[] = [];
  const faulty: Copy[] = [];
  const problems: Problem[] = [];
  const sources = new Map<string, string>();
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
    const source = createHash('sha256')
      .update(JSON.stringify([version, path, shown, languages, limits.nesting]))
      .update(bytes.read)
      .digest('hex');
    sources.set(path, source);
    const known = earlier(path);
    if (known?.kind === 'copy' && known.source === source) {
      markRendered(cacheDir, known.copy.body.key);
      copies.push({ copy: known.copy, source });
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
  for (const report of await renderCopies(jobs, { root, seconds: limits.time })) {
    problems.push(
      ...report.problems.filter((problem) => !report.copy || problem.severity === 'error'),
    );
    if (report.faulty) faulty.push(report.faulty);
    const source = sources.get(report.path);
    if (report.copy && source !== undefined) copies.push({ copy: report.copy, source });
  }
  return { copies, faulty, problems };
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
