import type { Article } from '../../src/content/article/article.ts';
import type { ContentFile } from '../../src/content/article/content-file.ts';
import { encodePath } from '../../src/content/article/slug.ts';
import { featuredIn } from '../../src/content/article/story-pictures.ts';
import type {
  FeedArticle,
  FeedFrame,
  LocatedContext,
} from '../../src/outputs/feeds/feed-context.ts';
import { createPublication } from '../../src/publication/edition/create-publication.ts';
import { testSettings } from './test-content-file.ts';

export interface TestContextOptions {
  readonly yaml?: string;
  readonly siteUrl?: string;
  readonly basePath?: string;
  readonly now?: string;
}

/** For tests: a context with the given content files. Every `image.file` is a picture. */
export function testContext(
  files: readonly ContentFile[],
  {
    yaml = 'name: Test\nlanguages: [en, ko, ar]',
    siteUrl = 'https://news.example',
    basePath = '/',
    now = '2026-06-01T12:00:00Z',
  }: TestContextOptions = {},
): LocatedContext {
  const { publication } = createPublication(files, testSettings(yaml), {
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
    picturesOn: (article) => {
      const address = featuredIn(article)?.address;
      return address === undefined ? [] : [toUrl(`/assets/${address}`)];
    },
  };
}

/** For tests: the feed frame of a context. */
export function testFrame({
  publication,
  siteUrl,
  basePath,
  toUrl,
}: LocatedContext): FeedFrame {
  const styleHref = `${basePath}assets/feed.css`;
  const { settings } = publication;
  return { settings, siteUrl, basePath, toUrl, favicon: '/favicon.svg', styleHref };
}

/** For tests: an article without references; its picture has 3 by 2 pixels. */
export function testArticle({ toUrl }: LocatedContext): (article: Article) => FeedArticle {
  return (article) => {
    const featured = featuredIn(article);
    const parts = { article, authors: article.authors, fills: [], clips: [] };
    if (featured?.address === undefined) return parts;
    const url = toUrl(`/assets/${featured.address}`);
    const picture = { url, width: 3, height: 2, alt: featured.alt };
    return { ...parts, picture };
  };
}
