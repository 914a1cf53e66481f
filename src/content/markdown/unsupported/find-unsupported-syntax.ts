import type { Root } from 'mdast';
import { applyRules } from './apply-rules.ts';
import { blockRules } from './block-rules.ts';
import { dialectRules } from './dialect-rules.ts';
import { findInHtml } from './find-in-html.ts';
import { findInTree, listLines } from './find-in-tree.ts';
import { findListLines } from './find-list-lines.ts';
import type { Finding } from './finding.ts';
import { foreignRules } from './foreign-rules.ts';
import { formulaRules } from './formula-rules.ts';
import { leftoverRules } from './leftover-rules.ts';
import { maskSource } from './mask-source.ts';
import { scanHtml } from './scan-html.ts';
import { templateRules } from './template-rules.ts';
import type { TextRule } from './text-rule.ts';

const rules: readonly TextRule[] = [
  ...formulaRules,
  ...blockRules,
  ...templateRules,
  ...dialectRules,
  ...foreignRules,
  ...leftoverRules,
];

/**
 * Finds all unsupported syntax, in the order of the source. Where two rules match the same
 * place, the first counts: a shortcode that looks like an HTML tag is a shortcode.
 */
export function findUnsupportedSyntax(tree: Root, source: string): Finding[] {
  const html = scanHtml(tree, source);
  const masks = maskSource(tree, source, html);
  const { found, taken } = applyRules(rules, masks, source);
  for (const finding of findInHtml(html.tokens, source))
    if (!taken[finding.start]) found.push(finding);
  for (const [start, end] of html.texts)
    for (const [from, to] of findListLines(masks.prose.slice(start, end)))
      found.push({
        kind: { field: 'text', ...listLines },
        start: start + from,
        end: start + to,
      });
  return [...found, ...findInTree(tree, source, masks.prose)].sort((a, b) => a.start - b.start);
}
