import type { TextRule } from './text-rule.ts';

/**
 * Template and component tags, which other generators replace before readers see them. The
 * first matching rule counts.
 */
export const templateRules: readonly TextRule[] = [
  {
    name: 'a Hugo shortcode',
    with: '{{',
    in: 'outsideCode',
    pattern: /\{\{[<%](?:[^{}]{0,1000}[>%]\}\})?/gu,
    cure: 'it is printed as written; replace it with what it shows: a picture, a link, a quotation',
  },
  {
    name: 'a Liquid tag',
    with: '{%',
    in: 'outsideCode',
    pattern: /\{%[^{}]{0,1000}%\}/gu,
    cure: 'it is printed as written; write its content',
  },
  {
    name: 'a template variable',
    with: '{{',
    in: 'outsideCode',
    pattern: /\{\{[^{}]{0,1000}\}\}/gu,
    cure: 'it is printed as written; write its value, or `\\{{` if the braces are meant',
  },
  {
    name: 'a template tag',
    with: '<%',
    in: 'outsideCode',
    pattern: /<%[^%\n]{0,300}%>/gu,
    cure: 'it is printed as written; write its content',
  },
  {
    name: 'a marked change',
    with: '{',
    pattern: /\{(?:\+\+|--|~~|==)[^{}\n]{1,500}(?:\+\+|--|~~|==)\}/gu,
    cure: 'it is printed as written; write `<ins>…</ins>`, `<del>…</del>` or the final words',
  },
  {
    name: 'an attribute list',
    with: '{',
    pattern:
      /\{:?[ \t]*(?:(?:[.#][\w-]{1,60}|[\w-]{1,60}=(?:"[^"\n}]{0,200}"|'[^'\n}]{0,200}'|[^\s"'{}]{1,200})|-)(?=[\s}])[ \t]*){1,20}\}/gu,
    cure: 'it is printed as written; remove it: headings get their ids from their words, and the site has its own styles',
  },
  {
    name: 'an attribute list with letters beyond ASCII',
    with: '{#',
    pattern: /\{#[\p{L}\p{N}_-]{1,60}\}/gu,
    cure: 'it is printed as written; remove it: headings get their ids from their words',
  },
  {
    name: 'a kramdown or Pandoc instruction',
    with: '{',
    pattern: /\{(?::{1,2}\/?[a-z][^{}\n]{0,300}|=[a-z]{1,20})\}/gu,
    cure: 'it is printed as written; remove it',
  },
  {
    name: 'an MDX import',
    with: 'import',
    pattern: /^import\s(?:[^'"\n]{1,300}\sfrom[ \t]*)?['"][^'"\n]{1,300}['"];?[ \t]*$/gmu,
    cure: 'it is printed as written; remove it, and write what its component showed',
  },
  {
    name: 'an MDX export',
    with: 'export',
    pattern: /^export[ \t]+(?:(?:default|const|let|var|function|async|class)\b|[{*])[^\n]*/gmu,
    cure: 'it is printed as written; remove it',
  },
  {
    name: 'a component',
    with: '<',
    pattern: /<\/?[A-Z][\w.]{0,60}\s[^<>]{0,600}\{[^<>]{0,600}>|^[ \t]*<\/?>[ \t]*$/gmu,
    cure: 'it is printed as written; write Markdown or HTML instead',
  },
  {
    name: 'a word in braces',
    with: '{',
    pattern: /(?<![{$\uFFFC])\{\p{L}{1,60}\}(?!\})/gu,
    cure: 'it is printed with its braces; write its value if it is a variable, or `\\{` if the braces are meant',
  },
  {
    name: 'a template expression',
    with: '{',
    pattern:
      /(?<![{\uFFFC])\$?\{[ \t]{0,3}[A-Za-z_$][\w$]{0,60}(?:\.[\w$]{1,60}|\([^(){}\n]{0,100}\)|\[[^[\]{}\n]{0,60}\]){0,8}[ \t]{0,3}\}|\{[^{}\n]{1,200}(?:=>|\?|&&|\|\||\(|[ \t][+*/-][ \t])[^{}\n]{0,200}\}/gu,
    cure: 'it is printed as written; write its value, or `\\{` if the braces are meant',
  },
  {
    name: 'a shortcode',
    with: '[',
    pattern:
      /\[[a-z][\w-]{1,30}(?:[ \t]+[\w-]{1,30}=(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|[^\s\]"']{1,300})){1,20}[ \t]*\/?\]|\[(?<tag>[a-z][\w-]{0,30})(?:[ =][^\]\n]{0,300})?\][^[\n]{0,1000}\[\/\k<tag>\]/gu,
    cure: 'it is printed as written; write its content in Markdown',
  },
];
