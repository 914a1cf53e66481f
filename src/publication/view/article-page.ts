import type { Article } from '../../content/article/article.ts';
import { listAddress } from '../edition/list-addresses.ts';
import { type AgeView, ageOf } from './article-age.ts';
import { type CorrectionView, correctionsOf, licenceOf, sourceOf } from './article-footer.ts';
import { neighbourLinks, topicsOf, translationLinks } from './article-links.ts';
import { bylineOf, type DateLine, datesOf, statusText, translatorOf } from './article-meta.ts';
import { nameIn, type TextPart } from './credit-view.ts';
import { markdownForms } from './page-forms.ts';
import { type CreditsView, creditsOf } from './picture-credits.ts';
import { asFirst, type PictureView, toPicture } from './picture-view.ts';
import { fillsOf } from './reference-html.ts';
import { type RelatedView, relatedOf } from './related-links.ts';
import { type SectionsView, sectionsOf } from './section-links.ts';
import { type ShareButtons, toShareButtons } from './share-buttons.ts';
import { createShell, type LanguageLink, type Link, type Shell } from './shell.ts';
import { shorten } from './story-entry.ts';
import type { StoryInputs } from './story-inputs.ts';
import { editionOf, inLanguage, toHref, type ViewContext, wordsOf } from './view-context.ts';

/** Everything that the page of an article, or of a text that is no news, prints. */
export interface ArticlePage {
  readonly shell: Shell;
  readonly headline: string;
  readonly kicker?: Link;
  readonly standfirst?: string;
  readonly byline?: readonly TextPart[];
  readonly translator?: readonly TextPart[];
  readonly dateline?: string;
  readonly dates: readonly DateLine[];
  readonly readingTime?: string;
  readonly age?: AgeView;
  /** In the live preview: why it is not published. */
  readonly status?: string;
  /** Of the button that reads the article aloud. */
  readonly listen: string;
  readonly share: ShareButtons;
  readonly sections?: SectionsView;
  readonly keyPoints?: { readonly title: string; readonly items: readonly string[] };
  readonly picture?: PictureView & { readonly caption?: TextPart };
  readonly corrections?: { readonly title: string; readonly items: readonly CorrectionView[] };
  readonly body: { readonly key: string; readonly fills: readonly string[] };
  readonly topics?: { readonly title: string; readonly links: readonly Link[] };
  readonly translations?: { readonly title: string; readonly links: readonly LanguageLink[] };
  readonly neighbours: readonly (Link & {
    readonly label: string;
    readonly rel: 'prev' | 'next';
  })[];
  readonly related?: RelatedView;
  readonly footer: {
    readonly credits: CreditsView;
    readonly source?: readonly (readonly TextPart[])[];
    readonly licence?: readonly TextPart[];
    /** The page's own address, for paper; absent where the site's is not known. */
    readonly address?: string;
  };
}

/** The page of one article or text. */
export function createArticlePage(context: ViewContext, inputs: StoryInputs): ArticlePage {
  const { story } = inputs;
  const { settings } = context;
  const { language, image } = story;
  const edition = editionOf(context, story);
  const words = wordsOf(language);
  const article = story.kind === 'article' ? story : undefined;
  const translations = translationLinks(context, inputs);
  const section = article?.section;
  const picture = toPicture(context, inputs);
  const shown = picture && asFirst(picture);
  const standfirst = story.summary;
  const description = shorten(story.summary ?? story.body.lede);
  const status = statusText(inputs, words);
  return {
    shell: createShell(context, {
      edition: edition.language === language ? edition : { ...edition, language },
      address: story.address,
      title: story.title,
      subject: { kind: 'story', inputs },
      ...canonicalOf(article, settings.canonical),
      ...(description === '' ? {} : { description }),
      ...(section ? { section: section.slug } : {}),
      forms: markdownForms(context, story),
      ...(shown ? { picture: shown } : {}),
    }),
    headline: story.title,
    ...(section
      ? {
          kicker: {
            text: inLanguage(context, section.names, language),
            href: toHref(context, listAddress.section(edition, section.slug)),
          },
        }
      : {}),
    ...(standfirst === undefined ? {} : { standfirst }),
    ...bylineOf(story, words),
    ...translatorOf(story, words),
    ...(article?.dateline === undefined ? {} : { dateline: article.dateline }),
    dates: datesOf(story, words, settings.timeZone),
    ...(article ? { readingTime: words.article.readingTime(article.body.length.minutes) } : {}),
    ...ageOf(article, settings.timeZone),
    ...(status === undefined ? {} : { status }),
    listen: words.aloud.listen,
    share: toShareButtons(words, article),
    ...sectionsOf(story, words),
    ...(story.keyPoints.length > 0
      ? { keyPoints: { title: words.article.inShort, items: story.keyPoints } }
      : {}),
    ...(shown
      ? {
          picture: {
            ...shown,
            ...(image?.caption === undefined
              ? {}
              : { caption: nameIn(language, image.caption) }),
          },
        }
      : {}),
    ...correctionsOf(story.corrections, words, language, settings.timeZone),
    body: { key: story.body.key, fills: fillsOf(context, inputs) },
    ...topicsOf(context, edition, article, words),
    ...(translations
      ? { translations: { title: words.editions.readInOtherLanguages, links: translations } }
      : {}),
    neighbours: neighbourLinks(context, inputs, words),
    ...relatedOf(context, inputs.related, words),
    footer: {
      credits: creditsOf(story, words, shown !== undefined),
      ...(article ? sourceOf(article, words) : {}),
      ...licenceOf(article, words),
      ...(context.siteUrl === undefined
        ? {}
        : { address: context.siteUrl + toHref(context, story.address) }),
    },
  };
}

/**
 * The address that search engines should take: one that front matter gives, or the original's
 * where this is a copy of it.
 */
function canonicalOf(
  article: Article | undefined,
  usual: 'original' | 'self',
): { canonical?: string } {
  const wanted = article?.canonical ?? usual;
  if (wanted === 'self') return {};
  if (wanted !== 'original') return { canonical: wanted };
  return article?.source?.url === undefined ? {} : { canonical: article.source.url };
}
