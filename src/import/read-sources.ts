import { availableParallelism } from 'node:os';
import { Readable } from 'node:stream';
import { type Loss, type Reply, runJobs } from '../system/processes/run-jobs.ts';
import { workerScript } from '../system/processes/worker-script.ts';
import type { Draft, ImportOptions, Refusal, SourceFile } from './draft.ts';
import type { SourceItem } from './list-sources.ts';
import type { CheckedDraft } from './write/check-draft.ts';
import type { TargetSite } from './write/prepare-draft.ts';

/** A source for a child process to read. */
export interface SourceJob {
  readonly item: SourceItem;
  /** The file fetched from its URL. */
  readonly fetched?: SourceFile;
  readonly options: ImportOptions;
  readonly site: TargetSite;
}

/** What a child process reports about its source. */
export type SourceReport =
  | {
      readonly kind: 'article';
      readonly draft: Draft;
      readonly check: CheckedDraft;
      /** The child waits until there is room for more. */
      readonly isFull: boolean;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'progress' }
  | { readonly kind: 'done' };

/** An article of a source, or why it has none. */
export type SourceResult = Extract<SourceReport, { kind: 'article' | 'refused' }>;

interface ReadSourcesOptions {
  readonly options: ImportOptions;
  /** Remembered options of one source; `options` override them. */
  readonly recall?: (item: SourceItem) => Partial<ImportOptions>;
  readonly site: TargetSite;
  /** Fetches a URL. */
  readonly fetchSource: (url: string) => Promise<SourceFile>;
  /** Timeout per article in seconds; default: 30. */
  readonly seconds?: number;
  /** Memory limit per source in megabytes; default: 1,536. */
  readonly memory?: number;
  /** Path of the worker script; default: import-worker.ts. */
  readonly worker?: string;
}

/** Maximum of sources read ahead of writing. */
const sourcesAhead = 32;

/**
 * Reads sources in child processes, one per core, and yields the results of each in the order of
 * `items`. A source that takes too long, needs too much memory or crashes its reader is refused;
 * all others are read. URLs are fetched one after the other.
 */
export async function* readSources(
  items: readonly SourceItem[],
  {
    options,
    recall,
    site,
    fetchSource,
    seconds = 30,
    memory = 1536,
    worker,
  }: ReadSourcesOptions,
): AsyncGenerator<{ item: SourceItem; results: AsyncIterable<SourceResult> }> {
  const stop = new AbortController();
  const streams = items.map(createResults);
  const turns = items.map(() => Promise.withResolvers<void>());
  for (const turn of turns.slice(0, sourcesAhead)) turn.resolve();
  let count = 0;
  const take = async (): Promise<Reading | undefined> => {
    while (count < items.length) {
      const index = count++;
      const [item, results] = [items[index], streams[index]];
      if (item === undefined || results === undefined) break;
      await turns[index]?.promise;
      try {
        const fetched = item.isAddress ? await fetchSource(item.source) : undefined;
        const own = { ...recall?.(item), ...options };
        return { item, options: own, site, results, fetched };
      } catch (error) {
        results.refuse(item, (error as Error).message);
      }
    }
    return undefined;
  };
  let taken: Promise<Reading | undefined> = Promise.resolve(undefined);
  const running = runJobs<Reading, SourceReport>({
    script: worker ?? workerScript('import/import-worker'),
    children: Math.min(availableParallelism(), items.length),
    timeoutSeconds: seconds,
    memory,
    signal: stop.signal,
    next: () => {
      taken = taken.then(take);
      return taken;
    },
    toMessage: ({ results: _, ...job }) => job,
    onReport: (report, [reading], reply) => {
      if (reading === undefined || report.kind === 'progress') return undefined;
      if (report.kind !== 'done') return reading.results.put(report, reply);
      reading.results.end();
      return reading;
    },
    onLost: ({ item, results }, loss) => results.refuse(item, reasonOf(loss, seconds, memory)),
  });
  running.catch((error) => {
    for (const { stream } of streams) stream.destroy(error);
  });
  try {
    for (const [index, item] of items.entries()) {
      const stream = streams[index]?.stream;
      if (stream !== undefined) yield { item, results: stream };
      turns[index + sourcesAhead]?.resolve();
    }
    await running;
  } finally {
    stop.abort();
    for (const turn of turns) turn.resolve();
  }
}

interface Reading extends SourceJob {
  readonly results: Results;
}

/** The pending results of one source. */
interface Results {
  readonly stream: Readable;
  readonly put: (result: SourceResult, reply: Reply) => 'waiting' | undefined;
  readonly refuse: (item: SourceItem, reason: string) => void;
  readonly end: () => void;
}

function createResults(): Results {
  let goOn: (() => void) | undefined;
  const stream = new Readable({ objectMode: true, highWaterMark: 32, read: () => goOn?.() });
  // The error is handled where the results are read; nobody may be reading yet.
  stream.on('error', () => undefined);
  const end = () => void stream.push(null);
  return {
    stream,
    put: (result, reply) => {
      const hasRoom = stream.push(result);
      if (result.kind === 'refused' || !result.isFull) return undefined;
      goOn = () => {
        goOn = undefined;
        reply('go');
      };
      if (hasRoom) goOn();
      return hasRoom ? undefined : 'waiting';
    },
    refuse: ({ source }, reason) => {
      stream.push({ kind: 'refused', refusal: { source, reason } } satisfies SourceResult);
      end();
    },
    end,
  };
}

function reasonOf(loss: Loss, seconds: number, memory: number): string {
  const what = {
    time: `reading it took more than ${seconds} s`,
    memory: `reading it needs more than ${memory} MB of memory`,
    crash: 'its reader crashed',
  } as const satisfies Record<Loss, string>;
  return `${what[loss]}; split it or simplify its markup, and import it again`;
}
