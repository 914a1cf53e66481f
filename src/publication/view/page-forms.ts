import type { Story } from '../../content/article/article.ts';
import {
  feedAddress,
  feedFormatNames,
  feedFormats,
  hasMarkdown,
  markdownAddress,
} from '../edition/feed-addresses.ts';
import type { Publication } from '../edition/publication.ts';
import { type EditionFrame, inLanguage, toHref, type ViewContext } from './view-context.ts';

/** The content of a page in another format: a feed, Markdown. */
export interface PageForm {
  readonly type: string;
  readonly href: string;
  readonly title?: string;
}

/** A list that has its own feeds. */
export interface FedList {
  readonly address: string;
  readonly title: string;
}

/**
 * The feeds that a page links to for programs: those of its own list, then those of its edition.
 * Empty without a site URL, since feeds need one.
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

/** The Markdown version of a story, if it has one. */
export function markdownForms(context: ViewContext, story: Story): PageForm[] {
  if (!hasMarkdown(story, context.settings)) return [];
  return [{ type: 'text/markdown', href: toHref(context, markdownAddress(story.address)) }];
}

/** The Markdown version of a story. */
export interface MarkdownVersion {
  readonly address: string;
  /** Path of the content file, below the content folder. */
  readonly path: string;
}

/** One for each story that has one; empty if the publication has no Markdown versions. */
export function listMarkdownVersions({ byPath, settings }: Publication): MarkdownVersion[] {
  return [...byPath.values()]
    .filter((story) => hasMarkdown(story, settings))
    .map(({ address, path }) => ({ address: markdownAddress(address), path }));
}
