/** One line of /proc/PID/stat, as far as the benchmark needs it. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly session: number;
  /** Processor time, of user and system, of the process itself. */
  readonly ownSeconds: number;
  /** The same of its ended children and theirs: of those that it waited for. */
  readonly childrenSeconds: number;
}

// User space gets hundredths of a second; the kernel's own unit does not matter (proc(5), sysconf(3)).
const ticksPerSecond = 100;

/** Reads /proc/PID/stat (proc(5)); undefined where the text is not such a line. */
export function parseProcess(stat: string): Process | undefined {
  // The name of the command is in parentheses and may itself have spaces and parentheses.
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
 * The process `root`, all of its session, and their children, theirs too where they have started
 * a session of their own.
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
