import { nearestName } from '../../../system/problems/nearest-name.ts';
import { formOf, namesOf } from '../blocks/directive-table.ts';
import type { TextRule } from './text-rule.ts';

/** The name after the marks of a block. */
function nameIn(written: string): string {
  return /[\p{L}][\p{L}\p{N}_-]*/u.exec(written)?.[0] ?? '';
}

function isBlock(written: string): boolean {
  return formOf(nameIn(written))?.kind === 'container';
}

function suggestBlock(written: string): string {
  const name = nameIn(written).toLowerCase();
  if (formOf(name)?.kind === 'leaf')
    return `write \`::${name}{file=data.csv}\` on a line of its own`;
  const near = nearestName(nameIn(written), namesOf('container'));
  return near === undefined ? 'write a name such as `factbox` or `note`' : `write \`${near}\``;
}

/** What may precede the text of a line: marks of quotations and lists. */
const margin = String.raw`^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*`;

const container = new RegExp(String.raw`${margin}(?<it>:{3,}[ \t]*[\p{L}{.][^\n]*)`, 'gmu');

/**
 * Characters that look like a space or are invisible, but that Markdown does not treat as a
 * space.
 */
const otherSpace = String.raw`[\u1680\u2000-\u200B\u205F\u2060\u3000\uFEFF]`;

