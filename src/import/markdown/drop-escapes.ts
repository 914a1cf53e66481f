import type { RootContent } from 'mdast';
import { parseMarkdown } from '../../content/markdown/parse-markdown.ts';
import { findUnsupportedSyntax } from '../../content/markdown/unsupported/find-unsupported-syntax.ts';

/**
 * Backslashes before one sign, single or repeated (`\*\*`). Excludes signs whose meaning depends
 * on other blocks: footnotes, and remarks, which may end anywhere.
 */
const escapes = /\\(?![%{]|<%|\[\^)([!-/:-@[-`{-~])(?:\\\1)*/gu;

/** Maximum of escapes per block and per text: more would take the parser too long. */
const maxPerBlock = 200;
const maxTotal = 2000;

/**
 * Characters times escapes of a block. Above this limit, escapes are decided per sign, not one by
 * one.
 */
const maxWork = 50_000;

/**
 * Removes backslashes that change neither how our parser reads the Markdown nor what `check`
 * warns about. Of two matching signs the first keeps its backslash: `\_x_`.
 */
export function dropEscapes(markdown: string): string {
  const count = markdown.match(escapes)?.length ?? 0;
  if (count === 0 || count > maxTotal) return markdown;
  let text = '';
  let last = 0;
  for (const { position } of parseMarkdown(markdown, 'reference').children) {
    const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
    const block = markdown.slice(start, end);
    const found = [...block.matchAll(escapes)];
    if (found.length === 0 || found.length > maxPerBlock) continue;
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
  if (found.length * block.length > maxWork) return text;
  return [...text.matchAll(escapes)].toReversed().reduce((rest, { index, 0: written }) => {
    if (!needed.has(written.charAt(1))) return rest;
    const less = rest.slice(0, index) + bare(written) + rest.slice(index + written.length);
    return isSame(less) ? less : rest;
  }, text);
}

/** Signs that start something by themselves. */
const strong = new Set('*_`<[~#');

/** The block without the escapes of signs that need none, and the signs that need some. */
function dropBySign(block: string, isSame: (text: string) => boolean) {
  const signs = [...new Set([...block.matchAll(escapes)].map(([, sign = '']) => sign))];
  const weak = signs.filter((sign) => !strong.has(sign));
  const without = (from: string, dropped: readonly string[]) =>
    from.replace(escapes, (written) =>
      dropped.includes(written.charAt(1)) ? bare(written) : written,
    );
  let text = weak.length > 0 && isSame(without(block, weak)) ? without(block, weak) : block;
  const needed = new Set<string>();
  // Backwards: in `\[a]\(b)` the first bracket keeps its backslash.
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
  const warnings = findUnsupportedSyntax(tree, block).map(({ kind }) => kind.name);
  const read = JSON.stringify(tree.children, (name, value: RootContent) =>
    name === 'position' ? undefined : value,
  );
  return `${read} ${warnings.join()}`;
}
