import { open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { isText } from '../content-type.ts';

interface Version {
  readonly size: number;
  /** Strong entity tag, with its quotation marks. */
  readonly tag: string;
  readonly modified: Date;
}

/**
 * Sends a file as RFC 9110 requires: conditional requests, one byte range, HEAD, and compressed
 * text. It reads from one open file, so that a build can replace the file during the answer.
 *
 * @param headers all except length, encoding and version; names in lower case
 * @param status 200, or 404 for a page that is always sent whole
 * @throws {Error} of the disk; `ENOENT` before anything is sent
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  headers: ReadonlyMap<string, string>,
  status: 200 | 404,
): Promise<void> {
  const file = await open(path);
  const send = async (part: Partial<ByteRange>, ...through: Transform[]) => {
    if (request.method === 'HEAD') return void response.end();
    const bytes = file.createReadStream({ ...part, autoClose: false });
    await pipeline([bytes, ...through, response]);
  };
  try {
    const { ino, size, mtime, mtimeMs } = await file.stat();
    const facts = [ino, size, Math.trunc(mtimeMs * 1000)].map((number) => number.toString(36));
    const version = { size, tag: `"${facts.join('-')}"`, modified: mtime };
    response.statusCode = status;
    for (const [name, value] of headers) response.setHeader(name, value);
    if (status === 200) {
      response.setHeader('etag', version.tag);
      response.setHeader('last-modified', mtime.toUTCString());
      if (isUnchanged(request, version)) return void response.writeHead(304).end();
      const range = rangeFor(request, version);
      if (range === 'unsatisfiable')
        return void response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
      if (range !== undefined) {
        const { start, end } = range;
        const length = { 'content-length': end - start + 1 };
        response.writeHead(206, {
          'content-range': `bytes ${start}-${end}/${size}`,
          ...length,
        });
        return await send(range);
      }
    }
    const isCompressible = size >= 1024 && isText(String(response.getHeader('content-type')));
    if (isCompressible) response.appendHeader('vary', 'accept-encoding');
    const encoding = isCompressible ? encodingFor(request) : undefined;
    if (encoding === undefined) {
      response.setHeader('accept-ranges', 'bytes');
      response.setHeader('content-length', size);
      return await send({});
    }
    response.setHeader('content-encoding', encoding);
    if (status === 200) response.setHeader('etag', `W/${version.tag}`);
    await send({}, compressors[encoding]());
  } finally {
    await file.close();
  }
}

/** RFC 9110, 13.2.2: a tag has precedence over a date. */
function isUnchanged({ headers }: IncomingMessage, { tag, modified }: Version): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) {
    return tags
      .split(',')
      .some((known) => ['*', tag].includes(known.trim().replace(/^W\//u, '')));
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Math.trunc(modified.getTime() / 1000) * 1000 <= since;
}

/** A range counts only for the version that `If-Range` names; another version is sent whole. */
function rangeFor({ headers }: IncomingMessage, { size, tag, modified }: Version) {
  const wanted = headers['if-range'];
  const isSame = wanted === undefined || wanted === tag || wanted === modified.toUTCString();
  return isSame ? parseRange(headers.range, size) : undefined;
}

/** First and last byte, both included. */
interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The byte range that a `Range` header asks for (RFC 9110, 14.2), in a file of `size` bytes.
 * `undefined` is the whole file, also for several ranges; `unsatisfiable` is outside the file.
 */
function parseRange(
  header: string | undefined,
  size: number,
): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=\s*(\d*)-(\d*)\s*$/u.exec(header ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return undefined;
  return start >= size ? 'unsatisfiable' : { start, end };
}

/** Fast settings, as hosts use them for compression on the fly. */
const compressors = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: createGzip,
} as const;

/** The best encoding that an `Accept-Encoding` header accepts, if any. */
function encodingFor({ headers }: IncomingMessage) {
  const accepted = String(headers['accept-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0+)?\s*$/u.test(part))
    .map((part) => part.replace(/;.*$/u, '').trim());
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding));
}
