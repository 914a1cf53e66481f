/** The fields of /proc/PID/stat that the benchmark needs. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly session: number;
  /** User and system CPU time of the process itself. */
  readonly ownSeconds: number;
  /**
   * User and system CPU time of its ended children and their children, if their parents waited
   * for them.
   */
  readonly childrenSeconds: number;
}

// Programs always get hundredths of a second, regardless of the kernel's clock (proc(5),
// sysconf(3)).
const ticksPerSecond = 100;

/** Parses /proc/PID/stat (proc(5)); undefined if the text is not such a line. */
export function parseProcess(stat: string): Process | undefined {
  // The name of the command is in parentheses and may contain spaces and parentheses.
  const end = stat.lastIndexOf(')');
  const pid = Number.parseInt(stat, 10);
  const fields = stat
    .slice(end + 2)
    .split(' ')
    .map(Number);
  const [parent, session] = [fields[1], fields[3]];
  const [user, system, childrenUser, childrenSystem] = fields.slice(11, 15);
  if (end < 0 || parent === undefined || session === undefined) return undefined;
  if (user === undefined || system === undefined) return undefined;
  if (childrenUser === undefined || childrenSystem === undefined) return undefined;
  const ownSeconds = (user + system) / ticksPerSecond;
  const childrenSeconds = (childrenUser + childrenSystem) / ticksPerSecond;
  return { pid, parent, session, ownSeconds, childrenSeconds };
}

/**
 * Returns the process `root`, all processes of its session, and their children, also those in
 * sessions of their own.
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
