import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { loadSealed, storeSealed } from '../system/cache/cached-file.ts';
import { contentType, isText } from './content-type.ts';

export type CompressedKind = 'br' | 'gz';

/** Part of the name under which a copy is kept: raise it when the bytes of copies change. */
const FORM = 1;

/** Whether a file is worth compressing, by its name. */
export function isCompressed(file: string): boolean {
  return isText(contentType(file));
}

/**
 * A compressed copy; undefined where it would not be smaller. It is kept in `cacheDir` by the hash of
 * `bytes`. Same bytes, same copy, on one version of Node.
 */
export async function compress(
  bytes: Uint8Array,
  kind: CompressedKind,
  cacheDir: string,
): Promise<Uint8Array | undefined> {
  const name = `compressed/${FORM}-${hash('sha256', bytes).slice(0, 32)}.${kind}`;
  const known = loadSealed(cacheDir, name);
  if (known) return known.length > 0 ? known : undefined;
  const made = await encoders[kind](bytes);
  const copy = made.length < bytes.length ? made : Buffer.alloc(0);
  await storeSealed(cacheDir, name, copy);
  return copy.length > 0 ? copy : undefined;
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
  // Node writes no time into the header.
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};
