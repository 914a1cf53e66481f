import { type Problem, wrongValue } from '../../system/problems/problem.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Decodes a Markdown file into text with LF line ends and without a byte order mark. A file that
 * is not UTF-8, contains NUL bytes or is empty is a problem at the first such byte.
 */
export function decodeContentFile(
  bytes: Uint8Array,
  file: string,
): { text?: string; problem?: Problem } {
  const fault = (
    line: number,
    column: number,
    expected: string,
    got: string,
    cure: string,
  ) => ({
    problem: {
      severity: 'error' as const,
      file,
      line,
      column,
      field: 'text',
      message: wrongValue(expected, got),
      cure,
    },
  });
  if (isUtf16(bytes)) return fault(1, 1, 'UTF-8 text', 'UTF-16', 'save the file as UTF-8');
  let text: string;
  try {
    text = utf8.decode(bytes).replace(/^\ufeff+/u, '');
    if (text.includes('\r')) text = text.replace(/\r\n?/gu, '\n');
  } catch {
    const { line, column, byte } = firstBadByte(bytes);
    const got = `the byte 0x${byte.toString(16).padStart(2, '0')}`;
    return fault(line, column, 'UTF-8 text', got, 'save the file as UTF-8');
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const before = text.slice(0, nul).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    return fault(
      before.length,
      column,
      'text',
      'a NUL byte',
      'remove it, or save the file as UTF-8',
    );
  }
  if (text.trim() === '') {
    const cure = 'begin with `---`, `title: …`, `date: …`, `---`';
    return fault(1, 1, 'front matter and text', 'an empty file', cure);
  }
  return { text };
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** LF is never part of a longer UTF-8 sequence, so each line can be decoded separately. */
function firstBadByte(bytes: Uint8Array): { line: number; column: number; byte: number } {
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const newline = bytes.indexOf(10, start);
    const row = bytes.subarray(start, newline < 0 ? bytes.length : newline);
    if (decode(row) === undefined) {
      // An incomplete sequence is reported by its first byte.
      const before = decode(row.subarray(0, longestGood(row)), { stream: true }) ?? '';
      const mark = start === 0 && hasMark(bytes) ? 3 : 0;
      const byte = row[mark + Buffer.byteLength(before)] ?? 0;
      return { line, column: before.length + 1, byte };
    }
    start += row.length + 1;
  }
  return { line: 1, column: 1, byte: bytes[0] ?? 0 };
}

/** The number of valid bytes at the start of a row, by bisection. */
function longestGood(row: Uint8Array): number {
  let good = 0;
  let bad = row.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (decode(row.subarray(0, middle), { stream: true }) === undefined) bad = middle;
    else good = middle;
  }
  return good;
}

/** The text of a row; undefined if it is not UTF-8. `stream`: the last character may be incomplete. */
function decode(
  row: Uint8Array,
  options: { readonly stream?: boolean } = {},
): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(row, options);
  } catch {
    return undefined;
  }
}