/** Lines that other Markdown dialects read as the start of a block. */
export const blockRules: readonly TextRule[] = [
  {
    name: 'front matter within the text',
    with: ['\n---', '\n+++'],
    in: 'outsideCode',
    pattern:
      /(?<=(?:^|\n[ \t]*\n)\n*)(?<it>(?<sign>---|\+{3})[ \t]*\n(?:[A-Za-z][\w-]{0,30}(?::(?:[ \t][^\n]{0,300})?|[ \t]*=[^\n]{1,300})\n|[ \t]+[^\n]{1,300}\n|- [^\n]{1,300}\n|#[^\n]{0,300}\n){1,60}\k<sign>)[ \t]*(?=\n|$)/gu,
    cure: 'it is printed as text; move its fields to the first lines of the file, or remove it',
  },
  {
    name: 'a Markdown mark before a character that only looks like a space',
    with: '',
    // Not `1.\u00A0Mai`: a no-break space keeps a date together.
    pattern: new RegExp(
      String.raw`${margin}(?<it>(?:#{1,6}[\u00A0\u202F]|(?:#{1,6}|[-+*]|\d{1,9}[.)])${otherSpace}|[-+*][\u00A0\u202F](?=\p{L}))[^\n]{0,100})`,
      'gmu',
    ),
    cure: 'it is printed as written; write an ordinary space after it, or `\\` before it if it is text',
  },
  {
    name: 'a full-width Markdown mark',
    with: ['＃', '＞', '＊', '｀'],
    pattern:
      /^[ \t]*(?<it>(?:＃{2,6}|＃[ \u3000]|＞)[^\n]{1,100})|＊{2}[^＊\n]{1,300}＊{2}|｀{1,3}[^｀\n]{1,300}｀/gmu,
    cure: 'it is printed as written; write the half-width sign: `#`, `>`, `**`',
  },
  {
    name: 'a link with full-width brackets',
    with: ['（', '）', '［'],
    in: 'outsideCode',
    pattern:
      /[!！]?(?:\[[^[\]［］\n]{1,300}\][（]|［[^[\]［］\n]{1,300}］[（(]|(?<=!)\[[^[\]\n]{0,300}\][（])(?:https?:\/\/|www\.|\.{0,2}\/)?[!-'*-~]{1,1000}[)）]|\[[^[\]［］\n]{1,300}\]\((?:https?:\/\/|www\.|\.{0,2}\/)[!-'*-~]{1,1000}）/gu,
    when: (written) =>
      /[（(](?:https?:|www\.|\.{0,2}\/)|\.[A-Za-z\d]{2,5}[)）]$/u.test(written),
    cure: 'it is printed as written; write half-width brackets: `[words](https://…)`',
  },
  {
    name: 'a table row without bars',
    with: '--',
    in: 'outsideCode',
    pattern: /^[ \t]*(?<it>-{2,200}(?:[ \t]+-{2,200}){1,50})[ \t]*$/gmu,
    cure: 'it is printed as a rule, and the lines around it as text; write a table: `| A | B |`, below it `| --- | --- |`',
  },
  {
    name: 'tab-separated lines',
    with: '\t',
    pattern:
      /^(?<it>(?![ \t>]*(?:[-+*#]|\d+[.)])[ \t])[^\s|][^\t\n|]{0,300}\t[^\n|]{1,1000}\n(?![ \t>]*(?:[-+*#]|\d+[.)])[ \t])[^\s|][^\t\n|]{0,300}\t[^\n|]{0,100})/gmu,
    cure: 'they are joined to one paragraph; write a table: `| A | B |`, below it `| --- | --- |`',
  },
  {
    name: 'an unknown callout',
    with: '[!',
    pattern: /^[ \t]*>[ \t>]*(?<it>\[![\p{L}][\p{L}\p{N} |_-]{0,60}\][+-]?)/gmu,
    cure: (written) =>
      `its mark is printed; ${suggestBlock(written)}, or a quotation that begins with bold words: \`> **Note:** …\``,
  },
  {
    name: 'a block without an end',
    with: ':::',
    pattern: container,
    when: isBlock,
    cure: 'it is printed as written; write `:::` alone in a line where the block ends, below an empty line, in the same list or quotation',
  },
  {
    name: 'an unknown block',
    with: ':::',
    pattern: container,
    cure: (written) =>
      `it is printed as written; ${suggestBlock(written)}, or a quotation (\`> **Note:** …\`)`,
  },
  {
    name: 'a directive',
    with: ':',
    pattern:
      /(?<![\p{L}\p{N}:]):{1,2}[a-z][\w-]{0,30}\[[^[\]\n]{0,300}\](?:\{[^{}\n]{0,300}\})?|^::[a-z][\w-]{0,30}(?:\{[^{}\n]{0,300}\})?[ \t]*$/gmu,
    cure: (written) =>
      isBlock(written)
        ? `it is printed as written; write \`:::${nameIn(written)}\`, and end it with a line that has only \`:::\``
        : 'it is printed as written; write Markdown or HTML instead',
  },
  {
    name: 'an admonition',
    with: '!!!',
    pattern: new RegExp(
      String.raw`${margin}(?<it>!{3}\+?[ \t]+[a-z][\w-]{0,30}(?:[ \t]+[\w-]{1,30}){0,3}(?:[ \t]+"[^"\n]*")?)[ \t]*$`,
      'gmu',
    ),
    cure: 'it is printed as written, and its indented text as code; write a quotation: `> **Note:** …`',
  },
  {
    name: 'a folding admonition',
    with: '???',
    pattern: new RegExp(
      String.raw`${margin}(?<it>\?{3}\+?[ \t]+[a-z][\w-]{0,30}(?:[ \t]+[\w-]{1,30}){0,3}(?:[ \t]+"[^"\n]*")?)[ \t]*$`,
      'gmu',
    ),
    cure: 'it is printed as written, and its indented text as code; write `<details><summary>…</summary>`',
  },
  {
    name: 'a tab',
    with: '===',
    pattern: /^[ \t]*(?<it>={3}[!+]?[ \t]+"[^"\n]*")[ \t]*$/gmu,
    cure: 'it is printed as written, and its indented text as code; write a heading',
  },
  {
    name: 'an abbreviation',
    with: '*[',
    pattern: /^[ \t]{0,3}(?<it>\*\[[^[\]\n]{1,100}\]:[^\n]*)/gmu,
    cure: 'it is printed as written; write `<abbr title="meaning">…</abbr>` in the text',
  },
  {
    name: 'a definition list',
    with: ':',
    pattern:
      /^(?![ \t>]*(?:[-+*#|:]|\d+[.)])[ \t])[ \t>]{0,6}[^\s>][^\n]{0,80}(?<![.!?:…。！？])\n(?:[ \t>]*\n)?[ \t>]{0,6}(?<it>:[ \t]+[^\s]{1,100})/gmu,
    cure: 'its colon is printed; write `<dl><dt>term</dt><dd>meaning</dd></dl>`',
  },
  {
    name: 'a heading without a space',
    with: '##',
    pattern: new RegExp(String.raw`${margin}(?<it>#{2,6}[\p{L}\p{N}(“"'][^\s]{0,100})`, 'gmu'),
    cure: 'its signs are printed; put a space after them: `## Words`',
  },
  {
    name: 'a block id',
    with: '^',
    pattern: /(?<=^[ \t>]*|\S[ \t])(?<it>\^(?=[\d-]*[A-Za-z])[A-Za-z0-9-]{2,40})[ \t]*$/gmu,
    cure: 'it is printed as written; remove it: paragraphs have their own URLs',
  },
  {
    name: 'a table drawn with plus signs',
    with: '+-',
    pattern: /^[ \t>]*(?<it>\+(?:[-=:]{2,200}\+){1,50})[ \t]*$/gmu,
    cure: 'it is printed as written; write a table: `| A | B |`, below it `| --- | --- |`',
  },
  {
    name: 'an instruction to include a file',
    with: '<',
    pattern: /^[ \t]*(?<it>-{1,2}8<-{1,2}[^\n]*|<<<[ \t]+\S[^\n]*)/gmu,
    cure: 'it is printed as written; write the content of the file',
  },
  {
    name: 'a typesetting command',
    with: '\\',
    pattern:
      /^[ \t]*(?<it>\\(?:newpage|pagebreak|clearpage|tableofcontents|noindent|vspace)\b[^\n]*)/gmu,
    cure: 'it is printed as written; remove it',
  },
  {
    name: 'a task that is neither open nor done',
    with: '[',
    pattern: /^[ \t>]*[-+*][ \t]+(?<it>\[[-/!?<>*]\])[ \t]/gmu,
    cure: 'its brackets are printed; write `[ ]` or `[x]`',
  },
];
