import type { Command } from '../measure/run-measured.ts';

/** What is measured: tools that build the corpus, Dateline's own sample, and its live preview. */
export const toolNames = [
  'dateline',
  'dateline-plain',
  'eleventy',
  'hugo',
  'sample',
  'dev',
] as const;
export type ToolName = (typeof toolNames)[number];

/** A folder in which a tool can build: what it reads, where it writes, how it is called. */
export interface Site {
  /** Where the articles are. */
  readonly contentDir: string;
  /** The article that is edited and whose page is weighed, as a path below `contentDir`. */
  readonly article: string;
  readonly outDir: string;
  readonly command: Command;
}

/** A static site generator, as the benchmark needs it. Paths are absolute. */
export interface Tool {
  readonly name: ToolName;
  /** Its version, or undefined where it is not installed. */
  readonly findVersion: () => Promise<string | undefined>;
  /** How to get it: completes "skipped: …". */
  readonly cure: string;
  /**
   * Writes `count` articles of the corpus and all that the tool needs beside them into an empty
   * folder. All that a build makes, caches included, has to be in `folder` itself, beside what
   * is there.
   */
  readonly prepare: (folder: string, count: number, seed: number) => Promise<Site>;
}
