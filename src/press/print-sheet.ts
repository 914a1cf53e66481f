import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { judgePage, type PageFault } from '../hosting/page-budget.ts';
import { type CompressedKind, compress, isCompressed } from '../hosting/precompress.ts';
import { writeInFolder } from '../system/cache/kept-file.ts';
import { type FileFacts, factsOf } from '../system/cache/kept-folder.ts';
import type { Printed } from './ledger.ts';
import { makeContent } from './make-content.ts';
import type { Recipe, Shared } from './sheet.ts';

/** What printing needs beside the recipe. Plain data; paths are absolute. */
export interface PrintOptions extends Shared {
  /** Where files are written. */
  readonly folder: string;
  /** The module that renders pages. */
  readonly templates: string;
  /** Which compressed copies lie beside text files. */
  readonly precompress: readonly CompressedKind[];
}

/**
 * Prints one file, with its compressed copies, into the folder and gives what it wrote.
 * @throws {Error} where the disk or a template refuses
 */
export async function printSheet(
  file: string,
  recipe: Recipe,
  options: PrintOptions,
): Promise<Pick<Printed, 'files' | 'fault'>> {
  const { folder, cacheDir, precompress, templates } = options;
  const content = await makeContent(recipe, options);
  const bytes =
    content instanceof Uint8Array
      ? content
      : await (await loadTemplates(templates)).render(content);
  const files = [write(folder, file, bytes)];
  if (isCompressed(file))
    for (const kind of precompress) {
      const copy = await compress(bytes, kind, cacheDir);
      if (copy !== undefined) files.push(write(folder, `${file}.${kind}`, copy));
    }
  const fault: PageFault | undefined = file.endsWith('.html')
    ? judgePage(file, bytes)
    : undefined;
  return { files, ...(fault ? { fault } : {}) };
}

/** The module that renders pages, by its path. */
export function loadTemplates(path: string): Promise<typeof import('./template-entry.ts')> {
  return import(pathToFileURL(path).href);
}

function write(folder: string, file: string, bytes: Uint8Array): FileFacts {
  writeInFolder(join(folder, file), bytes);
  return factsOf(folder, file, bytes);
}
