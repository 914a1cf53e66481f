import { chooseEncoding } from '../decode/choose-encoding.ts';
import { decodeAs } from '../decode/decode-as.ts';
import { charsetOf, encodingOfMark, encodingOfZeros } from '../decode/find-encoding.ts';
import type { SourceFile } from '../draft.ts';

export interface DecodedFeed {
  readonly text: string;
  /** What was wrong with the encoding that was declared, if anything was. */
  readonly doubt?: string;
}

/**
 * A feed's bytes as text, without its byte order mark. The mark decides, then UTF-8 where that is
 * certain, then the charset that the server said, then the one in the XML prolog; what the bytes
 * do not fit is passed over, and said in `doubt`. Line ends become line feeds.
 */
export function decodeFeed({ bytes, contentType }: SourceFile): DecodedFeed {
  const mark = encodingOfMark(bytes) ?? encodingOfZeros(bytes);
  const said = [
    { label: charsetOf(contentType), from: 'the server says' },
    { label: encodingOfProlog(bytes), from: 'the prolog says' },
  ];
  const { label, doubt } = mark === undefined ? chooseEncoding(bytes, said) : { label: mark };
  const text = decodeAs(bytes, label, 'strictly');
  if (text !== undefined) return { text, ...(doubt !== undefined && { doubt }) };
  const lenient = decodeAs(bytes, label, 'leniently') ?? '';
  return { text: lenient, doubt: `some bytes are not ${label}; they are shown as \uFFFD` };
}

function encodingOfProlog(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const label = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/u.exec(head)?.[1];
  // These letters were read one byte each, so that the text cannot be UTF-16.
  return label !== undefined && /^utf-?16/iu.test(label) ? undefined : label;
}
