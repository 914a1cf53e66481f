import type { RootContent } from 'mdast';
import { parseMarkdown } from '../../content/markdown/parse-markdown.ts';
import { findUnshown } from '../../content/markdown/unshown/find-unshown.ts';

/**
 * Backslashes before one sign, once or in a row (`\*\*`). Those before signs whose meaning depends
 * on other blocks stay: of notes, and of remarks, which may end anywhere.
 */
const escapes = /\\(?![%{]|<%|\[\^)([!-/:-@[-`{-~])(?:\\\1)*/gu;

/** Escapes of a block, and of a text: what has more would take a parser long. */
const mostInBlock = 200;
const most = 2000;

/** Characters of a block times its escapes, beyond which all escapes of one sign go or stay. */
const longest = 50_000;

/**
 * Markdown without the backslashes that change nothing: what our own parser reads is the same, and so is
 * what `check` warns of. Of two signs that belong together the first keeps its own: `\_x_`.
 */
export function dropEscapes(markdown: string): string {
  const count = markdown.match(escapes)?.length ?? 0;
  if (count === 0 || count > most) return markdown;
  let text = '';
  let last = 0;
  for (const { position } of parseMarkdown(markdown, 'reference').children) {
    const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
    const block = markdown.slice(start, end);
    const found = [...block.matchAll(escapes)];
    if (found.length === 0 || found.length > mostInBlock) continue;
    text += markdown.slice(last, start) + dropInBlock(block, found);
    last = end;
  }
  return text + markdown.slice(last);
}

function dropInBlock(block: string, found: readonly RegExpExecArray[]): string {
  const meaning = meaningOf(block);
  const isSame = (text: string) => meaningOf(text) === meaning;
  const all = block.replace(escapes, bare);
  if (isSame(all)) return all;
  const { text, needed } = dropBySign(block, isSame);
  if (found.length * block.length > longest) return text;
  return [...text.matchAll(escapes)].toReversed().reduce((rest, { index, 0: written }) => {
    if (!needed.has(written.charAt(1))) return rest;
    const less = rest.slice(0, index) + bare(written) + rest.slice(index + written.length);
    return isSame(less) ? less : rest;
  }, text);
}

/** Signs that begin something by themselves. */
const strong = new Set('*_`<[~#');

/** The block without the escapes of each sign that needs none, and the signs that need some. */
function dropBySign(block: string, isSame: (text: string) => boolean) {
  const signs = [...new Set([...block.matchAll(escapes)].map(([, sign = '']) => sign))];
  const weak = signs.filter((sign) => !strong.has(sign));
  const without = (from: string, dropped: readonly string[]) =>
    from.replace(escapes, (written) =>
      dropped.includes(written.charAt(1)) ? bare(written) : written,
    );
  let text = weak.length > 0 && isSame(without(block, weak)) ? without(block, weak) : block;
  const needed = new Set<string>();
  // From the last one: of `\[a]\(b)` the first bracket keeps its backslash.
  for (const sign of signs.toReversed()) {
    const less = without(text, [sign]);
    if (less === text) continue;
    if (isSame(less)) text = less;
    else needed.add(sign);
  }
  return { text, needed };
}

function bare(written: string): string {
  return written.replace(/\\(.)/gu, '$1');
}

function meaningOf(block: string): string {
  const tree = parseMarkdown(block, 'reference');
  const warnings = findUnshown(tree, block).map(({ kind }) => kind.name);
  const read = JSON.stringify(tree.children, (name, value: RootContent) =>
    name === 'position' ? undefined : value,
  );
  return `${read} ${warnings.join()}`;
}
