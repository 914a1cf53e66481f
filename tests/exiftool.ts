import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import type { TestContext } from 'node:test';
import { hasExiftool } from '../src/commands/test-programs.mjs';

/** Tags of a file by group and name, such as `XMP-dc:Creator`. */
export type Tags = Readonly<Record<string, unknown>>;

/**
 * Reads all tags of files with `exiftool`, except those of the disk and the pixels. Uses one
 * process for all files, because starting it takes longer than reading.
 */
export function readTags(paths: readonly string[]): ReadonlyMap<string, Tags> {
  const options = ['-json', '-G1', '-struct', '-a', '-charset', 'filename=utf8'];
  const output = execFileSync('exiftool', [...options, '--System:all', ...paths], {
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  const read = JSON.parse(output) as (Tags & { readonly SourceFile: string })[];
  return new Map(read.map((tags) => [basename(tags.SourceFile), tags]));
}

/** Returns whether `exiftool` exists. If not, skips the test, or throws if `CI=true`. */
export function exiftoolOrSkip(test: TestContext): boolean {
  if (hasExiftool()) return true;
  if (process.env['CI'] === 'true') throw new Error(MISSING);
  test.skip(MISSING);
  return false;
}

const MISSING = 'no exiftool: run "node src/commands/set-up.mjs --browser"';
