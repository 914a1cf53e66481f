import type { Command } from '../measure/run-measured.ts';

/**
 * The subjects of the benchmark: tools that build the corpus, Dateline's own sample, and its
 * live preview.
 */
export const toolNames = [
  'dateline',
  'dateline-plain',
  'eleventy',
  'hugo',
  'sample',
  'dev',
] as const;
export type ToolName = (typeof toolNames)[number];

/** A folder in which a tool can build: its input, its output and its command. */
export interface Site {
  /** The folder of the articles. */
  readonly contentDir: string;
  /** The article that is edited and whose page is measured, as a path below `contentDir`. */
  readonly article: string;
  readonly outDir: string;
  readonly command: Command;
}

/** A static site generator. Paths are absolute. */
export interface Tool {
  readonly name: ToolName;
  /** Its version, or undefined if it is not installed. */
  readonly findVersion: () => Promise<string | undefined>;
  /** How to install it; completes "skipped: …". */
  readonly cure: string;
  /**
   * Writes `count` articles of the corpus and everything else that the tool needs into an empty
   * folder. All output of a build, including caches, must be directly in `folder`.
   */
  readonly prepare: (folder: string, count: number, seed: number) => Promise<Site>;
}
