import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Dispatcher, request } from 'undici';
import { RefusedFetch } from './create-agent.ts';

interface Bounds {
  readonly dispatcher: Dispatcher;
  readonly signal: AbortSignal;
  readonly bytes: number;
  readonly accept: string;
  /** Default: GET. */
  readonly method?: 'GET' | 'HEAD';
  /** Purpose in the user agent; default: article import. */
  readonly purpose?: string;
}

/** A response without following redirects. Its body is read on demand. */
interface BoundedResponse {
  readonly status: number;
  header(name: string): string | undefined;
  /** The decompressed body. Throws a `RefusedFetch` if it exceeds the limit. */
  read(): Promise<Uint8Array>;
  /** Closes the connection. */
  drop(): void;
}

/** The user agent, by which robots.txt may name this program. */
export const USER_AGENT = 'Dateline';

export async function requestBounded(url: URL, bounds: Bounds): Promise<BoundedResponse> {
  const { dispatcher, signal, bytes, accept, method = 'GET' } = bounds;
  const { statusCode, headers, body } = await request(url, {
    dispatcher,
    signal,
    method,
    headers: {
      'user-agent': `${USER_AGENT} (${bounds.purpose ?? 'article import'})`,
      accept,
      'accept-encoding': 'gzip, deflate, br',
    },
  });
  // A dropped body ends with an error that nobody handles.
  body.on('error', () => {});
  const header = (name: string): string | undefined => {
    const value = headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  const drop = (): void => {
    body.destroy();
  };
  return {
    status: statusCode,
    header,
    drop,
    async read() {
      const said = Number(header('content-length'));
      if (said > bytes) {
        drop();
        throw tooLong(bytes);
      }
      return readAll(body, decompressors(header('content-encoding')), bytes, signal);
    },
  };
}

function decompressors(encoding: string | undefined): Transform[] {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  // Repeated compression is only used for attacks.
  if (names.length > 1)
    throw new RefusedFetch(`the response is compressed ${names.length} times`);
  switch (names[0]) {
    case '':
    case 'identity':
      return [];
    case 'gzip':
    case 'x-gzip':
      return [createGunzip()];
    case 'deflate':
      return [createInflate()];
    case 'br':
      return [createBrotliDecompress()];
    default:
      throw new RefusedFetch(
        `the response is compressed as ${names[0]}, which was not requested`,
      );
  }
}

async function readAll(
  body: Readable,
  through: readonly Transform[],
  bound: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let out: Readable = body;
  for (const step of through) {
    body.once('error', (error) => step.destroy(error));
    out = body.pipe(step);
  }
  const stop = (): void => {
    out.destroy(signal.reason instanceof Error ? signal.reason : undefined);
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const chunk of out) {
      length += chunk.length;
      if (length > bound) throw tooLong(bound);
      chunks.push(chunk);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    body.destroy();
  }
  return Buffer.concat(chunks);
}

function tooLong(bytes: number): RefusedFetch {
  return new RefusedFetch(`the response is longer than ${bytes / 1_000_000} MB`);
}
