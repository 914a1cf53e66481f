import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { loadSealed, storeSealed } from '../system/cache/cached-file.ts';
import { contentType, isText } from './content-type.ts';

export type CompressedKind = 'br' | 'gz';

/** Part of the key in the cache: raise it when the bytes of compressed files change. */
const version = 1;

/** Whether a file is compressed, by its name: text is. */
export function isCompressed(file: string): boolean {
  return isText(contentType(file));
}

/**
 * Compresses a file; undefined if the result is not smaller. Results are stored in `cacheDir` by the
 * hash of `bytes`. One version of Node gives the same result for the same bytes.
 */
export async function compress(
  bytes: Uint8Array,
  kind: CompressedKind,
  cacheDir: string,
): Promise<Uint8Array | undefined> {
  const name = `compressed/${version}-${hash('sha256', bytes).slice(0, 32)}.${kind}`;
  const known = loadSealed(cacheDir, name);
  if (known) return known.length > 0 ? known : undefined;
  const encoded = await encoders[kind](bytes);
  const result = encoded.length < bytes.length ? encoded : Buffer.alloc(0);
  await storeSealed(cacheDir, name, result);
  return result.length > 0 ? result : undefined;
}

const encoders: Readonly<Record<CompressedKind, (bytes: Uint8Array) => Promise<Buffer>>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  // Node writes no timestamp into the header.
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};
