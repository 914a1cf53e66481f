import type { Article, Correction, Story } from '../article/article.ts';
import { listAddress } from '../edition/list-addresses.ts';
import type { Edition } from '../edition/publication.ts';
import { directionOf } from '../language/direction.ts';
import { formatDay } from '../language/format-date.ts';
import { joinNames } from '../language/join-names.ts';
import { languageName } from '../language/language-name.ts';
import { splitSentence } from '../language/split-sentence.ts';
import type { Words } from '../language/words.ts';
import {
  type CreditView,
  fillSentence,
  linked,
  type TextPart,
  toCreditView,
} from './credit-view.ts';
import { type DateText, differs, toDateText } from './date-text.ts';
import { type PictureView, toPicture } from './picture-view.ts';
import { fillsOf } from './reference-html.ts';
import { createShell, type LanguageLink, type Link, type Shell } from './shell.ts';
import { shorten } from './story-entry.ts';
import { editionOf, inLanguage, toHref, type ViewContext, wordsOf } from './view-context.ts';

/** A dated line of the header: `Published 6 January 2026`. */
export interface DateLine extends DateText {
  readonly label: string;
}

/** Everything that the page of an article, or of a text that is no news, prints. */
export interface ArticlePage {
  readonly shell: Shell;
  readonly headline: string;
  readonly kicker?: Link;
  readonly standfirst?: string;
  readonly byline?: readonly TextPart[];
  readonly translator?: string;
  readonly dateline?: string;
  readonly dates: readonly DateLine[];
  /** In the live preview: that this is a draft, or scheduled. */
  readonly status?: string;
  readonly sections?: { readonly label: string; readonly links: readonly Link[] };
  readonly keyPoints?: { readonly title: string; readonly items: readonly string[] };
  readonly picture?: PictureView & { readonly caption?: string };
  readonly corrections?: { readonly title: string; readonly items: readonly CorrectionView[] };
  readonly body: { readonly key: string; readonly fills: readonly string[] };
  readonly topics?: { readonly title: string; readonly links: readonly Link[] };
  readonly translations?: { readonly title: string; readonly links: readonly LanguageLink[] };
  readonly neighbours: readonly (Link & {
    readonly label: string;
    readonly rel: 'prev' | 'next';
  })[];
  readonly footer: {
    readonly credit?: CreditView;
    readonly source?: readonly (readonly TextPart[])[];
    readonly licence?: readonly TextPart[];
  };
}

export interface CorrectionView {
  readonly kind: string;
  readonly date: DateText;
  readonly text: string;
}

