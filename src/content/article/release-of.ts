import type { Story } from './article.ts';

/**
 * Milliseconds since 1970 before which a story is not published: its date's, or a later one that
 * other fields give; negative infinity for a page that names none.
 */
export function releaseOf(story: Story): number {
  const { release = Number.NEGATIVE_INFINITY } = story;
  return story.kind === 'article' ? Math.max(story.start, release) : release;
}
