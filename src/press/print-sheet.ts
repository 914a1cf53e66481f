import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type FileFacts, factsOf } from '../cache/kept-folder.ts';
import { feedText } from '../feeds/feed-files.ts';
import { judgePage, type PageFault } from '../hosting/check-page-budget.ts';
import { type CompressedKind, compress, isCompressed } from '../hosting/precompress.ts';
import { fillReferences } from '../markdown/fill-references.ts';
import { loadRendered } from '../newsroom/rendered-store.ts';
import type { Printed } from './ledger.ts';
import type { Content } from './sheet.ts';

/** What printing needs beside the content. Plain data: paths are absolute. */
export interface PrintOptions {
  /** Where files are written. */
  readonly folder: string;
  readonly cacheDir: string;
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
  content: Content,
  options: PrintOptions,
): Promise<Pick<Printed, 'files' | 'fault'>> {
  const { folder, cacheDir, precompress } = options;
  const bytes = await toBytes(content, options);
  const files: Record<string, FileFacts> = { [file]: write(folder, file, bytes) };
  if (isCompressed(file))
    for (const kind of precompress) {
      const copy = await compress(bytes, kind, cacheDir);
      const name = `${file}.${kind}`;
      if (copy !== undefined) files[name] = write(folder, name, copy);
    }
  const fault: PageFault | undefined = file.endsWith('.html')
    ? judgePage(file, bytes)
    : undefined;
  return { files, ...(fault ? { fault } : {}) };
}

/** The bytes of a content; nothing is written. */
export async function toBytes(
  content: Content,
  { cacheDir, templates }: Pick<PrintOptions, 'cacheDir' | 'templates'>,
): Promise<Uint8Array> {
  switch (content.form) {
    case 'bytes':
      return Buffer.from(content.bytes);
    case 'file':
      return readFileSync(content.path);
    case 'feed':
      return Buffer.from(
        await feedText(
          content.feed,
          content.format,
          async (key) => loadRendered(cacheDir, key).html,
        ),
      );
    case 'page': {
      const { template, page } = content;
      const { render } = await loadTemplates(templates);
      return Buffer.from(await render({ template, page, body: bodyOf(content, cacheDir) }));
    }
  }
}

/** The module that renders pages, by its path. */
export function loadTemplates(path: string): Promise<typeof import('./template-entry.ts')> {
  return import(pathToFileURL(path).href);
}

/** The text of an article with what fills its slots, as HTML. */
export function bodyOf({ body }: Content & { form: 'page' }, cacheDir: string): string {
  if (body === undefined) return '';
  const { html } = loadRendered(cacheDir, body.key);
  return fillReferences(html, (index) => body.fills[index] ?? '');
}

/** Waits for the disk: pages are printed one after another. */
function write(folder: string, file: string, bytes: Uint8Array): FileFacts {
  const path = join(folder, file);
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  return factsOf(path, bytes);
}
