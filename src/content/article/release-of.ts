import type { Story } from './article.ts';

/**
 * The time before which a story is not published, in milliseconds since 1970: its date, or a later
 * one from other fields; negative infinity for a page without one.
 */
export function releaseOf(story: Story): number {
  const { release = Number.NEGATIVE_INFINITY } = story;
  return story.kind === 'article' ? Math.max(story.start, release) : release;
}
