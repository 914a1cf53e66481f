import { brotliCompressSync, constants } from 'node:zlib';

/** The number of bytes after Brotli compression at its highest quality, 11; 0 for no bytes. */
export function brotliSize(content: string | Buffer): number {
  if (content.length === 0) return 0;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(content, { params }).length;
}
