import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageHeadline } from './page-headline.ts';

/** The headline at an old address, from the folder of an earlier build where that is still there. */
export function oldHeadline(folder: string, address: string): string | undefined {
  const file = address.endsWith('/') ? `${address}index.html` : address;
  // An address of a list is somebody's word: it leads nowhere outside the folder.
  if (file.split('/').includes('..')) return undefined;
  try {
    return pageHeadline(readFileSync(join(folder, file), 'utf8'));
  } catch {
    return undefined;
  }
}
