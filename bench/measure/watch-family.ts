import { readdirSync, readFileSync } from 'node:fs';
import { parseProcess, selectFamily } from './parse-process.ts';

const pageBytes = 4096;
const scanEvery = 100;
const sampleEvery = 20;

/** The cost of a family of processes so far; undefined without a Linux /proc. */
export interface FamilyCost {
  readonly cpuSeconds: number | undefined;
  readonly peakBytes: number | undefined;
}

/**
 * Watches a process and all that it starts, until `stop()`. `look()` gives their cost so far:
 *
 * - `peakBytes`: the highest sum of resident sizes (RSS) at one moment, or the kernel's own highest
 *   figure for one of the processes (VmHWM) where that is more, so that a short peak of a single
 *   process between two samples is not missed. Pages that processes share count for each.
 * - `cpuSeconds`: processor time of all. What ended without its parent waiting for it is missing.
 */
export function watchFamily(root: number): { look: () => FamilyCost; stop: () => void } {
  let peakBytes = 0;
  let cpuSeconds = 0;
  let family: readonly number[] = [root];

  // Reading all processes takes milliseconds, reading the family hardly any time:
  // watching must not slow down a build.
  const scan = () => {
    const processes = selectFamily(loadProcesses(), root);
    const seconds = processes.map((one) => one.ownSeconds + one.childrenSeconds);
    cpuSeconds = Math.max(
      cpuSeconds,
      seconds.reduce((sum, one) => sum + one, 0),
    );
    family = processes.map(({ pid }) => pid);
  };
  const sample = () => {
    const sum = family.reduce((total, pid) => total + loadResident(pid), 0);
    peakBytes = Math.max(peakBytes, sum, ...family.map(loadHighWater));
  };
  const timers = [setInterval(scan, scanEvery), setInterval(sample, sampleEvery)];

  return {
    look: () => {
      scan();
      sample();
      if (peakBytes === 0) return { cpuSeconds: undefined, peakBytes: undefined };
      return { cpuSeconds, peakBytes };
    },
    stop: () => {
      for (const timer of timers) clearInterval(timer);
    },
  };
}

function loadProcesses() {
  return list('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((pid) => parseProcess(read(`/proc/${pid}/stat`)) ?? []);
}

function loadResident(pid: number): number {
  const [, pages = '0'] = read(`/proc/${pid}/statm`).split(' ');
  return Number(pages) * pageBytes;
}

function loadHighWater(pid: number): number {
  const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB$/mu.exec(read(`/proc/${pid}/status`)) ?? [];
  return Number(kilobytes) * 1024;
}

// Processes may end while they are read; an ended process has no size.
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
