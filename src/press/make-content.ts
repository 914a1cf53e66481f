import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { decodeContentFile } from '../content/article/decode-content-file.ts';
import { toMarkdownVersion } from '../content/article/markdown-version.ts';
import { fillReferences } from '../content/markdown/fill-references.ts';
import { hashOf } from '../newsroom/read-content-files.ts';
import { loadRendered } from '../newsroom/rendered-store.ts';
import { createFeed } from '../outputs/feeds/create-feed.ts';
import { feedText } from '../outputs/feeds/feed-files.ts';
import { pathOnDisk } from '../outputs/pictures/path-on-disk.ts';
import { createPage } from '../publication/view/create-page.ts';
import { followIn } from '../publication/view/href-of.ts';
import { createRedirectPage, redirectHtml } from '../publication/view/redirect-page.ts';
import { LostFromCache } from '../system/cache/kept-file.ts';
import { toFeedArticle, toFeedFrame } from './create-site.ts';
import type { Recipe, Shared } from './sheet.ts';

/** A page as its template gets it. */
export interface PageContent {
  readonly template: TemplateName;
  /** A view model. */
  readonly page: object;
  /** The text of an article as HTML. */
  readonly body: string;
}

/** The views of `src/site/components` that print pages: `src/site/pages` chooses among them. */
export type TemplateName =
  | 'article'
  | 'credits'
  | 'front'
  | 'index'
  | 'list'
  | 'not-found'
  | 'offline'
  | 'search';

/** Makes what a file contains: bytes, or a page for its template. Reads rendered texts and files. */
export async function makeContent(
  recipe: Recipe,
  { view, contentDir, cacheDir }: Shared,
): Promise<Uint8Array | PageContent> {
  switch (recipe.form) {
    case 'page': {
      const page = createPage(view, recipe);
      const template = recipe.page === 'year' ? 'list' : recipe.page;
      if (!('body' in page)) return { template, page, body: '' };
      const { html } = loadRendered(cacheDir, page.body.key);
      const body = fillReferences(html, (index) => page.body.fills[index] ?? '');
      return { template, page, body };
    }
    case 'markdown': {
      const { source, text } = recipe;
      const { path, image } = text.story;
      const addresses = { follow: followIn(view, text), image: image?.file };
      return Buffer.from(loadContentText({ contentDir, path, hash: source }, addresses));
    }
    case 'alias':
      return Buffer.from(redirectHtml(createRedirectPage(view, recipe.inputs)));
    case 'feed': {
      const { format, list, style, articles } = recipe;
      const { siteUrl = '' } = view;
      const placed = { ...view, siteUrl };
      const items = articles.flatMap((inputs) => toFeedArticle(placed, inputs) ?? []);
      const feed = createFeed(toFeedFrame(placed, style), list, items);
      const loadHtml = async (key: string) => loadRendered(cacheDir, key).html;
      return Buffer.from(await feedText(feed, format, loadHtml));
    }
    case 'bytes':
      return Buffer.from(recipe.bytes);
    case 'file':
      return readWhole(recipe.path, recipe.sha256);
  }
}

/** @throws {LostFromCache} where it is not the file that it was */
function readWhole(path: string, sha256: string | undefined): Uint8Array {
  try {
    const bytes = readFileSync(path);
    if (sha256 === undefined || hash('sha256', bytes) === sha256) return bytes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  throw new LostFromCache(path);
}

/** A file of the content folder (absolute), and the SHA-256 that it had when it was read. */
interface ReadFile {
  readonly contentDir: string;
  readonly path: string;
  readonly hash: string | undefined;
}

/**
 * The Markdown of a published copy as it is shown to everybody: `addresses` says where its links and
 * pictures lead.
 * @throws {Error} where the file is not as it was read: nothing of a site may be newer than the rest
 */
function loadContentText(
  { contentDir, path, hash }: ReadFile,
  addresses: Parameters<typeof toMarkdownVersion>[1],
): string {
  const bytes = readFileSync(pathOnDisk(contentDir, path));
  const { text } = hashOf(bytes) === hash ? decodeContentFile(bytes, path) : {};
  if (text === undefined)
    throw new ChangedContent(
      `${path} was changed during the build; build again. Nothing was published.`,
    );
  return toMarkdownVersion(text, addresses);
}

/** Says that a file changed while a site was made of it. */
class ChangedContent extends Error {
  override readonly name = 'ChangedContent';
}
