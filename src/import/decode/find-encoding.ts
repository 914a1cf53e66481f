/** The encoding that a byte order mark at the beginning of a file tells. */
export function encodingOfMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** The label in what a server says of a file: `text/html; charset=EUC-KR`. */
export function charsetOf(contentType: string | undefined): string | undefined {
  return /charset\s*=\s*["']?([\w.:-]+)/iu.exec(contentType ?? '')?.[1];
}

/**
 * UTF-16 of a text with Latin letters or spaces has zeros at every other byte, and few elsewhere:
 * of signs such as \u4E00.
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
