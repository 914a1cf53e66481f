import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import type { TestContext } from 'node:test';
import { hasExiftool } from '../src/commands/test-programs.mjs';

/** Tags of a file by their group and name, such as `XMP-dc:Creator`. */
export type Tags = Readonly<Record<string, unknown>>;

/**
 * What `exiftool` reads in files, by their names: all tags but those of the disk and of the
 * pixels. One process for all, since each takes longer to start than to read.
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

/**
 * Whether there is an `exiftool`; where there is none, the test is marked as skipped. With
 * `CI=true` it throws instead.
 */
export function exiftoolOrSkip(test: TestContext): boolean {
  if (hasExiftool()) return true;
  if (process.env['CI'] === 'true') throw new Error(MISSING);
  test.skip(MISSING);
  return false;
}

const MISSING = 'no exiftool: run "node src/commands/set-up.mjs --browser"';
