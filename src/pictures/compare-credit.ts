import type { PictureRights } from '../article/picture-rights.ts';
import type { EmbeddedCredit } from './read-embedded-credit.ts';

/**
 * The name in a picture's own file that its stated credit does not have; undefined where the two
 * do not contradict each other, or one of them is silent. Names are compared by their letters
 * and figures: `ROE, Jane` and `Jane Roe / Agency` are no contradiction.
 */
export function contradictingName(
  stated: PictureRights,
  embedded: EmbeddedCredit,
): string | undefined {
  const name = embedded.creator ?? embedded.credit;
  if (name === undefined) return undefined;
  const said = wordsOf(
    [stated.creator, stated.creditLine, stated.copyrightNotice, stated.title].join(' '),
  );
  const found = wordsOf(name);
  const common = [...found].filter((word) => said.has(word)).length;
  const enough = Math.min(2, found.size, said.size);
  return common >= enough ? undefined : name;
}

/** A credit as front matter has it, made of what a file says; undefined where it says nothing. */
export function suggestCredit({ creator, credit, source }: EmbeddedCredit): string | undefined {
  const name = creator ?? credit;
  if (name === undefined) return source;
  const via = creator === undefined ? source : (source ?? credit);
  return via === undefined || via.includes(name) || name.includes(via)
    ? name
    : `${name} via ${via}`;
}

function wordsOf(text: string): Set<string> {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? []);
}
