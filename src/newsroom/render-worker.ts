import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readContentFile } from '../content/article/read-content-file.ts';
import { StepFault, toStepProblem } from '../content/markdown/own-steps.ts';
import type { RenderedMarkdown } from '../content/markdown/render-markdown.ts';
import { pathOnDisk } from '../outputs/pictures/path-on-disk.ts';
import { LostFromCache } from '../system/cache/cached-file.ts';
import { wrongValue } from '../system/problems/problem.ts';
import { answerJobs } from '../system/processes/answer-jobs.ts';
import { storeRendered } from './content-store.ts';
import { loadData } from './load-data.ts';
import { loadSteps } from './load-steps.ts';
import type { RenderJob, RenderReport, RenderShared } from './render-pool.ts';

/**
 * The script of a child process that reads content files, one after the other, and stores their rendered
 * texts. A process and not a thread: native code that hangs can only be stopped with its process.
 */
answerJobs(async (job: RenderJob, shared?: RenderShared): Promise<RenderReport> => {
  const { rendered, ...report } = await read(job, shared).catch((error) => {
    if (error instanceof LostFromCache) throw error;
    return failed(job, error, shared);
  });
  // A disk error here is not a problem of the file, but ends the build.
  if (report.content && rendered)
    await storeRendered(job.cacheDir, report.content.body.key, rendered);
  return report;
});

type Read = RenderReport & { readonly rendered?: RenderedMarkdown };

async function read(
  job: RenderJob,
  { words, steps: bundled }: RenderShared = {},
): Promise<Read> {
  const { path, file, languages, nesting, timeZone, version, contentDir, project } = job;
  const bytes = readFileSync(pathOnDisk(contentDir, path));
  const steps = bundled && (await loadSteps(bundled));
  const keyOf = (dependencies: string) =>
    createHash('sha256').update(version).update('\0').update(dependencies).digest('hex');
  const { content, faulty, rendered, problems, data } = readContentFile(bytes, {
    path,
    file,
    languages,
    nesting,
    ...(timeZone === undefined ? {} : { timeZone }),
    keyOf,
    words,
    steps,
    loadData: (named) => loadData(contentDir, named, project),
  });
  const hash = createHash('sha256').update(bytes).digest('hex');
  const from = { path, bytes: hash, problems, ...(data && { data }) };
  return content && rendered
    ? { ...from, content, rendered }
    : { ...from, ...(faulty && { faulty }) };
}

function failed(job: RenderJob, error: unknown, { steps }: RenderShared = {}): Read {
  if (steps && error instanceof StepFault) {
    const options = { file: job.file, firstLine: 1, steps };
    return { path: job.path, bytes: '', problems: [toStepProblem(options, error)] };
  }
  const got = JSON.stringify(error instanceof Error ? error.message : String(error));
  const place = { file: job.file, line: 1, column: 1, field: 'text' };
  const problem = {
    severity: 'error' as const,
    ...place,
    message: wrongValue('a file that can be read and rendered', got),
  };
  // No hash, so that the next run reads the file again.
  return { path: job.path, bytes: '', problems: [problem] };
}
