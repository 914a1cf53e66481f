import type { Citation } from './citation.ts';

/** A short ASCII name for a citation among others: `bridge-2026`, from its address and year. */
export function citationKey({ url, published }: Citation): string {
  const name = new URL(url).pathname.split('/').findLast((part) => /[a-z]/i.test(part)) ?? '';
  const plain = name.includes('%') ? '' : name.replace(/[^\w-]+/g, '').toLowerCase();
  return `${plain || 'article'}-${published?.slice(0, 4) ?? 'nd'}`;
}
