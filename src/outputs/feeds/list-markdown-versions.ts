import { markdownAddress } from '../../publication/edition/feed-addresses.ts';
import type { FeedContext } from './feed-context.ts';

/** The Markdown of an article: where it stands, and of which copy it is. */
export interface MarkdownVersion {
  readonly address: string;
  /** Below the content folder. */
  readonly path: string;
}

/** One for each article; none where the publication leaves them out. */
export function listMarkdownVersions({
  publication,
}: Pick<FeedContext, 'publication'>): MarkdownVersion[] {
  if (!publication.settings.extras.includes('markdown')) return [];
  return publication.editions.flatMap(({ articles }) =>
    articles.map(({ address, path }) => ({ address: markdownAddress(address), path })),
  );
}
