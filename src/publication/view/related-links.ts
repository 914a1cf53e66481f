import type { Words } from '../../language/words.ts';
import type { DateText } from './date-text.ts';
import type { Link } from './shell.ts';
import { toEntry } from './story-entry.ts';
import type { Brief } from './story-inputs.ts';
import type { ViewContext } from './view-context.ts';

/** Headlines of older articles on the same topics, each with its day. */
export interface RelatedView {
  readonly title: string;
  readonly links: readonly (Link & { readonly date: DateText; readonly status?: string })[];
}

/** Nothing where no article is related but the one that the page links to as the previous. */
export function relatedOf(
  context: ViewContext,
  related: readonly Brief[],
  words: Words,
): { related?: RelatedView } {
  const links = related.map((other) => {
    const { headline, href, date, status } = toEntry(context, other);
    return { text: headline, href, date, ...(status === undefined ? {} : { status }) };
  });
  return links.length === 0 ? {} : { related: { title: words.article.moreOnThis, links } };
}
