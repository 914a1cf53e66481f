import { formatDirective } from '../passage/text-directive.ts';
import { splitPunctuation } from './mark-excerpt.ts';
import type { FoundArticle, FoundPart } from './search-index.ts';

/** The index has this between the cells of a table; the page does not. */
const betweenCells = '·';

/** Words before and after a match that distinguish it from others. */
const context = 3;

/**
 * The address of the best match in a part of an article: the id of its paragraph and a text
 * directive. For matches in the headline or before the text, the address of the article.
 */
export function passageAddress(article: FoundArticle, part: FoundPart): string {
  const place = bestOf(part);
  if (place === undefined) return article.url;
  const anchors = article.anchors.toSorted((a, b) => a.location - b.location);
  const own = anchors.findLast(({ location }) => location <= place);
  if (own === undefined) return article.url;
  const next = anchors.find(({ location }) => location > place);
  const directive = directiveOf(article.raw_content, runAt(part, place), [
    own.location,
    next?.location,
  ]);
  return `${article.url}#${encodeURIComponent(own.id)}${directive && `:~:${directive}`}`;
}

function bestOf({ weighted_locations }: FoundPart): number | undefined {
  const [first, ...others] = weighted_locations;
  if (first === undefined) return undefined;
  return others.reduce(
    (best, one) => (one.balanced_score > best.balanced_score ? one : best),
    first,
  ).location;
}

/** The positions of the first and last of the adjacent matches around a position. */
function runAt({ weighted_locations }: FoundPart, place: number): readonly [number, number] {
  const found = new Set(weighted_locations.map(({ location }) => location));
  let [first, last] = [place, place];
  while (found.has(first - 1)) first -= 1;
  while (found.has(last + 1)) last += 1;
  return [first, last];
}

/** The text directive of a match; empty if the text at its position is not a word. */
function directiveOf(
  content: string,
  run: readonly [number, number],
  [from, to]: readonly [number, number | undefined],
): string {
  const isSpaceless = content.includes('\u200b');
  const words = content.split(isSpaceless ? '\u200b' : /\s+/u).slice(from, to);
  const begin = Math.max(0, run[0] - from);
  const end = Math.min(words.length, run[1] - from + 1);
  const text = (part: readonly string[]) =>
    part
      .filter((word) => word !== betweenCells)
      .join(isSpaceless ? '' : ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .trim();
  // The index adds a full stop to a block that has none.
  const last = words.length - 1;
  const found = text(words.slice(begin, end));
  const [opening, textStart, closing] = splitPunctuation(found);
  if (!/[\p{L}\p{N}]/u.test(textStart)) return '';
  const space = isSpaceless ? '' : ' ';
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
