import { lookup } from 'mrmime';
import type { Article } from '../../../content/article/article.ts';
import type { Credit } from '../../../content/article/credit.ts';
import { featuredIn } from '../../../content/article/story-pictures.ts';
import { featuredPicture } from '../picture-view.ts';
import type { AuthorInput, Brief, StoryInputs } from '../story-inputs.ts';
import {
  assetHref,
  type EditionFrame,
  type PictureInfo,
  type ViewContext,
} from '../view-context.ts';

/** What a page is about. */
export type PageSubject =
  | { readonly kind: 'front' }
  | {
      readonly kind: 'list';
      readonly about?: ListTopic;
      /** The articles that the page lists, newest first. */
      readonly articles?: readonly Brief[];
      /** The picture of a section or topic. */
      readonly picture?: ListPicture;
    }
  /** A page of the theme, by its file as shown in problems. */
  | {
      readonly kind: 'page';
      readonly file: string;
      readonly versions: readonly LanguageVersion[];
    }
  /** Somebody without a file. */
  | { readonly kind: 'author'; readonly author: AuthorInput }
  | { readonly kind: 'story'; readonly inputs: StoryInputs };

/** The picture of a section or topic, with its credit. */
export interface ListPicture {
  readonly info: PictureInfo;
  readonly alt: string;
  readonly credit?: Credit;
}

/** What the articles of a list are about. */
export interface ListTopic {
  readonly name: string;
  readonly alternateNames: readonly string[];
}

/** What the parts of a head are made from. Texts are final. */
export interface PageFacts {
  readonly edition: EditionFrame;
  /** The page's own title, without the name of the publication. */
  readonly title: string;
  readonly description?: string;
  readonly subject: PageSubject;
  /** The name of the publication. */
  readonly name: string;
  /** The page's absolute URL; absent if the site URL is unknown. */
  readonly url?: string;
  /** The story, if it is an article. */
  readonly article?: Article;
}

/** A page in one of its languages. */
interface LanguageVersion {
  readonly language: string;
  readonly address: string;
}

/** All language versions of a page, in the order of `languages`. Lists have none. */
export function languageVersions(
  { editions }: ViewContext,
  subject: PageSubject,
): readonly LanguageVersion[] {
  switch (subject.kind) {
    case 'story':
      return subject.inputs.versions;
    case 'page':
      return subject.versions;
    case 'front':
      return editions.map(({ language, path }) => ({ language, address: path }));
    case 'author':
    case 'list':
      return [];
  }
}

/** The picture that services show with a link to a page. Sizes in pixels. */
export interface ShareImage {
  /** Absolute. */
  readonly url: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  /** Whether it is a share card, which shows the headline itself. */
  readonly isCard: boolean;
}

/**
 * The page's own share card; else the featured image of its story; else the card of its section; else that
 * of its edition.
 * Undefined if there is none of these, or if the site URL is unknown.
 */
export function toShareImage(context: ViewContext, facts: PageFacts): ShareImage | undefined {
  const { siteUrl } = context;
  if (siteUrl === undefined) return undefined;
  const { edition, name, subject, title } = facts;
  const toImage = (
    href: string,
    { width, height }: { readonly width: number; readonly height: number },
    alt: string,
    isCard: boolean,
  ): ShareImage => {
    const type = lookup(href) ?? 'image/jpeg';
    return { url: siteUrl + href, type, width, height, alt, isCard };
  };
  if (subject.kind === 'story') {
    const { story, card, sectionCard } = subject.inputs;
    const cardAlt = featuredIn(story)?.alt || `${title} – ${name}`;
    if (card) return toImage(assetHref(context, card.name), card, cardAlt, true);
    const picture = featuredPicture(context, subject.inputs);
    if (picture) return toImage(picture.src, picture, picture.alt, false);
    if (sectionCard) {
      const alt = `${sectionCard.section} – ${name}`;
      return toImage(assetHref(context, sectionCard.name), sectionCard, alt, true);
    }
  }
  const { card } = edition;
  return card && toImage(assetHref(context, card.name), card, name, true);
}
