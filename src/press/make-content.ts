import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { decodeContentFile } from '../content/article/decode-content-file.ts';
import { toMarkdownVersion } from '../content/article/markdown-version.ts';
import { featuredIn } from '../content/article/story-pictures.ts';
import { fillReferences } from '../content/markdown/fill-references.ts';
import { loadRendered } from '../newsroom/content-store.ts';
import { createFeed } from '../outputs/feeds/create-feed.ts';
import { feedText } from '../outputs/feeds/feed-files.ts';
import { pathOnDisk } from '../outputs/pictures/path-on-disk.ts';
import { createPage, type PageKind } from '../publication/view/create-page.ts';
import { followIn } from '../publication/view/href-of.ts';
import { markPaidLinks } from '../publication/view/mark-paid-links.ts';
import { createRedirectPage, redirectHtml } from '../publication/view/redirect-page.ts';
import { LostFromCache } from '../system/cache/cached-file.ts';
import { ChangedContent } from '../system/problems/changed-content.ts';
import { markdownTranscripts } from './markdown-transcripts.ts';
import type { ContentRecipe, SharedInputs } from './sheet.ts';
import { toFeedArticle, toFeedFrame } from './sheet-sources.ts';

/** What a template gets: the inputs of a page. */
export interface PageContent {
  readonly template: TemplateName;
  /** A view model. */
  readonly page: object;
  /** The text of an article as HTML. */
  readonly body: string;
}

/** The page components of `src/site/components`. `src/site/pages` chooses one by this name. */
export type TemplateName =
  | 'article'
  | 'credits'
  | 'days'
  | 'front'
  | 'index'
  | 'list'
  | 'not-found'
  | 'offline'
  | 'person'
  | 'running-story'
  | 'search'
  | 'theme';

/** A file to copy, by its absolute path: it may be larger than memory. */
export interface CopiedFile {
  readonly copyOf: string;
}

/**
 * Makes the content of an output file: bytes, a file to copy, or a page for its template. Reads rendered texts from
 * the cache, and files.
 *
 * @throws {LostFromCache} where one of them is missing or damaged
 */
export async function makeContent(
  recipe: ContentRecipe,
  { view, contentDir, cacheDir }: SharedInputs,
): Promise<Uint8Array | CopiedFile | PageContent> {
  switch (recipe.form) {
    case 'page': {
      const page = createPage(view, recipe);
      const template = templateOf(recipe.page);
      if (!('body' in page)) return { template, page, body: '' };
      const { html } = loadRendered(cacheDir, page.body.key);
      const body = fillReferences(html, (index) => page.body.fills[index] ?? '');
      return { template, page, body: page.body.paid ? markPaidLinks(body) : body };
    }
    case 'markdown': {
      const { source, text } = recipe;
      const { story } = text;
      const addresses = {
        follow: followIn(view, text),
        image: featuredIn(story)?.address,
        genre: story.kind === 'article' ? story.genre : undefined,
      };
      const written = loadContentText(
        { contentDir, path: story.path, sha256: source },
        addresses,
      );
      const transcripts = markdownTranscripts(view, text);
      return Buffer.from(transcripts === '' ? written : `${written.trimEnd()}\n${transcripts}`);
    }
    case 'alias':
      return Buffer.from(redirectHtml(createRedirectPage(view, recipe.inputs)));
    case 'feed': {
      const { format, subject, style, articles } = recipe;
      const { siteUrl = '' } = view;
      const placed = { ...view, siteUrl };
      const items = articles.flatMap((inputs) => toFeedArticle(placed, inputs) ?? []);
      const feed = createFeed(toFeedFrame(placed, style), subject, items);
      const loadHtml = async (key: string) => loadRendered(cacheDir, key).html;
      return Buffer.from(await feedText(feed, format, loadHtml));
    }
    case 'bytes':
      return Buffer.from(recipe.bytes);
    case 'copy':
      if (!existsSync(recipe.path)) throw new LostFromCache(recipe.path);
      return { copyOf: recipe.path };
    case 'file':
      return readWhole(recipe.path, recipe.sha256);
    case 'join':
      return Buffer.concat([
        Buffer.from(recipe.head),
        ...recipe.files.map(({ path, sha256 }) => readWhole(path, sha256)),
      ]);
  }
}

/** Pages of several kinds look alike. */
function templateOf(page: PageKind): TemplateName {
  switch (page) {
    case 'archive':
    case 'follow':
      return 'index';
    case 'day':
    case 'year':
      return 'list';
    default:
      return page;
  }
}

/** @throws {LostFromCache} where the file is missing or has another hash */
function readWhole(path: string, sha256: string | undefined): Uint8Array {
  try {
    const bytes = readFileSync(path);
    if (sha256 === undefined || hash('sha256', bytes) === sha256) return bytes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  throw new LostFromCache(path);
}

/** A content file, and the SHA-256 that it had when it was read. `contentDir` is absolute. */
interface ReadFile {
  readonly contentDir: string;
  readonly path: string;
  readonly sha256: string | undefined;
}

/**
 * Makes the Markdown version of an article from its content file. `addresses` gives the targets of
 * links and pictures.
 *
 * @throws {ChangedContent} where the file has changed since it was read
 */
function loadContentText(
  { contentDir, path, sha256 }: ReadFile,
  addresses: Parameters<typeof toMarkdownVersion>[1],
): string {
  const bytes = readFileSync(pathOnDisk(contentDir, path));
  const { text } = hash('sha256', bytes) === sha256 ? decodeContentFile(bytes, path) : {};
  if (text === undefined) throw new ChangedContent(path);
  return toMarkdownVersion(text, addresses);
}
