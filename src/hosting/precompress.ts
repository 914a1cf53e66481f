import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { keepSealed, loadSealed } from '../cache/kept-file.ts';
import { terminal } from '../terminal/terminal.ts';
import { contentType, isText } from './content-type.ts';
import { listFiles } from './list-files.ts';
import { sideBySide } from './side-by-side.ts';

export type CopyKind = 'br' | 'gz';

/** Files that configure a host, and are served to nobody. */
const unserved: readonly string[] = ['_headers', '_redirects'];

/** Raised where the bytes of a copy change: part of the name under which it is kept. */
const FORM = 1;

/**
 * Puts compressed copies (`page.html.br`) beside the text files of a folder. A copy that would
 * not be smaller is not made. Each is kept in `cacheDir` by the bytes that it was made of, and
 * made once. Same files, same copies, on one version of Node.
 */
export async function precompress(
  folder: string,
  kinds: readonly CopyKind[],
  cacheDir: string,
): Promise<void> {
  if (kinds.length === 0) return;
  const files = listFiles(folder).filter(
    (path) => isText(contentType(path)) && !unserved.includes(path),
  );
  let done = 0;
  // Node compresses on threads of its own: this keeps all of them busy.
  await sideBySide(files, availableParallelism() + 2, async (path) => {
    const file = join(folder, path);
    const bytes = await readFile(file);
    for (const kind of new Set(kinds)) {
      const copy = await loadCopy(cacheDir, bytes, kind);
      if (copy.length > 0) await writeFile(`${file}.${kind}`, copy);
    }
    done += 1;
    terminal().progress('Files compressed', { done, total: files.length });
  });
}

/** A copy from the cache, else made and kept. Empty where it would not be smaller. */
async function loadCopy(cacheDir: string, bytes: Buffer, kind: CopyKind): Promise<Buffer> {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const name = `compressed/${FORM}-${hash}.${kind}`;
  const known = loadSealed(cacheDir, name);
  if (known) return known;
  const made = await compress[kind](bytes);
  const copy = made.length < bytes.length ? made : Buffer.alloc(0);
  await keepSealed(cacheDir, name, copy);
  return copy;
}

const compress: Readonly<Record<CopyKind, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  // Node writes no time into the header.
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};
