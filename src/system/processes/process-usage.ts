import { readFileSync } from 'node:fs';

/** Clock ticks per second, as Linux reports them on every architecture. */
const ticks = 100;

/**
 * CPU time of a process in seconds; undefined without `/proc`, which only Linux has.
 */
export function cpuSeconds(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name, in parentheses, may contain spaces; user and system time are fields 14 and 15.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const used = Number(fields[11]) + Number(fields[12]);
    return Number.isFinite(used) ? used / ticks : undefined;
  } catch {
    return undefined;
  }
}

/** Bytes of a memory page on almost every Linux machine. */
const page = 4096;

/** Resident memory of a process in bytes; 0 if the system does not report it. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * page;
  } catch {
    return 0;
  }
}

/** Milliseconds between two measurements. */
const interval = 100;

let measured = 0;
let max = 0;

/** Measures the memory of this process and its children together, at most ten times a second. */
export function noteMemory(children: Iterable<{ readonly pid?: number | undefined }>): void {
  const now = performance.now();
  if (now - measured < interval) return;
  measured = now;
  const sum = [...children].reduce((sum, { pid }) => sum + memoryOf(pid), 0);
  max = Math.max(max, sum + process.memoryUsage.rss());
}

/** Peak memory in bytes of this process, or as measured with its children. */
export function peakMemory(): number {
  // Node reports kilobytes on every platform.
  return Math.max(max, process.resourceUsage().maxRSS * 1024);
}
