import { formatCreditLine } from '../content/article/picture-rights.ts';
import type { FeedClip } from '../outputs/feeds/feed-context.ts';
import { clipsOf } from '../publication/view/clip-view.ts';
import type { TextInputs } from '../publication/view/story-inputs.ts';
import { type ViewContext, wordsOf } from '../publication/view/view-context.ts';

/** The clips of a story as feeds name them. */
export function toFeedClips(
  view: ViewContext & { readonly siteUrl: string },
  inputs: TextInputs,
): FeedClip[] {
  const absolute = (href: string) => new URL(href, view.siteUrl).href;
  const words = wordsOf(view, inputs.story.language);
  return clipsOf(view, inputs).flatMap(({ clip, own: { caption, credit } }) => {
    const { medium, label, files, poster, duration, width, height } = clip;
    const [file] = files;
    if (file === undefined) return [];
    return [
      {
        ...{ medium, duration, width, height, type: file.type, size: file.size },
        url: absolute(file.src),
        title: caption ?? label,
        poster: poster && absolute(poster.src),
        credit: credit && formatCreditLine(credit, words),
      },
    ];
  });
}
