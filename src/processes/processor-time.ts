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
