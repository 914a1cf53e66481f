import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { LostFromCache } from '../cache/cached-file.ts';
import type { Thrown } from './answer-jobs.ts';
import { cpuSeconds, noteMemory } from './process-usage.ts';

/** Why a job has no result: its child process took too long, ran out of memory, or crashed. */
export type Loss = 'time' | 'memory' | 'crash';

export interface JobOptions<Job, Report> {
  /** The script of the children, which sends reports, usually through `answerJobs`. */
  readonly script: string;
  /** How many children run at the same time. */
  readonly children: number;
  /**
   * Seconds that a child may take from one report to the next, longer if the machine is busy. A
   * function gets the oldest job of the child.
   */
  readonly timeoutSeconds: number | ((job: Job) => number);
  /** Limit of the heap of a child in megabytes; default: the limit of Node. */
  readonly memory?: number;
  /** Added to the environment of the children. */
  readonly env?: NodeJS.ProcessEnv;
  /** Jobs after which a child is replaced, to free fragmented memory; default: never. */
  readonly jobsPerChild?: number;
  /** Jobs that a child has at a time, so that it does not wait for the next one; default: 1. */
  readonly ahead?: number;
  /** The next job; undefined if there are no more. */
  readonly next: () => Job | undefined | Promise<Job | undefined>;
  /** Data for all jobs: sent to each child once, before its first job. */
  readonly shared?: object;
  /** The message for a job; default: the job itself. */
  readonly toMessage?: (job: Job) => object;
  /**
   * Handles a report of a child about one of its `jobs`. Returns the job that the report completes;
   * undefined if more reports of the job follow; `waiting` if they follow after `reply`, and the
   * timeout stops until then. An error that it throws ends all jobs.
   */
  readonly onReport: (
    report: Report,
    jobs: readonly Job[],
    reply: Reply,
  ) => Job | 'waiting' | undefined;
  /**
   * Called for a job that is lost; the other jobs of its child go to a new child. `code` is the exit
   * code of the child, null if a signal ended it. An error that it throws ends all jobs.
   */
  readonly onLost: (job: Job, loss: Loss, code: number | null) => void;
  /** Kills the children when aborted. */
  readonly signal?: AbortSignal;
  /** Start a child in advance for the next call: starting takes most of the time of a short call. */
  readonly keepReady?: boolean;
}

/** How often the timeout may start again for a child that got less than half of a processor. */
const maxRounds = 4;

/** Milliseconds for which a reading of the CPU time of a child is reused. */
const readingAge = 50;

/** All children with jobs. */
const busy = new Set<ChildProcess>();

/** Children that were started in advance, by script. */
const ready = new Map<string, ChildProcess>();

export type Reply = (message: 'go') => void;

/**
 * Runs jobs in child processes. A process can always be killed; a thread that runs native code cannot.
 * A job that hangs, runs out of memory or crashes is lost, and all others continue.
 *
 * @throws {LostFromCache} if the script of the children is missing
 * @throws what `onReport`, `onLost` or `next` throws, and what `work` of `answerJobs` throws
 */
export async function runJobs<Job, Report>(options: JobOptions<Job, Report>): Promise<void> {
  const returned: Job[] = [];
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const take = async () => {
    if (signal.aborted) return undefined;
    return returned.pop() ?? (await options.next());
  };
  const runUntilDone = async () => {
    try {
      for (let job = await take(); job !== undefined; job = await take())
        await runChild(job, take, returned, options, signal);
    } catch (error) {
      stop.abort();
      throw error;
    }
  };
  const runs = Array.from({ length: options.children }, runUntilDone);
  for (const run of await Promise.allSettled(runs))
    if (run.status === 'rejected') throw run.reason;
  if (options.keepReady) prepareChild(options);
}

/** V8's young generation in megabytes. The default of Node is not faster and uses 100 MB more per process. */
const semiSpace = 8;

type ChildOptions = Pick<JobOptions<never, never>, 'script' | 'memory' | 'env'>;

function prepareChild(options: ChildOptions): void {
  const { script } = options;
  if (ready.has(script)) return;
  const child = startChild(options);
  const forget = () => ready.get(script) === child && ready.delete(script);
  child.on('error', forget).on('exit', forget);
  // This process may end while the child waits.
  child.unref();
  child.channel?.unref();
  ready.set(script, child);
}

