import type { TextRule } from './text-rule.ts';

const asItStands = 'it is printed as written; write';

/**
 * Syntax of AsciiDoc, reStructuredText, MediaWiki, Textile and Org, and typing errors in
 * Markdown.
 */
export const foreignRules: readonly TextRule[] = [
  {
    name: 'an address with its words in brackets',
    with: '://',
    in: 'outsideCode',
    // Letters of other scripts end a bare URL.
    pattern: /(?:link:)?https?:\/\/[!-'*-;=?-Z\\^-~]{1,1000}\[(?!\^)[^[\]\n]{1,300}\]/gu,
    cure: `${asItStands} \`[words](https://…)\``,
  },
  {
    name: 'an address and its words in brackets',
    with: '[http',
    in: 'outsideCode',
    pattern: /(?<!\])\[https?:\/\/[^\s<>()[\]]{1,1000}[ \t]+[^[\]\n]{1,300}\](?![([])/gu,
    cure: `${asItStands} \`[words](https://…)\``,
  },
  {
    name: 'words in quotation marks before an address',
    with: '":http',
    in: 'outsideCode',
    pattern: /"[^"\n]{1,300}":https?:\/\/\S{1,1000}/gu,
    cure: `${asItStands} \`[words](https://…)\``,
  },
  {
    name: 'a link with swapped brackets',
    with: ')[',
    in: 'outsideCode',
    pattern: /\([^()\n]{1,300}\)\[(?:https?:\/\/|\.{0,2}\/|www\.)[^\s[\]]{1,1000}\]/gu,
    cure: `${asItStands} \`[words](address)\``,
  },
  {
    name: 'a link with a space in it',
    with: '] (',
    in: 'outsideCode',
    pattern: /!?\[[^[\]\n]{1,300}\][ \t]+\((?:https?:\/\/|\.{0,2}\/|www\.)[^\s()]{1,1000}\)/gu,
    cure: `${asItStands} \`[words](address)\``,
  },
  {
    name: 'an unclosed link',
    with: '](',
    pattern:
      /!?\[[^[\]\n]{1,300}\]\((?:\uFFFC{8,1000}|(?:\.{0,2}\/|www\.)[^\s()]{1,1000})(?![^\s()])(?![^()\n]{0,200}\))/gu,
    cure: `${asItStands} \`)\` after the address`,
  },
  {
    name: 'a heading with equals signs',
    with: '=',
    pattern: /^[ \t]{0,3}(?<it>={1,6}[ \t]+[\p{L}\p{N}][^\n]{0,200})$/gmu,
    cure: `${asItStands} \`## Words\``,
  },
  {
    name: 'a Textile heading',
    with: '. ',
    pattern: /^[ \t]{0,3}(?<it>(?:h[1-6]|bq)\.[ \t]+\S[^\n]{0,200})$/gmu,
    cure: `${asItStands} \`## Words\` for a heading, \`> words\` for a quotation`,
  },
  {
    name: 'an AsciiDoc macro',
    with: '[',
    pattern:
      /(?<![\p{L}\p{N}])(?:(?:image|video|audio|include|toc|ifdef|ifndef|endif)::|(?:xref|image|kbd|btn|menu|icon|pass|stem|footnote|anchor):)[^\s[\]]{0,300}\[[^[\]\n]{0,300}\]/gu,
    cure: `${asItStands} Markdown instead`,
  },
  {
    name: 'an AsciiDoc block style',
    with: '[',
    pattern:
      /^[ \t]{0,3}(?<it>\[(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION|source|quote|verse|example|sidebar|abstract|listing)(?:,[^\]\n]{0,100})?\])[ \t]*$/gmu,
    cure: `${asItStands} a quotation (\`> …\`) or code`,
  },
  {
    name: 'an AsciiDoc block delimiter',
    with: ['|===', '////', '....', '++++'],
    pattern: /^(?<it>\|={3,}|\/{4,}|\.{4,}|\+{4,})[ \t]*$/gmu,
    cure: 'it is printed as written; remove it, and write a table, a quotation or code of Markdown',
  },
  {
    name: 'an AsciiDoc comment',
    with: '//',
    pattern: /^(?<it>\/\/[ \t]+\S[^\n]{0,200})/gmu,
    cure: 'it is printed as written; remove it, or write `<!-- … -->`',
  },
  {
    name: 'a reStructuredText directive',
    with: '.. ',
    pattern:
      /^[ \t]*(?<it>\.\.[ \t]+(?:[\w-]{1,40}::|\[[^\]\n]{1,60}\]|_[^:\n]{1,60}:)[^\n]{0,200})/gmu,
    cure: `${asItStands} Markdown instead`,
  },
  {
    name: 'a reStructuredText link',
    with: '\uFFFC_',
    pattern: /(?<=\uFFFC)_{1,2}(?![\p{L}\p{N}_])/gu,
    unless: /^(?![\s\S]*`_)/u,
    cure: 'it is printed as code; write `[words](https://…)`',
  },
  {
    name: 'an Org option',
    with: '#+',
    pattern: /^[ \t]*(?<it>#\+[A-Za-z_]{2,40}:?[^\n]{0,200})/gmu,
    cure: 'it is printed as written; remove it, or write Markdown instead',
  },
  {
    name: 'an Obsidian field',
    with: '::',
    pattern: /^[ \t]*(?:[-*][ \t]+)?(?<it>[\p{L}][\p{L}\p{N} _-]{0,40}::)(?=[ \t])/gmu,
    cure: 'it is printed as written; remove it, or write a sentence',
  },
  {
    name: 'MediaWiki bold marks',
    with: "'''",
    pattern: /(?<![\p{N}'])'{3}[^'\n]{1,300}'{3}(?!')/gu,
    cure: `${asItStands} \`**…**\``,
  },
  {
    name: 'a spoiler',
    with: '!',
    pattern: />![^\n<>]{1,300}!</gu,
    cure: `${asItStands} \`<details><summary>…</summary>\``,
  },
  {
    name: 'a spoiler',
    with: '||',
    pattern:
      /(?<![|\s]|[\p{L}\p{N}])\|\|[^\s|][^|\n]{0,300}[^\s|]\|\|(?!\|)|(?<=^|[ \t])\|\|[^\s|][^|\n]{0,300}[^\s|]\|\|(?!\|)/gmu,
    cure: `${asItStands} \`<details><summary>…</summary>\``,
  },
  {
    name: 'an item with a number sign',
    with: '#.',
    pattern: /^[ \t]*(?<it>#\.)[ \t]+\S/gmu,
    cure: 'it is printed as written; write `1.`',
  },
  {
    name: 'a numbered example',
    with: '(@',
    pattern: /^[ \t]*(?<it>\(@[\w-]{0,40}\))[ \t]+\S/gmu,
    cure: 'it is printed as written; write its number',
  },
  {
    name: 'a task outside of a list',
    with: '[',
    pattern: /^[ \t>]{0,6}(?<it>\[[ xX]\])[ \t]+\S/gmu,
    cure: 'its brackets are printed; write `- [ ] words`',
  },
  {
    name: 'a task without a space',
    with: '[',
    pattern: /^[ \t>]*[-+*][ \t]+(?<it>\[[ xX]\])(?=[\p{L}\p{N}])/gmu,
    cure: 'its brackets are printed; put a space after them',
  },
  {
    name: 'two backslashes at the end of a line',
    with: '\\\\',
    in: 'withEscapes',
    pattern: /\\\\[ \t]*\n(?=\S)/gu,
    cure: 'one is printed; end a line with one backslash for a new line',
  },
  {
    name: 'a path with a backslash before a sign',
    with: ':\\',
    in: 'withEscapes',
    pattern:
      /(?<![\p{L}\\])[A-Za-z]:(?:\\[\p{L}\p{N} ]{1,60})*\\[!-/:-@[\]^_`{-~][^\s<>]{0,200}/gu,
    cure: 'the backslash is not printed; write the path as code: `` `C:\\…` ``',
  },
  {
    name: 'a path with two backslashes',
    with: '\\\\',
    in: 'withEscapes',
    pattern: /(?<![^\s(“"'])\\\\[\p{L}\p{N}][\p{L}\p{N}.-]{0,60}\\[^\s<>]{1,200}/gu,
    cure: 'one of them is printed; write the path as code: `` `\\\\…` ``',
  },
  {
    name: 'a character reference without a semicolon',
    with: '&',
    pattern:
      /&(?:nbsp|amp|lt|gt|quot|copy|reg|mdash|ndash|hellip|euro|[lr][sd]quo|#\d{2,5})(?![\p{L}\p{N};=])/gu,
    cure: 'it is printed as written; write the character itself',
  },
  {
    name: 'a double-escaped character reference',
    with: '&amp;',
    pattern:
      /&amp;(?:amp|nbsp|lt|gt|quot|apos|[lr][sd]quo|[mn]dash|hellip|#\d{2,5}|#x[\da-f]{2,5});/giu,
    cure: 'readers see a reference; write the character itself',
  },
  {
    name: 'an invalid character reference',
    with: '&#',
    pattern: /&#(?:\d{1,8}|[xX][\da-fA-F]{1,7});/gu,
    when: (written) =>
      !isCharacter(Number(`0${written.slice(2, -1)}`.replace(/^0(?=\d)/u, ''))),
    cure: 'readers see � instead; write the character itself, such as `’`',
  },
  {
    name: 'words between single tildes',
    with: '~',
    pattern: /(?<![\p{L}\p{N}~])~(?=[\p{L}"“(])[^~\n]{1,300}(?<=[^\s~])~(?![\p{L}\p{N}~])/gu,
    cure: 'the tildes are printed; write `~~…~~` for deleted text',
  },
  {
    name: 'an unclosed HTML comment',
    with: '<!--',
    pattern: /<!--/gu,
    cure: 'it is printed with all that it hides; write `-->` where it ends, or `\\<!--` if it is text',
  },
];

/** 128 to 159 are characters of an old Windows code page. */
function isCharacter(code: number): boolean {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return false;
  return code > 159 || (code > 31 && code < 127) || code === 9 || code === 10 || code === 13;
}
