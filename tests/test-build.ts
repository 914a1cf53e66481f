import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildInto } from '../src/hosting/output/build-into.ts';

/** For tests: a build of a few files that all contain their version. */
export function testBuild(version: string): (dir: string) => Promise<void> {
  return async (dir) => {
    await mkdir(join(dir, 'part'));
    for (let n = 0; n < 20; n += 1) await writeFile(join(dir, 'part', `${n}.txt`), version);
    await writeFile(join(dir, 'version.txt'), version);
  };
}

// As a program, builds into a folder repeatedly until it is killed.
const [, , out] = process.argv;
if (import.meta.main && out !== undefined) {
  console.log('ready');
  for (let n = 0; ; n += 1) await buildInto(out, testBuild(`${process.pid}.${n}`));
}
