import type { Story } from '../../content/article/article.ts';
import {
  feedAddress,
  feedFormatNames,
  feedFormats,
  markdownAddress,
} from '../edition/feed-addresses.ts';
import { type EditionFrame, inLanguage, toHref, type ViewContext } from './view-context.ts';

/** Another form of what a page says: a feed of it, its Markdown. */
export interface PageForm {
  readonly type: string;
  readonly href: string;
  readonly title?: string;
}

/** A list that has feeds, and its name. */
export interface FedList {
  readonly address: string;
  readonly title: string;
}

/**
 * The feeds that a page names for programs: those of its own list, then its edition's. None where
 * the site's address is not known, since there are none.
 */
export function feedForms(
  context: ViewContext,
  edition: EditionFrame,
  list: FedList | undefined,
): PageForm[] {
  if (context.siteUrl === undefined) return [];
  const name = inLanguage(context, context.settings.name, edition.language);
  const own = list && { address: list.address, title: `${list.title} – ${name}` };
  return [...(own ? [own] : []), { address: edition.path, title: name }].flatMap(
    ({ address, title }) =>
      feedFormatNames.map((format) => ({
        type: feedFormats[format].type,
        href: toHref(context, feedAddress(address, format)),
        title: `${title} (${feedFormats[format].label})`,
      })),
  );
}

/** The Markdown of an article, where the publication shows it. */
export function markdownForms(context: ViewContext, story: Story): PageForm[] {
  const shown = context.settings.extras.includes('markdown');
  return shown && story.kind === 'article'
    ? [{ type: 'text/markdown', href: toHref(context, markdownAddress(story.address)) }]
    : [];
}
