import { createHash } from 'node:crypto';

/** The source expression that allows one inline text (CSP Level 3, 2.3.1). */
export function inlineHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}
