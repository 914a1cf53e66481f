import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseProcess } from './parse-process.ts';
import { watchFamily } from './watch-family.ts';

/** Milliseconds that a command has to end by itself. */
const patience = 5000;

/** A command as a user would type it. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** On top of the environment of the benchmark. */
  readonly env: Readonly<Record<string, string>>;
}

export interface Cost {
  /** Since the start of the process. */
  readonly seconds: number;
  /** Processor time of all its processes; undefined where there is no Linux /proc. */
  readonly cpuSeconds?: number | undefined;
  /** Of all its processes, see `watchFamily`. */
  readonly peakBytes?: number | undefined;
}

/** A command that runs. */
export interface Running {
  /** What it has cost so far. */
  readonly cost: () => Cost;
  /** What it cost to its end; rejected, with the last lines that it printed, when it fails. */
  readonly ended: Promise<Cost>;
  /** Ends it with all its processes, and waits for that. */
  readonly stop: () => Promise<void>;
}

/** Runs a command to its end. Throws, with the last lines that it printed, when it fails. */
export function runMeasured(command: Command): Promise<Cost> {
  return startMeasured(command).ended;
}

/** Starts a command. One at a time: processor time is read as the sum of all children of this process. */
export function startMeasured({ file, args, cwd, env }: Command): Running {
  const childrenBefore = loadChildrenSeconds();
  const start = performance.now();
  const secondsNow = () => (performance.now() - start) / 1000;
  // Detached: it leads a session of its own, by which its family is known.
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  const family = pid === undefined ? undefined : watchFamily(pid);
  const cost = () => ({ seconds: secondsNow(), ...family?.look() });
  // A session of its own gets no Ctrl-C.
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
      // The kernel's own sum is exact; it lacks processes that outlived their parent.
      const kernel = loadChildrenSeconds() - childrenBefore;
      const cpuSeconds = watched === undefined ? undefined : Math.max(watched, kernel);
      if (code === 0) return resolve({ seconds, cpuSeconds, peakBytes });
      const lines = printed.join('').trimEnd().split('\n').slice(-20).join('\n');
      reject(new Error(`${[file, ...args].join(' ')} ended with ${code ?? signal}:\n${lines}`));
    });
  });
  // Whoever only stops it does not ask how it ended.
  ended.catch(() => undefined);
  return {
    cost,
    ended,
    stop: async () => {
      kill();
      const timer = setTimeout(() => sendTo(pid, 'SIGKILL'), patience);
      await ended.catch(() => undefined);
      clearTimeout(timer);
    },
  };
}

/** Signals a process and its session; nothing happens where they have ended. */
function sendTo(leader: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (leader !== undefined) process.kill(-leader, signal);
  } catch {
    // ESRCH: they have.
  }
}

/** Processor time of all ended children of this process. */
function loadChildrenSeconds(): number {
  try {
    return parseProcess(readFileSync('/proc/self/stat', 'utf8'))?.childrenSeconds ?? 0;
  } catch {
    return 0;
  }
}
