import { createHash } from 'node:crypto';
import { collapse } from './plain-text.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * The id of a paragraph, which depends on its own text alone: `p-` and the first 40 bits of
 * the SHA-256 of the text (NFC, white space collapsed) in base32 (RFC 4648, lower-case).
 */
export function paragraphId(text: string): string {
  const hash = createHash('sha256').update(collapse(text).normalize('NFC')).digest();
  let id = '';
  for (let bit = 0; bit < 40; bit += 5) {
    const pair = hash.readUInt16BE(bit >> 3);
    id += alphabet[(pair >> (11 - (bit & 7))) & 31];
  }
  return `p-${id}`;
}

/** Whether something has the form of a paragraph's id. */
export function isParagraphId(id: string): boolean {
  return /^p-[a-z2-7]{8}(?:-\d+)?$/u.test(id);
}
