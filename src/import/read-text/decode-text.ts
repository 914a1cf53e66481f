import type { Note, SourceFile } from '../draft.ts';
import {
  charsetOf,
  decodeAs,
  encodingOfMark,
  encodingOfZeros,
  guessEncoding,
} from '../encodings.ts';

/** Text with LF line ends and without a byte order mark, or the reason to refuse it. */
type DecodedText =
  | { readonly text: string; readonly notes: readonly Note[] }
  | { readonly reason: string };

const controls = /[[\p{Cc}--[\t\n\f\v\x85]]\p{Noncharacter_Code_Point}]/gv;

/**
 * Decodes bytes by byte order mark, certain UTF-8, the server's charset, or UTF-16 without a
 * mark; otherwise guesses an older encoding, with a doubtful note. Removes control characters,
 * with a note.
 */
export function decodeText(
  { bytes, contentType }: Pick<SourceFile, 'bytes' | 'contentType'>,
  lang?: string,
): DecodedText {
  if (bytes.length === 0) return { reason: 'the file is empty' };
  const marked = encodingOfMark(bytes) ?? encodingOfZeros(bytes);
  const sure = [
    marked,
    isCertainUtf8(bytes) ? 'utf-8' : undefined,
    charsetOf(contentType),
    'utf-8',
  ].find((encoding) => encoding !== undefined && decode(bytes, encoding) !== undefined);
  const encoding = sure ?? guessed(bytes, lang);
  const text = encoding === undefined ? undefined : decode(bytes, encoding);
  if (encoding === undefined || text === undefined) {
    return {
      reason: 'unknown encoding; save it as UTF-8 or give its language with --lang',
    };
  }
  const found = text.match(controls)?.length ?? 0;
  const zeros = text.split('\0').length - 1;
  if (found > 8 + text.length / 20 || zeros > 2) return { reason: 'it is a binary file' };
  const notes: Note[] = [];
  if (sure === undefined) {
    notes.push({
      ...{ line: 1, field: 'encoding', certainty: 'doubtful' },
      message: `read as ${encoding}: it is not UTF-8`,
    });
  }
  if (found > 0) {
    const line = text.slice(0, text.search(controls)).split('\n').length;
    const message = found === 1 ? 'a control character' : `${found} control characters`;
    notes.push({ line, field: 'dropped', message, certainty: 'certain' });
  }
  return { text: text.toWellFormed().replace(controls, ''), notes };
}

/** Valid UTF-8 with characters beyond ASCII is UTF-8, even if a server declares another encoding. */
function isCertainUtf8(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 0x7f) && decode(bytes, 'utf-8') !== undefined;
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  return decodeAs(bytes, encoding, 'strictly');
}

function guessed(bytes: Uint8Array, lang: string | undefined): string | undefined {
  const named = guessEncoding(bytes, lang ?? '');
  if (named !== undefined) return named;
  // Single accented letters and quotes between ASCII characters: a Western text.
  const high = bytes.reduce((sum, byte) => sum + (byte > 0x7f ? 1 : 0), 0);
  return high < bytes.length / 8 ? 'windows-1252' : undefined;
}
