/** What stands at 0x80-0x9F of windows-1252 (WHATWG Encoding, index-windows-1252). */
const windows1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'];

/**
 * Bytes in an encoding, named by any label that browsers know, as text with LF line ends and
 * without a byte order mark. Undefined for an unknown label and, with `strictly`, for bytes that
 * are none of the encoding; else those become U+FFFD.
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
    // Node reads it as Latin-1, which has control characters in the place of quotes.
    return text.replace(
      /[\u0080-\u009f]/gu,
      (sign) => windows1252[sign.charCodeAt(0) - 0x80] ?? sign,
    );
  } catch {
    return undefined;
  }
}

/** The encoding that a label stands for, as browsers call it; undefined for an unknown one. */
export function canonicalEncoding(label: string | undefined): string | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
