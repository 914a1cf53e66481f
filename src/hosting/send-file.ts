import { type FileHandle, open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { type ByteRange, parseRange } from './byte-range.ts';
import { createCompressor, encodingFor } from './compression.ts';
import { isText } from './content-type.ts';

interface Version {
  readonly size: number;
  /** Strong entity tag, quotes included. */
  readonly tag: string;
  readonly modified: Date;
}

/**
 * Answers with a file as RFC 9110 has it: conditional requests, one byte range, HEAD, and text
 * compressed for who takes it. It reads from one open file, so a build that replaces the
 * file meanwhile cannot mix with it.
 *
 * @param headers all but those about length, encoding and version, names in lower case
 * @param status 200, or 404 for the page that says so: that one is always sent whole
 * @throws {Error} of the disk; `ENOENT` before anything was sent
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  headers: ReadonlyMap<string, string>,
  status: 200 | 404,
): Promise<void> {
  const file = await open(path);
  try {
    const version = await readVersion(file);
    for (const [name, value] of headers) response.setHeader(name, value);
    if (status === 200) {
      response.setHeader('etag', version.tag);
      response.setHeader('last-modified', version.modified.toUTCString());
    }
    if (status === 200 && isUnchanged(request, version)) {
      response.writeHead(304).end();
      return;
    }
    const range = status === 200 ? rangeFor(request, version) : undefined;
    if (range === 'unsatisfiable') {
      response.writeHead(416, { 'content-range': `bytes */${version.size}` }).end();
    } else if (range === undefined) {
      await sendWhole(request, response, file, version, status);
    } else {
      await sendPart(request, response, file, version, range);
    }
  } finally {
    await file.close();
  }
}

async function sendWhole(
  request: IncomingMessage,
  response: ServerResponse,
  file: FileHandle,
  { size, tag }: Version,
  status: number,
): Promise<void> {
  response.statusCode = status;
  const isCompressible = size >= 1024 && isText(String(response.getHeader('content-type')));
  if (isCompressible) response.appendHeader('vary', 'accept-encoding');
  const encoding = isCompressible ? encodingFor(request.headers['accept-encoding']) : undefined;
  if (encoding === undefined) {
    response.setHeader('accept-ranges', 'bytes');
    response.setHeader('content-length', size);
  } else {
    response.setHeader('content-encoding', encoding);
    if (status === 200) response.setHeader('etag', `W/${tag}`);
  }
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const bytes = file.createReadStream({ autoClose: false });
  if (encoding === undefined) await pipeline(bytes, response);
  else await pipeline(bytes, createCompressor(encoding), response);
}

async function sendPart(
  request: IncomingMessage,
  response: ServerResponse,
  file: FileHandle,
  { size }: Version,
  { start, end }: ByteRange,
): Promise<void> {
  response.writeHead(206, {
    'content-range': `bytes ${start}-${end}/${size}`,
    'content-length': end - start + 1,
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(file.createReadStream({ start, end, autoClose: false }), response);
}

async function readVersion(file: FileHandle): Promise<Version> {
  const { ino, size, mtime, mtimeMs } = await file.stat();
  const tag = [ino, size, Math.trunc(mtimeMs * 1000)].map((number) => number.toString(36));
  return { size, tag: `"${tag.join('-')}"`, modified: mtime };
}

/** RFC 9110, 13.2.2: a tag, where there is one, goes before a date. */
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

/** `If-Range` names the version of which a part is wanted; of another one, all is. */
function rangeFor({ headers }: IncomingMessage, { size, tag, modified }: Version) {
  const wanted = headers['if-range'];
  const isSame = wanted === undefined || wanted === tag || wanted === modified.toUTCString();
  return isSame ? parseRange(headers.range, size) : undefined;
}
