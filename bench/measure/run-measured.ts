import { spawn } from 'node:child_process';
import { childrenCpuSeconds } from './children-cpu-seconds.ts';
import { watchMemory } from './watch-memory.ts';

/** A command as a user would type it. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** On top of the environment of the benchmark. */
  readonly env: Readonly<Record<string, string>>;
}

export interface Cost {
  /** From the start of the process to its end. */
  readonly seconds: number;
  /** Processor time of all its processes, see `childrenCpuSeconds`. */
  readonly cpuSeconds: number | undefined;
  /** See `watchMemory`. */
  readonly peakBytes: number | undefined;
}

/**
 * Runs a command to its end and says what it cost; one at a time. Throws, with the last lines
 * that it printed, when it fails.
 */
export function runMeasured({ file, args, cwd, env }: Command): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const cpuStart = childrenCpuSeconds();
    const start = performance.now();
    // Detached: it leads a session of its own, by which its family is known.
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // A session of its own hears no Ctrl-C.
    const end = () => child.pid !== undefined && process.kill(-child.pid);
    process.once('exit', end);
    const memory = child.pid === undefined ? undefined : watchMemory(child.pid);
    const printed: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
    }
    let seconds = 0;
    child.on('exit', () => {
      process.off('exit', end);
      seconds = (performance.now() - start) / 1000;
    });
    child.on('error', (error) => {
      memory?.stop();
      reject(error);
    });
    child.on('close', (code, signal) => {
      const peakBytes = memory?.stop();
      const cpuEnd = childrenCpuSeconds();
      const cpuSeconds =
        cpuStart === undefined || cpuEnd === undefined ? undefined : cpuEnd - cpuStart;
      if (code === 0) resolve({ seconds, cpuSeconds, peakBytes });
      else
        reject(
          new Error(
            `${[file, ...args].join(' ')} ended with ${code ?? signal}:\n${printed.join('').trimEnd().split('\n').slice(-20).join('\n')}`,
          ),
        );
    });
  });
}
