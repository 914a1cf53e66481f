import { decodeAs } from '../decode/decode-as.ts';
import { charsetOf, encodingOfMark } from '../decode/find-encoding.ts';
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
export function decodeFeed({ bytes, contentType }: SourceFile): DecodedFeed {
  const declared = [
    encodingOfMark(bytes) ?? encodingOfZeros(bytes),
    charsetOf(contentType),
    encodingOfProlog(bytes),
  ].filter((label) => label !== undefined);
  const [first] = declared;
  for (const label of [...declared, 'utf-8']) {
    const text = decodeAs(bytes, label, 'strictly');
    if (text === undefined) continue;
    if (first === undefined || label === first) return { text };
    return { text, doubt: `the encoding is said to be ${first}, but the bytes are ${label}` };
  }
  const said = first === undefined ? undefined : decodeAs(bytes, first, 'leniently');
  const label = said === undefined ? 'utf-8' : first;
  const text = said ?? decodeAs(bytes, 'utf-8', 'leniently') ?? '';
  return { text, doubt: `some bytes are not ${label}; they are shown as \uFFFD` };
}

/** A prolog in UTF-16 without a mark: every other byte of `<?` is zero. */
function encodingOfZeros([first, second]: Uint8Array): string | undefined {
  if (first === 0x3c && second === 0) return 'utf-16le';
  return first === 0 && second === 0x3c ? 'utf-16be' : undefined;
}

function encodingOfProlog(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const label = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/u.exec(head)?.[1];
  // These letters were read one byte each, so that the text cannot be UTF-16.
  return label !== undefined && /^utf-?16/iu.test(label) ? undefined : label;
}
