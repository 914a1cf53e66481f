import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandError } from './command-error.ts';

/** Throws where `CONTENT_DIR` is no folder, before anything is built for it. */
export function mustBeFolder(contentDir: string): void {
  if (statSync(resolve(contentDir), { throwIfNoEntry: false })?.isDirectory()) return;
  const got = JSON.stringify(contentDir);
  throw new CommandError(
    `CONTENT_DIR: expected a folder of Markdown articles, got ${got}; make the folder or name another one`,
  );
}
