import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Copy } from '../article/copy.ts';
import type { Problem } from '../problems/problem.ts';
import type { PublicationSettings } from '../publication/publication-settings.ts';
import type { Entry } from './entry.ts';
import { type RenderJob, renderCopies } from './render-pool.ts';
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
 * the same bytes with the same renderer are taken as they are; the others are rendered.
 */
export async function readCopies(
  paths: readonly string[],
  options: ReadCopiesOptions,
): Promise<{ copies: SourcedCopy[]; problems: Problem[] }> {
  const { root, contentDir, cacheDir, shown, publication, earlier } = options;
  const { languages, limits } = publication;
  const version = rendererVersion(root);
  const copies: SourcedCopy[] = [];
  const problems: Problem[] = [];
  const sources = new Map<string, string>();
  const jobs: RenderJob[] = [];
  // Synchronous on purpose: thousands of small files are read several times faster so.
  for (const path of paths) {
    const file = `${shown}/${path}`;
    const { size } = statSync(join(contentDir, path));
    if (size > limits.size) {
      problems.push(tooLarge(file, size, limits.size));
      continue;
    }
    const source = createHash('sha256')
      .update(JSON.stringify([version, path, shown, languages, limits.nesting]))
      .update(readFileSync(join(contentDir, path)))
      .digest('hex');
    sources.set(path, source);
    const known = earlier(path);
    if (known?.kind === 'copy' && known.source === source)
      copies.push({ copy: known.copy, source });
    else
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
    const source = sources.get(report.path);
    if (report.copy && source !== undefined) copies.push({ copy: report.copy, source });
  }
  return { copies, problems };
}

function tooLarge(file: string, size: number, limit: number): Problem {
  const inMegabytes = (bytes: number) =>
    `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/u, '')} MB`;
  return {
    severity: 'error',
    file,
    line: 1,
    column: 1,
    field: 'text',
    expected: `at most ${inMegabytes(limit)}`,
    got: inMegabytes(size),
    cure: 'split the article, or raise `limits: {size: …}` in publication.yaml',
  };
}
