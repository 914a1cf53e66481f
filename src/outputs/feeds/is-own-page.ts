import type { Story } from '../../content/article/article.ts';
import type { FeedContext } from './feed-context.ts';

/**
 * Whether a story's page is the one that search engines should take: not where front matter names
 * another, nor where this is a copy whose original they should take (contracts, section 3).
 */
export function isOwnPage(
  { publication, toUrl }: Pick<FeedContext, 'publication' | 'toUrl'>,
  story: Story,
): boolean {
  if (story.kind === 'page') return true;
  const wanted = story.canonical ?? publication.settings.canonical;
  if (wanted === 'self') return true;
  if (wanted !== 'original') return wanted === toUrl(story.address);
  return story.source?.url === undefined;
}
