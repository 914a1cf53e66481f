import type { TextRule } from './text-rule.ts';

const cure =
  'its TeX is printed; write it in words, signs and `<sub>`, `<sup>`, or show it as a picture';

/** TeX formulas, whose braces and brackets must not match other rules. */
export const formulaRules: readonly TextRule[] = [
  {
    name: 'a formula',
    with: '$$',
    pattern: /\$\$[^$]{1,1000}\$\$/gu,
    cure,
  },
  {
    name: 'a formula',
    with: '$',
    pattern:
      /(?<![\w$])\$(?![\s$])[^$\n]{0,200}[^\s$]\$(?![\w$])|(?<![\w$])\$[A-Za-z]\$(?![\w$])/gu,
    when: isFormula,
    cure,
  },
  {
    name: 'a formula',
    with: '$\uFFFC',
    pattern: /\$\uFFFC{3,500}\$/gu,
    unless: /^(?![\s\S]*\$`)/u,
    cure,
  },
  {
    name: 'a formula',
    with: '\\',
    in: 'withEscapes',
    pattern:
      /\\\([^()\n]{1,300}\\\)|\\\[[^[\]]{1,1000}\\\]|\\(?:begin|end|frac|sqrt|sum|int)\{/gu,
    // `\[^1\]` is an escaped footnote mark.
    when: (written) => /\\[a-zA-Z]{2}|[^[(][\^_]|=/u.test(written),
    cure,
  },
];

/** Prices are not formulas: `$5`, `$5-$6`. */
function isFormula(written: string): boolean {
  const tex = written.slice(1, -1);
  if (/^[\d.,\s]*(?:[kKmMbB]n?|million|billion)?$/u.test(tex)) return false;
  return (
    /\\[a-zA-Z]|[\p{L}\p{N})}]\s?[\^_]|[\^_]\{|^[A-Za-z]$/u.test(tex) ||
    /^[A-Za-z0-9()|.,\s]{1,40}[=<>≤≥≈+*/−-][^\p{L}]*[A-Za-z]?[A-Za-z0-9()|.,\s=<>≤≥≈+*/^−-]{0,60}$/u.test(
      tex,
    )
  );
}
