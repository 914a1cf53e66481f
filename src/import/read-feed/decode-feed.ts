import type { SourceFile } from '../draft.ts';

export interface DecodedFeed {
  readonly text: string;
  /** What was wrong with the encoding that was declared, if anything was. */
  readonly doubt?: string;
}

/**
 * A feed's bytes as text, without its byte order mark. The mark decides, then the charset that the
 * server said, then the one in the XML prolog, then UTF-8; what the bytes do not fit is passed
 * over, and said in `doubt`. Line ends become line feeds.
 */
export function decodeFeed(file: SourceFile): DecodedFeed {
  const { bytes } = file;
  const mark = encodingOfMark(bytes);
  const declared = [
    mark,
    /charset\s*=\s*["']?([\w.:-]+)/iu.exec(file.contentType ?? '')?.[1],
    encodingOfProlog(bytes),
  ].filter((label) => label !== undefined);
  for (const label of [...declared, 'utf-8']) {
    const text = decodeStrictly(bytes, label);
    if (text === undefined) continue;
    const first = declared[0];
    if (first === undefined || label === first) return { text };
    return { text, doubt: `the encoding is said to be ${first}, but the bytes are ${label}` };
  }
  const label = decoderOf(declared[0] ?? '') ? (declared[0] ?? 'utf-8') : 'utf-8';
  const text = unifyLineEnds(new TextDecoder(label).decode(bytes));
  return { text, doubt: `some bytes are not ${label}; they are shown as \uFFFD` };
}

function encodingOfMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // A prolog in UTF-16 without a mark: every other byte of `<?` is zero.
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  return undefined;
}

function encodingOfProlog(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const label = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/u.exec(head)?.[1];
  // These letters were read one byte each, so that the text cannot be UTF-16.
  return label !== undefined && /^utf-?16/iu.test(label) ? undefined : label;
}

function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return unifyLineEnds(decoderOf(label)?.decode(bytes));
  } catch {
    return undefined;
  }
}

function decoderOf(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return undefined;
  }
}

function unifyLineEnds(text: string): string;
function unifyLineEnds(text: string | undefined): string | undefined;
function unifyLineEnds(text: string | undefined): string | undefined {
  return text?.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text;
}
