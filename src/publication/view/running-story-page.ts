import type { RunningStory } from '../../content/article/article.ts';
import type { Words } from '../../language/words.ts';
import { feedAddress } from '../edition/feed-addresses.ts';
import { toCorrection } from './article-footer.ts';
import { type ArticlePage, createArticlePage } from './article-page.ts';
import { type DateText, toDayText } from './date-text.ts';
import type { Link } from './link.ts';
import type { StoryInputs } from './story-inputs.ts';
import { createTimeline, type TimelineView } from './story-timeline.ts';
import { toHref, type ViewContext, wordsOf } from './view-context.ts';

/** The page of a running story with a file: what is known, the background, and all that was written. */
export interface RunningStoryPage extends ArticlePage {
  /** The newest of several articles: the timeline begins with the oldest. */
  readonly latest?: Link & { readonly label: string; readonly date: DateText };
  readonly timeline?: TimelineView;
  /** Link to the feed of its articles, while it goes on. */
  readonly feed?: Link;
}

export interface RunningStoryInputs extends StoryInputs {
  readonly story: RunningStory;
}

export function createRunningStoryPage(
  context: ViewContext,
  inputs: RunningStoryInputs,
): RunningStoryPage {
  const { story, related } = inputs;
  const { language, address, title, state, keyDates } = story;
  const words = wordsOf(context, language);
  const isFed = context.settings.feeds.includes('stories');
  const page = createArticlePage(context, inputs, {
    fed: isFed ? { address, title } : undefined,
  });
  return {
    ...page,
    kicker: { text: state === 'open' ? words.stories.continues : words.stories.hasEnded },
    keyPoints: page.keyPoints && { ...page.keyPoints, title: words.stories.whatWeKnow },
    corrections: allCorrections(context, inputs, page, words),
    // The timeline has them.
    related: undefined,
    latest: latestOf(context, related, words),
    timeline: createTimeline(context, keyDates, related, { language, words }),
    feed:
      isFed && state === 'open' && context.siteUrl !== undefined
        ? { text: words.stories.follow, href: toHref(context, feedAddress(address, 'rss')) }
        : undefined,
  };
}

function latestOf(
  context: ViewContext,
  articles: StoryInputs['related'],
  words: Words,
): RunningStoryPage['latest'] {
  const newest = articles.at(-1);
  if (newest === undefined || articles.length < 2) return undefined;
  return {
    label: words.stories.latest,
    text: newest.title,
    href: toHref(context, newest.address),
    date: toDayText(newest.date, newest.language),
  };
}

/** The corrections of its own text, then those of its articles. */
function allCorrections(
  context: ViewContext,
  { story: { language }, partCorrections = [] }: RunningStoryInputs,
  { corrections }: ArticlePage,
  words: Words,
): ArticlePage['corrections'] {
  const { timeZone } = context.settings;
  const ofParts = partCorrections.flatMap(({ part, corrections }) =>
    corrections.map((correction) => ({
      ...toCorrection(correction, language, words, timeZone),
      article: { text: part.title, href: toHref(context, part.address) },
    })),
  );
  const items = [...(corrections?.items ?? []), ...ofParts];
  return items.length === 0 ? undefined : { title: words.corrections.title, items };
}
