import { brotliSize } from './brotli-size.ts';
import { splitHtml } from './split-html.ts';

export const partNames = [
  'HTML',
  'CSS inline',
  'CSS files',
  'JS inline',
  'JS files',
  'fonts',
  'pictures',
  'other',
] as const;
export type PartName = (typeof partNames)[number];

/** The number of bytes as stored, and as a host with Brotli sends them. */
export interface Size {
  readonly plain: number;
  readonly brotli: number;
}

/** A response of a server. */
export interface Answer {
  /** Its `Content-Type`. */
  readonly type: string;
  readonly body: Buffer;
}

/**
 * Of a response as a whole. Pictures and fonts are already compressed and count the same twice.
 */
export function sizeOf({ type, body }: Answer): Size {
  const packed = /^(?:image\/(?!svg)|font\/woff|audio|video)/u.test(type);
  return { plain: body.length, brotli: packed ? body.length : brotliSize(body) };
}

/**
 * Counts the bytes of a page by part: first its document, then other responses. The Brotli
 * bytes of an inline part are those that the document would save without it.
 */
export function countParts(answers: readonly Answer[]): Record<PartName, Size> {
  const parts = Object.fromEntries(
    partNames.map((name) => [name, { plain: 0, brotli: 0 }]),
  ) as Record<PartName, { plain: number; brotli: number }>;
  const add = (name: PartName, plain: number, brotli: number) => {
    parts[name].plain += plain;
    parts[name].brotli += brotli;
  };
  const [page, ...others] = answers;
  const { css, js, withoutJs, rest } = splitHtml(page?.body.toString() ?? '');
  const words = brotliSize(rest);
  const styled = css === '' ? words : brotliSize(withoutJs);
  add('HTML', Buffer.byteLength(rest), words);
  add('CSS inline', Buffer.byteLength(css), styled - words);
  add(
    'JS inline',
    Buffer.byteLength(js),
    js === '' ? 0 : brotliSize(page?.body ?? '') - styled,
  );
  for (const answer of others) {
    const { plain, brotli } = sizeOf(answer);
    add(partOf(answer.type), plain, brotli);
  }
  return parts;
}

function partOf(type: string): PartName {
  if (/css/u.test(type)) return 'CSS files';
  if (/javascript/u.test(type)) return 'JS files';
  if (/^font|font-woff/u.test(type)) return 'fonts';
  if (/^image/u.test(type)) return 'pictures';
  return 'other';
}
