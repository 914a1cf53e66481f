import { readFileSync } from 'node:fs';

// What user space is told is in hundredths, whatever the kernel counts in (proc(5), sysconf(3)).
const ticksPerSecond = 100;

/**
 * Processor time, of user and system, of all children of this process that have ended, theirs
 * included where they waited for them: the kernel's own sum, so that the difference of two
 * readings is what a command cost between them. Undefined where there is no Linux /proc.
 */
export function childrenCpuSeconds(): number | undefined {
  try {
    return parseChildrenCpuSeconds(readFileSync('/proc/self/stat', 'utf8'));
  } catch {
    return undefined;
  }
}

/** `cutime` and `cstime` of a line of /proc/PID/stat, in seconds. */
export function parseChildrenCpuSeconds(stat: string): number | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[13]) + Number(fields[14]);
  return Number.isNaN(ticks) ? undefined : ticks / ticksPerSecond;
}
