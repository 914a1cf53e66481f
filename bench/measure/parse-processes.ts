/** One line of /proc/PID/stat, as far as finding a family of processes needs it. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly session: number;
}

/** Reads /proc/PID/stat (proc(5)); undefined where the text is not such a line. */
export function parseProcess(stat: string): Process | undefined {
  // The command's name stands in parentheses and may itself hold spaces and parentheses.
  const end = stat.lastIndexOf(')');
  const pid = Number.parseInt(stat, 10);
  const fields = stat
    .slice(end + 2)
    .split(' ')
    .map(Number);
  const [, parent, , session] = fields;
  if (end < 0 || parent === undefined || session === undefined) return undefined;
  return { pid, parent, session };
}

/**
 * The process `root`, what belongs to its session, and their children, theirs too where they
 * have begun a session of their own.
 */
export function selectFamily(processes: readonly Process[], root: number): Process[] {
  const family = new Map<number, Process>();
  for (const one of processes) {
    if (one.pid === root || one.session === root) family.set(one.pid, one);
  }
  for (let size = -1; size !== family.size; ) {
    size = family.size;
    for (const one of processes) if (family.has(one.parent)) family.set(one.pid, one);
  }
  return [...family.values()];
}
