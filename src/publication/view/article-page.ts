import { otherCanonicalUrl } from '../../content/article/original.ts';
import { featuredIn } from '../../content/article/story-pictures.ts';
import { formatCount } from '../../language/plural.ts';
import { truncateSentences } from '../../language/truncate.ts';
import { type AgeView, ageOf } from './article-age.ts';
import {
  type CorrectionView,
  correctionsView,
  licenceLine,
  sourceLines,
} from './article-footer.ts';
import {
  type LinkList,
  type NeighbourLink,
  neighbourLinks,
  type RelatedLink,
  relatedLinks,
  type SectionsView,
  sectionLinks,
  topicLinks,
  translationLinks,
} from './article-links.ts';
import {
  bylineOf,
  type DateLine,
  dateLines,
  seriesLine,
  translatorLine,
} from './article-meta.ts';
import { nameIn, type TextPart } from './credit-view.ts';
import { type Kicker, kickerOf } from './kicker.ts';
import type { LanguageLink } from './link.ts';
import { markdownForms } from './page-forms.ts';
import { type CreditsView, creditsOf } from './picture-credits.ts';
import { asFirst, featuredPicture, type PictureView } from './picture-view.ts';
import { fillsOf, openingStyles } from './reference-html.ts';
import { createShell, type Shell, type ShellOptions } from './shell.ts';
import { maxSummary, statusText } from './story-entry.ts';
import type { StoryInputs } from './story-inputs.ts';
import { editionOf, toAbsoluteUrl, type ViewContext, wordsOf } from './view-context.ts';

/** All that the page of a story prints, top to bottom. */
export interface ArticlePage {
  readonly shell: Shell;
  readonly headline: string;
  readonly kicker?: Kicker;
  readonly standfirst?: string;
  /** Which part of a running story it is. */
  readonly series?: readonly TextPart[];
  readonly byline?: readonly TextPart[];
  readonly translator?: readonly TextPart[];
  readonly dateline?: string;
  readonly dates: readonly DateLine[];
  readonly readingTime?: string;
  readonly age?: AgeView;
  /** Only in the dev preview: why the story is not published. */
  readonly status?: string;
  /** Text of the button that reads the article aloud. */
  readonly listen: string;
  /** Texts of the buttons that share the story. A page has no date, so it cannot be cited. */
  readonly share: { readonly share: string; readonly qrCode: string; readonly cite?: string };
  readonly sections?: SectionsView;
  readonly keyPoints?: { readonly title: string; readonly items: readonly string[] };
  readonly picture?: PictureView & { readonly caption?: TextPart };
  readonly corrections?: { readonly title: string; readonly items: readonly CorrectionView[] };
  /** The key of the rendered text, and the HTML that replaces each of its references. */
  readonly body: {
    readonly key: string;
    readonly fills: readonly string[];
    /** Links to the style sheets that the text begins with, as HTML, to be printed before it. */
    readonly opening: string;
    /** Whether somebody paid for the text, and so for its links. */
    readonly paid?: boolean;
  };
  readonly topics?: LinkList;
  readonly translations?: LinkList<LanguageLink>;
  readonly neighbours: readonly NeighbourLink[];
  readonly related?: LinkList<RelatedLink>;
  readonly footer: {
    readonly credits: CreditsView;
    readonly source?: readonly (readonly TextPart[])[];
    readonly licence?: readonly TextPart[];
    /** The page's absolute URL, printed on paper; absent if the site URL is unknown. */
    readonly address?: string;
  };
}

/** The page of one article, or of a standing page. */
export function createArticlePage(
  context: ViewContext,
  inputs: StoryInputs,
  { fed }: Pick<ShellOptions, 'fed'> = {},
): ArticlePage {
  const { story } = inputs;
  const { canonical, timeZone } = context.settings;
  const { language, summary } = story;
  const caption = featuredIn(story)?.caption;
  const edition = editionOf(context, story);
  const words = wordsOf(context, language);
  const article = story.kind === 'article' ? story : undefined;
  const section = article?.section;
  const featured = featuredPicture(context, inputs);
  const picture = featured && asFirst(featured);
  const description = truncateSentences(summary ?? story.body.lede, maxSummary, language);
  return {
    shell: createShell(context, {
      edition: edition.language === language ? edition : { ...edition, language },
      address: story.address,
      title: story.title,
      subject: { kind: 'story', inputs },
      canonical: article && otherCanonicalUrl(article, canonical),
      description: description === '' ? undefined : description,
      section: section?.slug,
      fed,
      forms: markdownForms(context, story),
      picture,
    }),
    headline: story.title,
    kicker: article && kickerOf(context, article),
    standfirst: summary,
    series: seriesLine(context, inputs, words),
    byline: bylineOf(context, inputs, words),
    translator: translatorLine(story, words),
    dateline: article?.dateline,
    dates: dateLines(story, words, timeZone),
    readingTime:
      article && formatCount(article.body.length.minutes, words.article.readingTime, words),
    age: article && ageOf(article, words, timeZone),
    status: statusText(inputs, words),
    listen: words.aloud.listen,
    share: {
      share: words.share.share,
      qrCode: words.share.qrCode,
      cite: article && words.share.cite,
    },
    sections: sectionLinks(story, words),
    keyPoints:
      story.keyPoints.length > 0
        ? { title: words.article.inShort, items: story.keyPoints }
        : undefined,
    picture: picture && {
      ...picture,
      caption: caption === undefined ? undefined : nameIn(language, caption),
    },
    corrections: correctionsView(story, words, timeZone),
    body: {
      key: story.body.key,
      fills: fillsOf(context, inputs),
      opening: openingStyles(context, story),
      paid: article?.genre === 'sponsored' ? true : undefined,
    },
    topics: article && topicLinks(context, edition, article, words),
    translations: translationLinks(context, inputs, words),
    neighbours: neighbourLinks(context, inputs, words),
    related: relatedLinks(context, inputs.related, words),
    footer: {
      credits: creditsOf(story, words, picture !== undefined),
      source: article && sourceLines(article, words),
      licence: article && licenceLine(article, words),
      address: toAbsoluteUrl(context, story.address),
    },
  };
}
