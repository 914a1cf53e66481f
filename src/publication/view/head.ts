import type { Article } from '../../content/article/article.ts';
import { papers } from '../../content/settings/papers.ts';
import { toShareImage } from './head-image.ts';
import { type AlternateLink, toAlternates } from './head-languages.ts';
import { type Meta, toPreviewMetas } from './head-previews.ts';
import type { StoryInputs } from './story-inputs.ts';
import { createStructuredData } from './structured-data.ts';
import { toJsonLd } from './structured-data-json.ts';
import { type EditionFrame, inLanguage, toHref, type ViewContext } from './view-context.ts';

/** What the head of a page tells programs: link previews, search engines, archives. */
export interface Head {
  readonly metas: readonly Meta[];
  /** The same page in every language that it has, its own included. */
  readonly alternates: readonly AlternateLink[];
  /** JSON-LD, to be set into a script element as it is. */
  readonly data?: string;
}

/** What a page is about. A list has the part of the site that it belongs to as its trail. */
export type HeadSubject =
  | { readonly kind: 'front' }
  | { readonly kind: 'list' }
  | { readonly kind: 'story'; readonly inputs: StoryInputs };

export interface HeadOptions {
  readonly edition: EditionFrame;
  readonly address: string;
  /** The page's own, without the publication's name. */
  readonly title: string;
  readonly description?: string;
  readonly subject: HeadSubject;
}

/** All that the parts of a head are made from: texts final, addresses absolute where `origin` is. */
export interface HeadFacts extends HeadOptions {
  readonly name: string;
  /** The page's own address, absolute; absent where the site's is not known. */
  readonly url?: string;
  readonly article?: Article;
}

/**
 * The head of a page that may be found and shared. What needs absolute addresses is left out
 * where the site's own is not known.
 */
export function createHead(context: ViewContext, options: HeadOptions): Head {
  const { edition, address, subject } = options;
  const { siteUrl, settings } = context;
  const story = subject.kind === 'story' ? subject.inputs.story : undefined;
  const facts: HeadFacts = {
    ...options,
    name: inLanguage(context, settings.name, edition.language),
    ...(siteUrl === undefined ? {} : { url: siteUrl + toHref(context, address) }),
    ...(story?.kind === 'article' ? { article: story } : {}),
  };
  const image = toShareImage(context, facts);
  const graph = createStructuredData(context, facts, image);
  return {
    metas: [
      // Without it search engines show the picture of an article small, or not at all.
      { name: 'robots', content: 'max-image-preview:large' },
      ...toPreviewMetas(context, facts, image),
      // The first that fits counts.
      { name: 'theme-color', media: '(prefers-color-scheme:dark)', content: papers.dark },
      { name: 'theme-color', content: papers.light },
    ],
    alternates: toAlternates(context, subject),
    ...(graph === undefined ? {} : { data: toJsonLd(graph) }),
  };
}
