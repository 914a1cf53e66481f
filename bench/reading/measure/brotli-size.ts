import { brotliCompressSync, constants } from 'node:zlib';

/** Bytes after Brotli at its highest quality, 11; nothing stays nothing. */
export function brotliSize(content: string | Buffer): number {
  if (content.length === 0) return 0;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(content, { params }).length;
}
