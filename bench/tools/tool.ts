import type { Command } from '../measure/run-measured.ts';

export const toolNames = ['dateline', 'eleventy', 'hugo'] as const;
export type ToolName = (typeof toolNames)[number];

/** A folder in which a tool can build: what it reads, where it writes, how it is called. */
export interface Site {
  /** Where the corpus stands, to be edited. */
  readonly contentDir: string;
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
   * Writes `count` articles of the corpus and all that the tool needs beside them. All that a
   * build makes, caches included, has to come to stand in `folder` itself, beside what is there.
   */
  readonly prepare: (folder: string, count: number, seed: number) => Promise<Site>;
}
