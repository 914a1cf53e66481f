import type { TextRule } from './text-rule.ts';

const wide = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`;
/** Without Hangul, which has spaces between words. */
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
/** What can start a word after a mark; U+FFFC masks a character. */
const begins = String.raw`[\p{L}\p{N}\p{Ps}\p{Pi}"'¿¡\uFFFC]`;

const outside = 'put spaces and punctuation outside of them';

/** Markdown marks that had no effect and are printed: those that look intended. */
export const leftoverRules: readonly TextRule[] = [
  {
    name: 'unclosed bold marks',
    with: '**',
    // `**word"**word`, and ` ** word ** `; not `Price** and tax**`, which refer to a note.
    pattern:
      /(?<!\*)\*\*(?=[^\s*\p{Pe}\p{Pf}.,;:!?])[^*\n]{1,300}\*\*(?!\*)|(?<![^\s\p{Ps}\p{Pi}])\*\*[ \t][^*\n]{1,300}[ \t]\*\*(?![^\s\p{P}])/gu,
    when: (written) => !/^\*\*\s*[\d.]+\s*\*\*$/u.test(written),
    cure: `the asterisks are printed; ${outside}, or write \`<b>…</b>\``,
  },
  {
    name: 'unclosed bold marks',
    with: '**',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}*])\*{2,3}(?=${begins})|(?<=[${wide}])\*{2,3}(?=${begins})(?![${wide}])`,
      'gu',
    ),
    cure: 'the asterisks are printed; write `**` after the last word as well, or `\\*\\*` if they are meant',
  },
  {
    name: 'bold marks without an opening mark',
    with: '**',
    // Not `sh**`, nor a mark that refers to a note.
    pattern: new RegExp(
      String.raw`(?<=\p{L}{5}|[${wide}]|[\p{L}\p{N}][.,;:!?)"”’»])\*\*(?![\p{L}\p{N}*])`,
      'gu',
    ),
    unless: /^[ \t>|(]*(?:\\?\*){2}(?:[ \t]|\p{L})/mu,
    cure: 'the asterisks are printed; write `**` before the first word as well, or `\\*\\*` if they are meant',
  },
  {
    name: 'unclosed bold marks',
    with: '__',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}_])__(?=[^\s_])[^_\n]{1,300}__(?!_)|(?<!_)__(?=[^\s_])[^_\n]{1,300}__(?![\p{L}\p{N}_])|(?<=[${wide}])__(?=[^\s_])[^_\n]{1,300}__(?=[${wide}])|(?<![\p{L}\p{N}_])__(?=${begins})`,
      'gu',
    ),
    cure: 'the underscores are printed; write `**…**`',
  },
  {
    name: 'unclosed emphasis marks',
    with: '_',
    // Not `보고서_2024_초안`, `^_^` or `snake_case`.
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}_\p{S}])_(?=${begins})[^_\n]{1,300}(?<=[\p{L}\p{N}\p{P}\uFFFC])_(?=[${wide}])|(?<=[${wide}])_(?=${begins})[^_\n]{1,300}(?<=[\p{L}\p{N}\p{P}\uFFFC])_(?![\p{L}\p{N}_\p{S}])|(?<=(?<!#\S{0,60})[${unspaced}])_[\p{P}${wide}]{1,100}_(?=[${wide}])(?!\S{0,60}\.[a-z])`,
      'gu',
    ),
    cure: 'the underscores are printed; write `*…*`',
  },
  {
    name: 'unclosed emphasis marks',
    with: '*',
    pattern:
      /(?<!\*)\*(?=[^\s*\p{Pe}\p{Pf}.,;:!?])[^*\n]{1,300}(?<=[^\s*\p{Ps}\p{Pi}])\*(?!\*)/gu,
    cure: `the asterisks are printed; ${outside}, or write \`<i>…</i>\``,
  },
  {
    name: 'unclosed strikethrough marks',
    with: '~~',
    pattern: new RegExp(
      String.raw`(?<!~)~~(?=[^\s~])[^~\n]{1,300}(?<=[^\s~])~~(?!~)|(?<![\p{L}\p{N}~])~~(?=${begins})`,
      'gu',
    ),
    cure: 'the tildes are printed; put spaces and punctuation outside of them, or write `<del>…</del>`',
  },
  {
    name: 'an unclosed code mark',
    with: '`',
    // Not a quotation mark: `so' and ``so''.
    pattern: /(?<![\p{L}\p{N}`'])`{1,3}(?=[^\s`'])(?![^`\n]{0,200}['’])/gu,
    cure: 'it is printed; write the same sign after the code as well, or `\\``',
  },
];
