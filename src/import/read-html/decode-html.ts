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
  const { label, from } = charsetOf(bytes, contentType);
  const text = decoded(bytes, label);
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
  return { text: text.replace(/\r\n?/gu, '\n'), notes };
}

function charsetOf(
  bytes: Uint8Array,
  contentType: string | undefined,
): { label: string; from?: string } {
  const mark = byteOrderMark(bytes);
  if (mark !== undefined) return { label: mark, from: 'the byte order mark says' };
  const said = known(/charset\s*=\s*["']?([^\s"';]+)/iu.exec(contentType ?? '')?.[1]);
  if (said !== undefined) return { label: said, from: 'the server says' };
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT));
  const declared = /<(?:meta|\?xml)\s[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([^\s"'/>;?]+)/iu;
  const meta = known(declared.exec(head)?.[1]);
  if (meta !== undefined)
    return { label: meta.startsWith('utf-16') ? 'utf-8' : meta, from: 'the page says' };
  return { label: isUtf8(bytes) ? 'utf-8' : 'windows-1252' };
}

/** What stands at 0x80-0x9F of windows-1252, which Node's decoder takes for control characters. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function decoded(bytes: Uint8Array, label: string): string {
  const text = new TextDecoder(label).decode(bytes);
  if (label !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/gu, (one) => high[one.charCodeAt(0) - 0x80] ?? one);
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

/** The charset that a label stands for; undefined for one that browsers do not know. */
function known(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether more than one in a hundred characters of the beginning is none that text has. */
function isBinary(text: string): boolean {
  const head = text.slice(0, LOOKED_AT);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const odd = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/gu)?.length ?? 0;
  return odd * 100 > head.length;
}
