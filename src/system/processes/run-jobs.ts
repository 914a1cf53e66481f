import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { LostFromCache } from '../cache/cached-file.ts';
import type { Thrown } from './answer-jobs.ts';
import { noteMemory, processorTime } from './process-usage.ts';

/** Why a child process gave no result: it took too long, needed too much memory, or crashed. */
export type Loss = 'time' | 'memory' | 'crash';

export interface JobOptions<Job, Report> {
  /** The script of the children, which answers with reports, mostly by `answerJobs`. */
  readonly script: string;
  /** Most children at a time. */
  readonly children: number;
  /**
   * Seconds that a child may take from one report to the next; longer where the machine is busy
   * with other things. A function: by the oldest job that the child holds.
   */
  readonly timeoutSeconds: number | ((job: Job) => number);
  /** Megabytes that a child's values may take; default: Node's own limit. */
  readonly memory?: number;
  /** Added to the environment of the children. */
  readonly env?: NodeJS.ProcessEnv;
  /** Jobs after which a child is replaced, so that fragmented memory is freed; default: never. */
  readonly jobsPerChild?: number;
  /** Jobs that a child holds at a time, so that it need not wait for the next; default: 1. */
  readonly ahead?: number;
  /** The next job; undefined where there is none left. */
  readonly next: () => Job | undefined | Promise<Job | undefined>;
  /** What all jobs need: sent to each child once, before its first job. */
  readonly shared?: object;
  /** What a child is sent of a job; default: the job. */
  readonly toMessage?: (job: Job) => object;
  /**
   * Takes a report of a child on one of `jobs`, the ones that it holds. Gives the job that it
   * ends; undefined where more reports of the same job follow, `waiting` where they follow once
   * `reply` has sent the child a message: its time stops until then. What it throws ends all jobs.
   */
  readonly onReport: (
    report: Report,
    jobs: readonly Job[],
    reply: Reply,
  ) => Job | 'waiting' | undefined;
  /**
   * The job is lost; the other jobs of its child go to a fresh one. `code` is the exit code of the
   * child, null where a signal ended it. What it throws ends all jobs.
   */
  readonly onLost: (job: Job, loss: Loss, code: number | null) => void;
  /** Kills the children when it is aborted. */
  readonly signal?: AbortSignal;
  /** Whether a child is started ahead for the next call: most of a short call is its start. */
  readonly keepReady?: boolean;
}

/** How often the time of a child that got less than half of a processor may start again. */
const maxRounds = 4;

/** Milliseconds for which the processor time of a child is used before it is read again. */
const lately = 50;

/** All children that are at work. */
const atWork = new Set<ChildProcess>();

/** Children that were started ahead, by their scripts. */
const ready = new Map<string, ChildProcess>();

export type Reply = (message: 'go') => void;

/**
 * Has jobs done in child processes, which can be killed whatever they do: a thread that runs
 * native code cannot. A job that hangs, exhausts its memory or crashes is lost; all others go on.
 *
 * @throws {LostFromCache} where the script of the children is gone
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

/**
 * Megabytes of each half of V8's young generation. Node's own limit saves no time, and takes 100 MB
 * more in each process.
 */
const youngMemory = 8;

type ChildOptions = Pick<JobOptions<never, never>, 'script' | 'memory' | 'env'>;

function prepareChild(options: ChildOptions): void {
  const { script } = options;
  if (ready.has(script)) return;
  const child = startChild(options);
  const forget = () => ready.get(script) === child && ready.delete(script);
  child.on('error', forget).on('exit', forget);
  // It keeps no process from ending.
  child.unref();
  child.channel?.unref();
  ready.set(script, child);
}

function startChild({ script, memory, env }: ChildOptions): ChildProcess {
  return fork(script, {
    env: { ...process.env, ...env },
    execArgv: [
      '--stack-size=2000',
      `--max-semi-space-size=${youngMemory}`,
      ...(memory === undefined ? [] : [`--max-old-space-size=${memory}`]),
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** Runs one child until there are no jobs left, or it is gone. */
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
    atWork.add(child);
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
    const usedLately = () => {
      const now = performance.now();
      if (now - lookedAt > lately) {
        lookedAt = now;
        used = processorTime(child.pid);
      }
      return used;
    };
    const watch = () => {
      clearTimeout(timer);
      const [oldest] = held;
      if (oldest === undefined || isGone) return;
      const seconds =
        typeof timeoutSeconds === 'number' ? timeoutSeconds : timeoutSeconds(oldest);
      const before = usedLately();
      let rounds = 0;
      const check = () => {
        const now = processorTime(child.pid);
        // On a busy machine the child has waited for a processor: not the fault of its job.
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
      noteMemory(atWork);
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
      // One that could not be started does not exit.
      isGone = true;
      atWork.delete(child);
      clearTimeout(timer);
      reject(error);
    });
    child.on('exit', (code, died) => {
      isGone = true;
      atWork.delete(child);
      clearTimeout(timer);
      signal.removeEventListener('abort', kill);
      if (fault !== undefined) return reject(fault);
      // Bundled children are in the cache, which may be deleted at any time.
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
