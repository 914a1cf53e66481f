import { formatDirective } from '../passage/text-directive.ts';
import { splitPunctuation, wordsOf } from './article-words.ts';
import type { FoundArticle } from './search-index.ts';

/** The index has this between the cells of a table; the page does not. */
const betweenCells = '·';

/** Words before and after a match that distinguish it from others. */
const context = 3;

/**
 * The address of adjacent words of an article: the id of their paragraph and a text directive. For none,
 * and for words in the headline or before the text, the address of the article.
 */
export function passageAddress(article: FoundArticle, found: readonly number[]): string {
  const [first] = found;
  if (first === undefined) return article.url;
  const anchors = article.anchors.toSorted((a, b) => a.location - b.location);
  const own = anchors.findLast(({ location }) => location <= first);
  if (own === undefined) return article.url;
  const next = anchors.find(({ location }) => location > first);
  const directive = directiveOf(
    article,
    [first, found.at(-1) ?? first],
    [own.location, next?.location],
  );
  return `${article.url}#${encodeURIComponent(own.id)}${directive && `:~:${directive}`}`;
}

/** The text directive of a match; empty if the text at its position is not a word. */
function directiveOf(
  article: FoundArticle,
  run: readonly [number, number],
  [from, to]: readonly [number, number | undefined],
): string {
  const { list, space } = wordsOf(article);
  const words = list.slice(from, to);
  const begin = Math.max(0, run[0] - from);
  const end = Math.min(words.length, run[1] - from + 1);
  const text = (part: readonly string[]) =>
    part
      .filter((word) => word !== betweenCells)
      .join(space)
      .trim();
  // The index adds a full stop to a block that has none.
  const last = words.length - 1;
  const found = text(words.slice(begin, end));
  const [opening, textStart, closing] = splitPunctuation(found);
  if (!/[\p{L}\p{N}]/u.test(textStart)) return '';
  const before = text(words.slice(Math.max(0, begin - context), begin));
  const after = text(words.slice(end, Math.min(last, end + context)));
  const prefix = `${before}${space}${opening}`.trim();
  const suffix = end > last ? '' : `${closing}${space}${after}`.trim();
  return formatDirective({
    textStart,
    ...(prefix ? { prefix } : {}),
    ...(suffix ? { suffix } : {}),
  });
}
