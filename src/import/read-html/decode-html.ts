import type { Note } from '../draft.ts';
import {
  type ChosenEncoding,
  canonicalEncoding,
  charsetOf,
  chooseEncoding,
  decodeAs,
  encodingOfMark,
  encodingOfZeros,
  guessEncoding,
} from '../encodings.ts';

/** How far from the beginning a charset declaration may be; browsers look at 1024 bytes. */
const LOOKED_AT = 4096;

/**
 * Decodes a page: byte order mark, then certain UTF-8, then the server's charset, then `<meta
 * charset>`, then UTF-8, an older encoding of the page's language, or windows-1252. Notes a
 * guess, a wrong declaration and invalid bytes. Undefined for binary content.
 * @see https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export function decodeHtml(
  bytes: Uint8Array,
  contentType: string | undefined,
): { text: string; notes: Note[] } | undefined {
  const { label, from, doubt } = encodingOf(bytes, contentType);
  const text = decodeAs(bytes, label, 'leniently') ?? '';
  if (isBinary(text)) return undefined;
  const notes: Note[] = [];
  if (doubt !== undefined) notes.push({ field: 'body', message: doubt, certainty: 'likely' });
  if (from === undefined) {
    const message = `read as ${label}: neither the server nor the page declares a charset`;
    const certainty = label === 'utf-8' ? 'likely' : 'doubtful';
    if (label !== 'utf-8' || bytes.some((byte) => byte > 0x7f))
      notes.push({ field: 'body', message, certainty });
  }
  const lost = text.split('\uFFFD').length - 1;
  if (lost > 0) {
    const message = `${lost} characters are not valid ${label} and became U+FFFD`;
    notes.push({ field: 'body', message, certainty: 'doubtful' });
  }
  return { text, notes };
}

function encodingOf(bytes: Uint8Array, contentType: string | undefined): ChosenEncoding {
  const mark = encodingOfMark(bytes);
  if (mark !== undefined) return { label: mark, from: 'the byte order mark says' };
  const zeros = encodingOfZeros(bytes);
  if (zeros !== undefined) return { label: zeros };
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT));
  const declared = /<(?:meta|\?xml)\s[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([^\s"'/>;?]+)/iu;
  const meta = canonicalEncoding(declared.exec(head)?.[1]);
  const chosen = chooseEncoding(bytes, [
    { label: charsetOf(contentType), from: 'the server says' },
    // The declaration was readable byte by byte, so the text cannot be UTF-16.
    { label: meta?.startsWith('utf-16') ? 'utf-8' : meta, from: 'the page says' },
  ]);
  if (chosen.from !== undefined || chosen.label === 'utf-8') return chosen;
  const language = /<html\s[^>]*?\blang\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1] ?? '';
  const guessed = guessEncoding(bytes, language);
  if (guessed === undefined) return chosen;
  const doubt = chosen.doubt?.replace(chosen.label, guessed);
  return { label: guessed, doubt };
}

/** Whether more than one in a hundred characters at the beginning does not occur in text. */
function isBinary(text: string): boolean {
  const head = text.slice(0, LOOKED_AT);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const odd = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/gu)?.length ?? 0;
  return odd * 100 > head.length;
}
