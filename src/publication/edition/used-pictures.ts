import type { Story } from '../../content/article/article.ts';
import type { StoryPicture } from '../../content/article/story-pictures.ts';
import { compareText } from './compare-text.ts';
import type { UsedPicture } from './publication.ts';

/**
 * The pictures that stories of one edition show, of the files that are there. Their order is that
 * of their first use, the newest first, so that what is new is added before what was there; a
 * page, which has no date, counts as older than all.
 */
export function usedPictures(
  stories: readonly Story[],
  files: ReadonlySet<string>,
): UsedPicture[] {
  const uses = stories.flatMap((story) =>
    story.pictures.flatMap((picture) =>
      picture.file !== undefined && files.has(picture.file)
        ? [{ file: picture.file, picture, story }]
        : [],
    ),
  );
  return [...Map.groupBy(uses, ({ file }) => file)]
    .map(([file, own]) => {
      const inOrder = own.toSorted((a, b) => newestFirst(a.story, b.story));
      return { ...toUsed(file, inOrder), first: startOf(inOrder.at(-1)?.story) };
    })
    .toSorted((a, b) => b.first - a.first || compareText(a.file, b.file))
    .map(({ first: _, ...picture }) => picture);
}

/** Words and credit are those of the first use that has any, so that a later one changes nothing. */
function toUsed(
  file: string,
  uses: readonly { readonly picture: StoryPicture; readonly story: Story }[],
): UsedPicture {
  const oldest = uses.toReversed().map(({ picture }) => picture);
  const credit = oldest.find((picture) => picture.credit)?.credit;
  return {
    file,
    alt: oldest.find(({ alt }) => alt !== '')?.alt ?? '',
    ...(credit ? { credit } : {}),
    stories: [...new Set(uses.map(({ story }) => story))],
  };
}

function newestFirst(a: Story, b: Story): number {
  return startOf(b) - startOf(a) || compareText(a.path, b.path);
}

function startOf(story: Story | undefined): number {
  return story?.kind === 'article' ? story.start : Number.NEGATIVE_INFINITY;
}
