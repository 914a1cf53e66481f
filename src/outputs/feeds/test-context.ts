import type { Article } from '../../content/article/article.ts';
import type { ContentFile } from '../../content/article/content-file.ts';
import { encodePath } from '../../content/article/slug.ts';
import { createPublication } from '../../publication/edition/create-publication.ts';
import { testSettings } from '../../publication/edition/test-content-file.ts';
import type { FeedArticle, FeedFrame, PlacedContext } from './feed-context.ts';

export interface TestContextOptions {
  readonly yaml?: string;
  readonly siteUrl?: string;
  readonly basePath?: string;
  readonly now?: string;
}

/** For tests: what feeds are made of, of copies; every `image.file` is a picture of 3 by 2 pixels. */
export function testContext(
  copies: readonly ContentFile[],
  {
    yaml = 'name: Test\nlanguages: [en, ko, ar]',
    siteUrl = 'https://news.example',
    basePath = '/',
    now = '2026-06-01T12:00:00Z',
  }: TestContextOptions = {},
): PlacedContext {
  const { publication } = createPublication(copies, testSettings(yaml), {
    now: Date.parse(now),
    drafts: false,
    files: new Set(),
  });
  const toUrl = (address: string) => siteUrl + basePath.slice(0, -1) + encodePath(address);
  return {
    publication,
    siteUrl,
    basePath,
    now: Date.parse(now),
    toUrl,
    picturesOn: ({ image }) =>
      image?.file === undefined ? [] : [toUrl(`/assets/${image.file}`)],
  };
}

/** For tests: what all feeds of a context share. */
export function testFrame({ publication, siteUrl, basePath, toUrl }: PlacedContext): FeedFrame {
  const styleHref = `${basePath}assets/feed.css`;
  const { settings } = publication;
  return { settings, siteUrl, basePath, toUrl, favicon: '/favicon.svg', styleHref };
}

/** For tests: an article without references. */
export function testArticle({ toUrl }: PlacedContext): (article: Article) => FeedArticle {
  return (article) => {
    const { image } = article;
    if (image?.file === undefined) return { article, fills: [] };
    const url = toUrl(`/assets/${image.file}`);
    const picture = { url, width: 3, height: 2, alt: image.alt ?? '' };
    return { article, fills: [], picture };
  };
}
