import type { Finding } from './finding.ts';
import type { Masks } from './mask-source.ts';
import type { TextRule } from './text-rule.ts';

/**
 * Returns what the rules find in a source, and a map of the characters that a rule matched (1).
 */
export function applyRules(
  rules: readonly TextRule[],
  masks: Masks,
  source: string,
): { readonly found: Finding[]; readonly taken: Uint8Array } {
  const found: Finding[] = [];
  const taken = new Uint8Array(source.length);
  for (const { pattern, with: part, in: mask = 'prose', when, unless, name, cure } of rules) {
    const text = masks[mask];
    const mayMatch =
      typeof part === 'string' ? text.includes(part) : part.some((one) => text.includes(one));
    if (!mayMatch || text.search(pattern) < 0) continue;
    for (const match of text.matchAll(pattern)) {
      const written = match.groups?.['it'] ?? match[0];
      const start = match.index + match[0].lastIndexOf(written);
      const end = start + written.length;
      if (taken.subarray(start, end).includes(1)) continue;
      if (when?.(source.slice(start, end)) === false) continue;
      if (unless?.test(source)) continue;
      taken.fill(1, start, end);
      const cureOf = typeof cure === 'string' ? cure : cure(source.slice(start, end));
      found.push({ kind: { field: 'text', name, cure: cureOf }, start, end });
    }
  }
  return { found, taken };
}
