/** A stage of a build in shards: a command of its own, which starts when the one before is done. */
export interface Stage {
  readonly name: string;
  /** Whether each shard does it. The others run once. */
  readonly isSharded: boolean;
  /** Memory to ask for, in megabytes. A task that needs more is ended by the kernel. */
  readonly memory: number;
}

/** The stages in their order. */
export const stageTable = [
  { name: 'plan', isSharded: false, memory: 1000 },
  { name: 'gather', isSharded: true, memory: 2000 },
  // Faces of all articles are in memory at once.
  { name: 'merge', isSharded: false, memory: 4000 },
  { name: 'print', isSharded: true, memory: 2000 },
  { name: 'join', isSharded: false, memory: 2000 },
] as const satisfies readonly Stage[];

/** How often an engine starts a task again that ended with `exitCodes.tryAgain`, or was killed. */
export const maxRestarts = 3;

/** What a file for an engine is made from. */
export interface ScaleSettings {
  readonly shards: number;
  /** A folder that all tasks see, or `s3://BUCKET/PATH`. */
  readonly store: string;
  /** The container image with the project and its packages. */
  readonly image: string;
  /** How a command is called: `npm run gather`. */
  readonly call: (command: string) => string;
}

/** Whether the tasks reach the store over the network, with keys. */
export function isRemote(store: string): boolean {
  return /^s3:\/\//u.test(store);
}
