import { hash } from 'node:crypto';
import { collapse } from './plain-text.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * The id of a paragraph, which depends on its own text alone: `p-` and the first 40 bits of
 * the SHA-256 of the text (NFC, white space collapsed) in base32 (RFC 4648, lower-case).
 */
export function paragraphId(text: string): string {
  let bits = Number.parseInt(hash('sha256', collapse(text).normalize('NFC')).slice(0, 10), 16);
  let id = '';
  for (; id.length < 8; bits = Math.floor(bits / 32)) id = alphabet[bits % 32] + id;
  return `p-${id}`;
}

/** Whether something has the form of a paragraph's id. */
export function isParagraphId(id: string): boolean {
  return /^p-[a-z2-7]{8}(?:-\d+)?$/u.test(id);
}
