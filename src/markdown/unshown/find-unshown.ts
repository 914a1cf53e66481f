import type { Root } from 'mdast';
import { blockRules } from './block-rules.ts';
import { dialectRules } from './dialect-rules.ts';
import { findInHtml } from './find-in-html.ts';
import { findInTree } from './find-in-tree.ts';
import type { Finding } from './finding.ts';
import { formulaRules } from './formula-rules.ts';
import { maskSource } from './mask-source.ts';
import { scanHtml } from './scan-html.ts';
import { templateRules } from './template-rules.ts';
import type { TextRule } from './text-rule.ts';

const rules: readonly TextRule[] = [
  ...formulaRules,
  ...blockRules,
  ...templateRules,
  ...dialectRules,
];

/**
 * Everything in copy that readers do not get as it is written, in the order of the source. Where
 * two rules fit one place, the first counts: a shortcode that looks like an HTML tag is a shortcode.
 */
export function findUnshown(tree: Root, source: string): Finding[] {
  const html = scanHtml(tree, source);
  const found: Finding[] = [];
  const taken = new Uint8Array(source.length);
  const masks = maskSource(tree, source, html);
  for (const { pattern, with: part, in: mask = 'prose', when, name, cure } of rules) {
    if (!source.includes(part)) continue;
    const kind = { field: 'text', name, cure } as const;
    for (const match of masks[mask].matchAll(pattern)) {
      const written = match.groups?.['it'] ?? match[0];
      const start = match.index + match[0].lastIndexOf(written);
      const end = start + written.length;
      if (taken.subarray(start, end).includes(1)) continue;
      if (when?.(source.slice(start, end)) === false) continue;
      taken.fill(1, start, end);
      found.push({ kind, start, end });
    }
  }
  for (const finding of findInHtml(html.tokens, source))
    if (!taken[finding.start]) found.push(finding);
  return [...found, ...findInTree(tree, source)].sort((a, b) => a.start - b.start);
}
