import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
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
  const kept = join(cacheDir, 'compressed');
  await mkdir(kept, { recursive: true });
  const files = listFiles(folder).filter(
    (path) => isText(contentType(path)) && !unserved.includes(path),
  );
  // Node compresses on threads of its own: this keeps all of them busy.
  await sideBySide(files, availableParallelism() + 2, async (path) => {
    const file = join(folder, path);
    const bytes = await readFile(file);
    for (const kind of new Set(kinds)) {
      const copy = await loadCopy(kept, bytes, kind);
      if (copy.length > 0) await writeFile(`${file}.${kind}`, copy);
    }
  });
}

/** A copy from the cache, else made and kept. Empty where it would not be smaller. */
async function loadCopy(kept: string, bytes: Buffer, kind: CopyKind): Promise<Buffer> {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const path = join(kept, `${FORM}-${hash}.${kind}`);
  const known = await readFile(path).catch(() => undefined);
  const whole = known && unseal(known);
  if (whole) return whole;
  const made = await compress[kind](bytes);
  const copy = made.length < bytes.length ? made : Buffer.alloc(0);
  // Renamed into place: a build that is killed leaves no half copy.
  const half = `${path}.${process.pid}`;
  await writeFile(half, seal(copy));
  await rename(half, path);
  return copy;
}

const SEAL = 8;

/** A copy with its own checksum before it: a damaged one is made anew, never published. */
function seal(copy: Buffer): Buffer {
  return Buffer.concat([sumOf(copy), copy]);
}

function unseal(kept: Buffer): Buffer | undefined {
  const copy = kept.subarray(SEAL);
  return kept.length >= SEAL && kept.subarray(0, SEAL).equals(sumOf(copy)) ? copy : undefined;
}

function sumOf(copy: Buffer): Buffer {
  return createHash('sha256').update(copy).digest().subarray(0, SEAL);
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
