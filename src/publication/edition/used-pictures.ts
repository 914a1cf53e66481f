import type { Story } from '../../content/article/article.ts';
import type { StoryPicture } from '../../content/article/story-pictures.ts';
import { isClipPath } from './clip-files.ts';
import { compareText } from './compare-text.ts';
import type { UsedPicture } from './publication.ts';

/**
 * The existing pictures and clips that stories of one edition show, ordered by first use, newest first, so
 * that new pictures are added before older ones. Pages, which have no date, count as oldest.
 */
export function usedPictures(
  stories: readonly Story[],
  files: ReadonlySet<string>,
): UsedPicture[] {
  const uses = stories.flatMap((story) =>
    [...story.pictures, ...story.clips].flatMap((picture) =>
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

/** Words and credit come from the first use that has them, so that a later use changes nothing. */
function toUsed(
  file: string,
  uses: readonly { readonly picture: StoryPicture; readonly story: Story }[],
): UsedPicture {
  const oldest = uses.toReversed().map(({ picture }) => picture);
  const credit = oldest.find((picture) => picture.credit)?.credit;
  return {
    file,
    alt: textOf(oldest, ({ alt }) => alt) ?? '',
    ...(isClipPath(file) ? { caption: textOf(oldest, ({ caption }) => caption) } : {}),
    ...(credit ? { credit } : {}),
    stories: [...new Set(uses.map(({ story }) => story))],
  };
}

function textOf(
  uses: readonly StoryPicture[],
  read: (use: StoryPicture) => string | undefined,
): string | undefined {
  return uses.map(read).find((text) => text !== undefined && text !== '');
}

function newestFirst(a: Story, b: Story): number {
  return startOf(b) - startOf(a) || compareText(a.path, b.path);
}

function startOf(story: Story | undefined): number {
  return story?.kind === 'article' ? story.start : Number.NEGATIVE_INFINITY;
}
