import { cover } from './mask-source.ts';
import type { TextRule } from './text-rule.ts';

/** Inline marks of other Markdown dialects; they are printed as written. */
export const dialectRules: readonly TextRule[] = [
  {
    name: 'Markdown within an HTML block',
    with: '',
    in: 'htmlText',
    pattern: new RegExp(
      [
        String.raw`!?\[[^[\]\n]{1,300}\]\([^()\s]{1,500}\)`,
        String.raw`(?<![\w*])\*\*[^\s*][^*\n]{0,300}\*\*`,
        String.raw`(?<![\w_])__[^\s_][^_\n]{0,300}__(?![\w_])`,
        String.raw`(?<![\w*])\*[^\s*](?:[^*\n]{0,300}[^\s*])?\*(?![\w*])`,
        String.raw`(?<![\w_])_[^\s_](?:[^_\n]{0,300}[^\s_])?_(?![\w_])`,
        String.raw`(?<!~)~~[^\s~][^~\n]{0,300}~~`,
        '`[^`\\n]{1,300}`',
        String.raw`^[ \t${cover}]*(?:#{1,6}|[-+*]|\d{1,9}[.)]|>)[ \t][^\n]*`,
      ].join('|'),
      'gmu',
    ),
    cure: 'it is printed as written; put an empty line between the tag and the text, or write HTML',
  },
  {
    name: 'a table of contents marker',
    with: '[',
    pattern: /\[\[_?toc_?\]\]|^[ \t]*@?\[toc\][ \t]*$/gimu,
    cure: 'it is printed as written; remove it: the page lists its headings itself',
  },
  {
    name: 'an Obsidian embed',
    with: '![[',
    pattern: /!\[\[[^[\]\n]{1,300}\]\]/gu,
    cure: 'it is printed as written; write `![description](picture.jpg)`, or a link',
  },
  {
    name: 'a wiki link',
    with: '[[',
    pattern: /\[\[[^[\]\n]{1,300}\]\]/gu,
    cure: 'it is printed as written; write `[words](file.md)`',
  },
  {
    name: 'an inline footnote',
    with: '^[',
    pattern: /\^\[[^[\]\n]{1,500}\]/gu,
    cure: 'it is printed as written; write `[^1]` here, and `[^1]: …` below the paragraph',
  },
  {
    name: 'a citation key',
    with: '@',
    pattern:
      /\[[^[\]\n]{0,200}(?<![\p{L}\p{N}.])@[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]{0,100}[^[\]\n]{0,200}\]/gu,
    cure: 'it is printed as written; write the source out, or as a footnote `[^1]`',
  },
  {
    name: 'a link or picture that cannot be read',
    with: '](',
    pattern: /!?\[[^[\]\n]{0,300}\]\([^()\n]{0,500}\)/gu,
    cure: 'it is printed as written; put an address that holds spaces in `<…>`: `[words](<two words.pdf>)`',
  },
  {
    name: 'a reference to an undefined link',
    with: '][',
    pattern: /!?\[[^[\]\n]{1,300}\]\[[^[\]\n]{0,100}\]/gu,
    when: (written) => !/^\[\d+\]\[\d+\]$/u.test(written),
    cure: 'its brackets are printed; add a line `[name]: https://…`, or write `[words](https://…)`',
  },
  {
    name: 'a ruby annotation',
    with: ['《', '{'],
    pattern:
      /[|｜][\p{Script=Han}々〆ヶ]{1,20}《[^《》\n]{1,60}》|\{[\p{Script=Han}々〆ヶ]{1,20}[|｜][\p{Script=Hiragana}\p{Script=Katakana}ー|｜・]{1,60}\}/gu,
    cure: 'it is printed as written; write `<ruby>漢字<rt>かんじ</rt></ruby>`',
  },
  {
    name: 'a highlight',
    with: '==',
    pattern:
      /(?<![A-Za-z0-9=])==(?=[^\s=])[^=\n]{0,500}[^\s=]==(?!=)|(?<![A-Za-z0-9=])==[^\s=]==(?!=)/gu,
    cure: 'it is printed as written; write `<mark>…</mark>`',
  },
  {
    name: 'inserted text',
    with: '++',
    pattern: /(?<![\p{L}\p{N}+])\+\+(?=[^\s+])[^+\n]{0,300}[^\s+]\+\+(?![\p{L}\p{N}+])/gu,
    cure: 'it is printed as written; write `<ins>…</ins>`, or `<kbd>…</kbd>` for keys',
  },
  {
    name: 'a superscript',
    with: '^',
    pattern: /(?<=[\p{L}\p{N})\]])\^(?![oOㅁㅇㅅㅂㅡ0wv]\^)[\p{L}\p{N}+\-−(),.]{1,20}\^/gu,
    cure: 'it is printed as written; write `<sup>…</sup>`',
  },
  {
    name: 'a subscript',
    with: '~',
    pattern:
      /(?<=[A-Za-z)\]])~(?:[0-9]{1,3}[+-]?|[a-z])~|(?<![\p{L}\p{N}])[A-Za-z]~[A-Za-z0-9+-]{1,12}~/gu,
    cure: 'it is printed as written; write `<sub>…</sub>`',
  },
  {
    name: 'an emoji code',
    with: ':',
    pattern:
      /(?<![\p{Script=Latin}\p{Script=Arabic}\p{N}:/_-]):(?:[a-z][a-z0-9_+-]{1,40}|[+-]1|100):(?![\p{Script=Latin}\p{N}:/_])/gu,
    cure: 'it is printed as written; write the emoji itself, or remove it',
  },
  {
    name: 'an Obsidian tag',
    with: '#',
    pattern:
      /(?<![\p{L}\p{N}/#&=?_-])#\p{L}[\p{L}\p{N}_-]{0,60}\/[\p{L}\p{N}_-][\p{L}\p{N}_/-]{0,60}/gu,
    cure: 'it is printed as written; name topics in the front matter: `topics: […]`',
  },
  {
    name: 'an unclosed hidden comment',
    with: '%%',
    pattern: /(?<![\p{N}%]|\p{N}[ \t])%%(?![%\s])/gu,
    cure: 'it is printed as written; remove it, or close it with `%%`',
  },
];
