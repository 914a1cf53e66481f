import { readFileSync } from 'node:fs';

/** Ticks of a processor in a second, as Linux counts them for programs on every architecture. */
const ticks = 100;

/**
 * Seconds of a processor that a process has used; undefined where the system does not tell: only
 * Linux has `/proc`.
 */
export function processorTime(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name, in parentheses, may hold spaces; user and system time are fields 14 and 15.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const used = Number(fields[11]) + Number(fields[12]);
    return Number.isFinite(used) ? used / ticks : undefined;
  } catch {
    return undefined;
  }
}

/** Bytes of a page of memory, as Linux counts them on all but a few machines. */
const page = 4096;

/** Bytes of memory that a process has now; 0 where the system does not tell. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * page;
  } catch {
    return 0;
  }
}

/** Milliseconds between two looks at the memory of all processes. */
const every = 100;

let looked = 0;
let most = 0;

/** Notes how much memory this process and its children have together, some times a second. */
export function noteMemory(children: Iterable<{ readonly pid?: number | undefined }>): void {
  const now = performance.now();
  if (now - looked < every) return;
  looked = now;
  const sum = [...children].reduce((sum, { pid }) => sum + memoryOf(pid), 0);
  most = Math.max(most, sum + process.memoryUsage.rss());
}

/** The most memory, in bytes, that this process had, or that was noted of it with its children. */
export function peakMemory(): number {
  // Node gives kilobytes on every platform.
  return Math.max(most, process.resourceUsage().maxRSS * 1024);
}