/** The page of one article or text. */
export function createArticlePage(context: ViewContext, story: Story): ArticlePage {
  const { settings } = context.publication;
  const { language, image } = story;
  const edition = editionOf(context, story);
  const words = wordsOf(language);
  const article = story.kind === 'article' ? story : undefined;
  const translations = translationLinks(context, story);
  const section = article?.section;
  const shown = toPicture(context, story);
  const h2 = story.body.outline.filter((entry) => entry.depth === 2);
  const standfirst = story.summary;
  const description = shorten(story.summary ?? story.body.lede);
  const status = statusOf(context, story, words);
  return {
    shell: createShell(context, {
      edition: edition.language === language ? edition : { ...edition, language },
      address: story.address,
      title: story.title,
      ...canonicalOf(article, settings.canonical),
      ...(description === '' ? {} : { description }),
      ...(section ? { section: section.slug } : {}),
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
    ...(story.translator === undefined
      ? {}
      : { translator: words.article.translatedBy(story.translator) }),
    ...(article?.dateline === undefined ? {} : { dateline: article.dateline }),
    dates: datesOf(story, words, settings.timeZone),
    ...(status === undefined ? {} : { status }),
    ...(h2.length > 0
      ? {
          sections: {
            label: words.article.sections,
            links: h2.map(({ id, text }) => ({ text, href: `#${encodeURIComponent(id)}` })),
          },
        }
      : {}),
    ...(story.keyPoints.length > 0
      ? { keyPoints: { title: words.article.inShort, items: story.keyPoints } }
      : {}),
    ...(shown
      ? {
          picture: {
            ...shown,
            ...(image?.caption === undefined ? {} : { caption: image.caption }),
          },
        }
      : {}),
    ...correctionsOf(story.corrections, words, language, settings.timeZone),
    body: { key: story.body.key, fills: fillsOf(context, story) },
    ...topicsOf(context, edition, article, words),
    ...(translations
      ? { translations: { title: words.editions.readInOtherLanguages, links: translations } }
      : {}),
    neighbours: article ? neighboursOf(context, edition, article, words) : [],
    footer: {
      ...(image?.credit
        ? { credit: toCreditView(image.credit, words, shown !== undefined) }
        : {}),
      ...(article ? sourceOf(article, words) : {}),
      ...licenceOf(article, words),
    },
  };
}

/**
 * The address that search engines should take: one that front matter gives, or the original's
 * where this is a copy of it (contracts, section 3).
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

function bylineOf({ authors, language }: Story, words: Words): { byline?: TextPart[] } {
  return authors.length === 0 ? {} : { byline: bylineParts(authors, words, language) };
}

/** The byline with each author's name a link of its own where an address is known. */
function bylineParts(authors: Story['authors'], words: Words, language: string): TextPart[] {
  const marks = authors.map((_, index) => String.fromCharCode(0xe100 + index));
  const line = words.article.byline(joinNames(marks, language));
  const pieces = line
    .split(new RegExp(`([${marks.join('')}])`, 'u'))
    .filter((piece) => piece !== '');
  return pieces.map((piece) => {
    const author = authors[marks.indexOf(piece)];
    return author ? linked(author.name, author.url) : { text: piece };
  });
}

function datesOf(story: Story, words: Words, timeZone: string): DateLine[] {
  const { language, updated } = story;
  const line = (label: string, date: NonNullable<Story['updated']>) => ({
    label,
    ...toDateText(date, language, timeZone),
  });
  if (story.kind === 'page') return updated ? [line(words.article.updated, updated)] : [];
  const lines = [line(words.article.published, story.date)];
  if (updated && differs(updated, story.date)) lines.push(line(words.article.updated, updated));
  return lines;
}

function statusOf({ previewNow }: ViewContext, story: Story, words: Words): string | undefined {
  if (previewNow === undefined) return undefined;
  if (story.draft) return words.page.draft;
  return story.kind === 'article' && story.start > previewNow
    ? words.page.scheduled
    : undefined;
}

function translationLinks(context: ViewContext, story: Story): LanguageLink[] | undefined {
  const others = (context.publication.translations.get(story.group) ?? []).filter(
    (other) => other !== story,
  );
  if (others.length === 0) return undefined;
  return others.map((other) => ({
    text: languageName(other.language),
    href: toHref(context, other.address),
    language: other.language,
    direction: directionOf(other.language),
  }));
}

function correctionsOf(
  corrections: readonly Correction[],
  words: Words,
  language: string,
  timeZone: string,
) {
  if (corrections.length === 0) return {};
  const items = corrections.map(({ kind, date, text }) => ({
    kind: words.corrections[kind],
    date: toDateText(date, language, timeZone),
    text,
  }));
  return { corrections: { title: words.corrections.title, items } };
}

function topicsOf(
  context: ViewContext,
  edition: Edition,
  article: Article | undefined,
  words: Words,
) {
  if (!article || article.topics.length === 0) return {};
  const links = article.topics.map(({ slug, names }) => ({
    text: inLanguage(context, names, article.language),
    href: toHref(context, listAddress.topic(edition, slug)),
  }));
  return { topics: { title: words.article.topics, links } };
}

/** The articles before and after this one in its section; in the whole edition where it has none. */
function neighboursOf(
  context: ViewContext,
  edition: Edition,
  article: Article,
  words: Words,
): ArticlePage['neighbours'] {
  const group = edition.sections.find((section) => section.slug === article.section?.slug);
  const list = group?.articles ?? edition.articles;
  const index = positionIn(list, article);
  const link = (label: string, rel: 'prev' | 'next', other: Article | undefined) =>
    other ? [{ label, rel, text: other.title, href: toHref(context, other.address) }] : [];
  return [
    ...link(words.article.previous, 'prev', list[index + 1]),
    ...link(words.article.next, 'next', list[index - 1]),
  ];
}

const positions = new WeakMap<readonly Article[], Map<Article, number>>();

/** Where an article stands in a list; looked up in a table made once for each list. */
function positionIn(list: readonly Article[], article: Article): number {
  const known = positions.get(list) ?? new Map(list.map((item, index) => [item, index]));
  positions.set(list, known);
  return known.get(article) ?? -1;
}

function sourceOf({ source, language }: Article, words: Words): { source?: TextPart[][] } {
  if (!source) return {};
  const name = source.name ?? (source.url === undefined ? '' : new URL(source.url).hostname);
  if (name === '') return {};
  const day = source.published && { text: formatDay(source.published.day, language) };
  const sentence = day
    ? fillSentence(splitSentence(words.source.publishedByOn), [linked(name, source.url), day])
    : fillSentence(splitSentence(words.source.publishedBy), [linked(name, source.url)]);
  const archived =
    source.archived === undefined ? [] : [[linked(words.source.archivedCopy, source.archived)]];
  return { source: [sentence, ...archived] };
}

function licenceOf(article: Article | undefined, words: Words): { licence?: TextPart[] } {
  if (!article?.licence) return {};
  const { name, url } = article.licence;
  return {
    licence: [
      { text: words.source.licenceOfText + words.page.labelSeparator },
      linked(name, url),
    ],
  };
}
