import type { Transform } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

/** The better of the encodings that an `Accept-Encoding` header takes, if it takes one. */
export function encodingFor(header: string | string[] | undefined): Encoding | undefined {
  const taken = String(header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(?:\.0+)?$/u.test(part))
    .map((part) => part.replace(/;.*$/u, '').trim());
  return (['br', 'gzip'] as const).find((encoding) => taken.includes(encoding));
}

/** As hosts do it on their way out: quickly, not as small as can be. */
export function createCompressor(encoding: Encoding): Transform {
  if (encoding === 'gzip') return createGzip();
  return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
}
