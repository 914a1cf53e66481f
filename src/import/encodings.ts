/** The encoding for some bytes, and what to report about the choice. */
export interface ChosenEncoding {
  readonly label: string;
  /** Where the label came from; absent for a guess. */
  readonly from?: string;
  /** Reports that a declared encoding contradicts the bytes. */
  readonly doubt?: string;
}

/** A declared encoding. Earlier declarations take precedence. */
interface DeclaredEncoding {
  readonly label: string | undefined;
  /** Who declares it, as the beginning of a sentence: `the server says`. */
  readonly from: string;
}

/**
 * Chooses the encoding of a text without a byte order mark. Bytes that are valid UTF-8 with
 * characters beyond ASCII (few broken ones allowed) are UTF-8, even if another encoding is declared: no other
 * encoding produces such bytes by chance. Otherwise the first known declared encoding that fits
 * the bytes, then UTF-8, then windows-1252.
 */
export function chooseEncoding(
  bytes: Uint8Array,
  said: readonly DeclaredEncoding[],
): ChosenEncoding {
  const known = said.flatMap(({ label, from }) => {
    const encoding = canonicalEncoding(label);
    return encoding === undefined ? [] : [{ label: encoding, from }];
  });
  const [first] = known;
  const isAscii = bytes.every((byte) => byte < 0x80 && byte !== 0x1b);
  const isUtf8 = isMostlyUtf8(bytes);
  if (isUtf8 && !isAscii) {
    if (first === undefined) return { label: 'utf-8' };
    if (first.label === 'utf-8') return first;
    const doubt = `read as utf-8, which fits the bytes, although ${first.from} ${first.label}`;
    return { label: 'utf-8', from: 'the bytes say', doubt };
  }
  const fits = known.find(({ label }) => decodeAs(bytes, label, 'strictly') !== undefined);
  if (fits === undefined && first?.label === 'utf-8') {
    const doubt = `read as windows-1252: the bytes are not utf-8, although ${first.from} so`;
    return { label: 'windows-1252', doubt };
  }
  if (fits !== undefined && fits !== first)
    return {
      ...fits,
      doubt: `read as ${fits.label}: the bytes are not ${first?.label}, although ${first?.from} so`,
    };
  if (fits ?? first) return (fits ?? first) as ChosenEncoding;
  return { label: isUtf8 ? 'utf-8' : 'windows-1252' };
}

/** Whether bytes are UTF-8. One broken character in twenty is tolerated. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  // An escape marks one of the encodings that switch between alphabets.
  if (bytes.includes(0x1b)) return false;
  const text = decodeAs(bytes, 'utf-8', 'leniently') ?? '';
  let [broken, whole] = [0, 0];
  for (const [sign] of text.matchAll(/\P{ASCII}/gu)) {
    if (sign === '\uFFFD') broken++;
    else whole++;
  }
  return broken * 20 <= whole;
}

/** The encoding that a byte order mark declares. */
export function encodingOfMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** The charset of a media type: `text/html; charset=EUC-KR`. */
export function charsetOf(contentType: string | undefined): string | undefined {
  return /charset\s*=\s*["']?([\w.:-]+)/iu.exec(contentType ?? '')?.[1];
}

/**
 * Detects UTF-16 without a mark: text with Latin letters or spaces has zeros at every other byte,
 * and few elsewhere (from characters such as \u4E00).
 */
export function encodingOfZeros(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0];
  const head = bytes.subarray(0, 4096);
  for (const [index, byte] of head.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (bytes.length % 2 === 1 || even + odd < Math.max(2, head.length / 20)) return undefined;
  if (even * 8 <= odd) return 'utf-16le';
  return odd * 8 <= even ? 'utf-16be' : undefined;
}

/** Encodings to try for bytes that are not UTF-8, by language. */
const oldEncodings: readonly [language: RegExp, encoding: string][] = [
  [/^ko\b/iu, 'euc-kr'],
  // Before Shift_JIS, whose half-width letters fit the same bytes.
  [/^ja\b/iu, 'euc-jp'],
  [/^ja\b/iu, 'shift_jis'],
  [/^zh-(?:hant|tw|hk)\b/iu, 'big5'],
  [/^zh\b/iu, 'gb18030'],
  [/^(?:ru|uk|bg|sr)\b/iu, 'windows-1251'],
  [/^ar\b/iu, 'windows-1256'],
];

/** Guesses the encoding of bytes that are not UTF-8 from their language. */
export function guessEncoding(bytes: Uint8Array, language: string): string | undefined {
  return oldEncodings.find(
    ([known, encoding]) =>
      known.test(language) && decodeAs(bytes, encoding, 'strictly') !== undefined,
  )?.[1];
}

/** Characters at 0x80-0x9F in windows-1252 (WHATWG Encoding, index-windows-1252). */
const windows1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'];

/**
 * Decodes bytes to text with LF line ends and without a byte order mark. `label` is any label
 * that browsers know. Returns undefined for an unknown label and, with `strictly`, for invalid
 * bytes; `leniently` replaces those with U+FFFD.
 */
export function decodeAs(
  bytes: Uint8Array,
  label: string,
  strictly: 'strictly' | 'leniently',
): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: strictly === 'strictly' });
    const text = decoder.decode(bytes).replace(/\r\n?/gu, '\n');
    if (decoder.encoding !== 'windows-1252') return text;
    // Node decodes windows-1252 as Latin-1, which has control characters instead of quotes.
    return text.replace(
      /[\u0080-\u009f]/gu,
      (sign) => windows1252[sign.charCodeAt(0) - 0x80] ?? sign,
    );
  } catch {
    return undefined;
  }
}

/** The canonical name of an encoding label, as in browsers; undefined for an unknown label. */
export function canonicalEncoding(label: string | undefined): string | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
