import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseProcess } from './parse-process.ts';
import { watchFamily } from './watch-family.ts';

/** Milliseconds until a command that should end is killed. */
const KILL_AFTER_MS = 5000;

/** A command and its arguments. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Added to the environment of the benchmark. */
  readonly env: Readonly<Record<string, string>>;
}

export interface Cost {
  /** Since the start of the process. */
  readonly seconds: number;
  /** CPU time of all its processes; undefined without a Linux /proc. */
  readonly cpuSeconds?: number | undefined;
  /** Of all its processes, see `watchFamily`. */
  readonly peakBytes?: number | undefined;
}

/** A running command. */
export interface Running {
  /** The cost so far. */
  readonly cost: () => Cost;
  /** The cost until it ended; rejected with its last lines of output if it fails. */
  readonly ended: Promise<Cost>;
  /** Ends it and all its processes, and waits until they have ended. */
  readonly stop: () => Promise<void>;
}

/** Runs a command until it ends. Throws with its last lines of output if it fails. */
export function runMeasured(command: Command): Promise<Cost> {
  return startMeasured(command).ended;
}

/**
 * Starts a command. Only one may run at a time, because CPU time is the sum of all children of
 * this process.
 */
export function startMeasured({ file, args, cwd, env }: Command): Running {
  const childrenBefore = loadChildrenSeconds();
  const start = performance.now();
  const secondsNow = () => (performance.now() - start) / 1000;
  // Detached: it gets its own session, by which its processes are found.
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  const family = pid === undefined ? undefined : watchFamily(pid);
  const cost = () => ({ seconds: secondsNow(), ...family?.look() });
  // Ctrl-C does not reach another session.
  const kill = () => sendTo(pid, 'SIGTERM');
  process.prependOnceListener('exit', kill);

  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  }
  const ended = new Promise<Cost>((resolve, reject) => {
    let seconds = 0;
    child.on('exit', () => {
      process.off('exit', kill);
      seconds = secondsNow();
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const { cpuSeconds: watched, peakBytes } = family?.look() ?? {};
      family?.stop();
      // The kernel's sum is exact, but lacks processes that outlived their parent.
      const kernel = loadChildrenSeconds() - childrenBefore;
      const cpuSeconds = watched === undefined ? undefined : Math.max(watched, kernel);
      if (code === 0) return resolve({ seconds, cpuSeconds, peakBytes });
      const lines = printed.join('').trimEnd().split('\n').slice(-20).join('\n');
      reject(new Error(`${[file, ...args].join(' ')} ended with ${code ?? signal}:\n${lines}`));
    });
  });
  // A caller that only stops it does not await its end.
  ended.catch(() => undefined);
  return {
    cost,
    ended,
    stop: async () => {
      kill();
      const timer = setTimeout(() => sendTo(pid, 'SIGKILL'), KILL_AFTER_MS);
      await ended.catch(() => undefined);
      clearTimeout(timer);
    },
  };
}

/** Sends a signal to a process and its session; does nothing if they have ended. */
function sendTo(leader: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (leader !== undefined) process.kill(-leader, signal);
  } catch {
    // ESRCH: they have ended.
  }
}

/** CPU time of all ended children of this process. */
function loadChildrenSeconds(): number {
  try {
    return parseProcess(readFileSync('/proc/self/stat', 'utf8'))?.childrenSeconds ?? 0;
  } catch {
    return 0;
  }
}
