import { canonicalEncoding, decodeAs } from '../decode/decode-as.ts';
import { charsetOf, encodingOfMark } from '../decode/find-encoding.ts';
import type { Note } from '../draft.ts';

/** How far a declaration of the charset may stand from the beginning; browsers look at 1024. */
const LOOKED_AT = 4096;

/**
 * Bytes of a page -> text, as browsers do it: byte order mark, then what the server said, then
 * `<meta charset>`, then UTF-8 where it is valid, else windows-1252. A guess and bytes that are
 * no text in their charset are noted. Undefined where the bytes are no text at all.
 * @see https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export function decodeHtml(
  bytes: Uint8Array,
  contentType: string | undefined,
): { text: string; notes: Note[] } | undefined {
  const { label, from } = encodingOf(bytes, contentType);
  const text = decodeAs(bytes, label, 'leniently') ?? '';
  if (isBinary(text)) return undefined;
  const notes: Note[] = [];
  if (from === undefined) {
    const message = `read as ${label}: neither the server nor the page says its charset`;
    const certainty = label === 'utf-8' ? 'likely' : 'doubtful';
    if (label !== 'utf-8' || bytes.some((byte) => byte > 0x7f))
      notes.push({ field: 'body', message, certainty });
  }
  const lost = text.split('\uFFFD').length - 1;
  if (lost > 0) {
    const message = `${lost} characters are no ${label}, which ${from ?? 'was guessed'}, and became U+FFFD`;
    notes.push({ field: 'body', message, certainty: 'doubtful' });
  }
  return { text, notes };
}

function encodingOf(
  bytes: Uint8Array,
  contentType: string | undefined,
): { label: string; from?: string } {
  const mark = encodingOfMark(bytes);
  if (mark !== undefined) return { label: mark, from: 'the byte order mark says' };
  const said = canonicalEncoding(charsetOf(contentType));
  if (said !== undefined) return { label: said, from: 'the server says' };
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT));
  const declared = /<(?:meta|\?xml)\s[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([^\s"'/>;?]+)/iu;
  const meta = canonicalEncoding(declared.exec(head)?.[1]);
  if (meta !== undefined)
    return { label: meta.startsWith('utf-16') ? 'utf-8' : meta, from: 'the page says' };
  const isUtf8 = decodeAs(bytes, 'utf-8', 'strictly') !== undefined;
  return { label: isUtf8 ? 'utf-8' : 'windows-1252' };
}

/** Whether more than one in a hundred characters of the beginning is none that text has. */
function isBinary(text: string): boolean {
  const head = text.slice(0, LOOKED_AT);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const odd = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/gu)?.length ?? 0;
  return odd * 100 > head.length;
}
