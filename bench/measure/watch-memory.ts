import { readdirSync, readFileSync } from 'node:fs';
import { parseProcess, selectFamily } from './parse-processes.ts';

const pageBytes = 4096;
const scanEvery = 100;
const sampleEvery = 20;

/**
 * Samples the memory of a process and all that it starts, until `stop()`, which gives the peak
 * in bytes: the highest sum of resident sizes seen at one moment, or the kernel's own highest
 * figure for one of the processes (VmHWM) where that is more, so that a short peak between
 * two samples of a single process is not missed. Pages that processes share count for each.
 * Gives undefined where there is no Linux /proc.
 */
export function watchMemory(root: number): { stop: () => number | undefined } {
  let peak = 0;
  let family: readonly number[] = [root];

  // Looking through all processes costs milliseconds, looking at the family hardly anything:
  // a build must not pay for being watched.
  const scan = () => {
    family = selectFamily(loadProcesses(), root).map(({ pid }) => pid);
  };
  const sample = () => {
    const sum = family.reduce((total, pid) => total + loadResident(pid), 0);
    peak = Math.max(peak, sum, ...family.map(loadHighWater));
  };
  const timers = [setInterval(scan, scanEvery), setInterval(sample, sampleEvery)];

  return {
    stop: () => {
      for (const timer of timers) clearInterval(timer);
      return peak > 0 ? peak : undefined;
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

// Processes end while they are read: what is gone has no size.
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