function startChild({ script, memory, env }: ChildOptions): ChildProcess {
  return fork(script, {
    env: { ...process.env, ...env },
    execArgv: [
      '--stack-size=2000',
      `--max-semi-space-size=${semiSpace}`,
      ...(memory === undefined ? [] : [`--max-old-space-size=${memory}`]),
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** Runs one child until there are no more jobs, or it has ended. */
function runChild<Job, Report>(
  first: Job,
  take: () => Promise<Job | undefined>,
  returned: Job[],
  options: JobOptions<Job, Report>,
  signal: AbortSignal,
): Promise<void> {
  const { script, ahead = 1, jobsPerChild = Number.POSITIVE_INFINITY } = options;
  const { toMessage = (job) => job as object, onReport, onLost, timeoutSeconds } = options;
  return new Promise((resolve, reject) => {
    const waiting = ready.get(script);
    ready.delete(script);
    const child = waiting?.connected ? waiting : startChild(options);
    child.ref();
    child.channel?.ref();
    busy.add(child);
    const held: Job[] = [];
    let given = 0;
    let timer: NodeJS.Timeout | undefined;
    let timedOut = false;
    let isGone = false;
    let isEnding = false;
    let isFeeding = false;
    let fault: unknown;
    const kill = () => child.kill('SIGKILL');
    signal.addEventListener('abort', kill, { once: true });
    let lookedAt = Number.NEGATIVE_INFINITY;
    let used: number | undefined;
    const cpuNow = () => {
      const now = performance.now();
      if (now - lookedAt > readingAge) {
        lookedAt = now;
        used = cpuSeconds(child.pid);
      }
      return used;
    };
    const watch = () => {
      clearTimeout(timer);
      const [oldest] = held;
      if (oldest === undefined || isGone) return;
      const seconds =
        typeof timeoutSeconds === 'number' ? timeoutSeconds : timeoutSeconds(oldest);
      const before = cpuNow();
      let rounds = 0;
      const check = () => {
        const now = cpuSeconds(child.pid);
        // The child was waiting for a processor on a busy machine.
        const isWaiting =
          before !== undefined && now !== undefined && now - before < seconds / 2;
        if (isWaiting && ++rounds < maxRounds) timer = setTimeout(check, seconds * 1000);
        else {
          timedOut = true;
          kill();
        }
      };
      timer = setTimeout(check, seconds * 1000);
    };
    const fail = (error: unknown) => {
      fault ??= error;
      kill();
    };
    const give = (job: Job) => {
      held.push(job);
      given += 1;
      child.send(toMessage(job), () => undefined);
    };
    const feed = async () => {
      if (isFeeding) return;
      isFeeding = true;
      while (held.length < ahead && !isEnding && !isGone) {
        const job = given < jobsPerChild ? await take() : undefined;
        if (job === undefined) isEnding = true;
        else if (isGone) returned.push(job);
        else give(job);
        watch();
      }
      isFeeding = false;
      if (isEnding && held.length === 0 && child.connected) child.disconnect();
    };
    const reply: Reply = (message) => {
      if (!child.connected) return;
      child.send(message, () => undefined);
      watch();
    };
    child.on('message', (report: Report | Thrown) => {
      noteMemory(busy);
      try {
        if (isThrown(report)) throw toError(report);
        const ended = onReport(report, held, reply);
        if (ended === 'waiting') return clearTimeout(timer);
        if (ended !== undefined) held.splice(held.indexOf(ended), 1);
      } catch (error) {
        return fail(error);
      }
      watch();
      feed().catch(fail);
    });
    child.on('error', (error) => {
      fail(error);
      if (child.pid !== undefined) return;
      // A child that did not start sends no `exit`.
      isGone = true;
      busy.delete(child);
      clearTimeout(timer);
      reject(error);
    });
    child.on('exit', (code, died) => {
      isGone = true;
      busy.delete(child);
      clearTimeout(timer);
      signal.removeEventListener('abort', kill);
      if (fault !== undefined) return reject(fault);
      // Bundled scripts are in the cache, which may be deleted at any time.
      if (held.length > 0 && !existsSync(script)) return reject(new LostFromCache(script));
      const lost = signal.aborted ? undefined : held.shift();
      returned.push(...held.toReversed());
      try {
        if (lost !== undefined) onLost(lost, lossOf(timedOut, code, died), code);
        resolve();
      } catch (error) {
        reject(error);
      }
    });
    if (options.shared) child.send({ shared: options.shared }, () => undefined);
    give(first);
    watch();
    feed().catch(fail);
  });
}

function isThrown(report: unknown): report is Thrown {
  return typeof report === 'object' && report !== null && 'thrown' in report;
}

function toError({ thrown: { message, ...facts } }: Thrown): Error {
  return Object.assign(new Error(message), facts);
}

/** V8 aborts the process when its values exceed their limit. */
function lossOf(timedOut: boolean, code: number | null, died: string | null): Loss {
  if (timedOut) return 'time';
  return died === 'SIGABRT' || died === 'SIGTRAP' || code === 134 ? 'memory' : 'crash';
}
