import type { FeedSubject } from '../outputs/feeds/feed-files.ts';
import type { CardOrder } from '../outputs/share-card/make-card.ts';
import type { FeedFormat } from '../publication/edition/feed-addresses.ts';
import type { PageKind, PageRecipe } from '../publication/view/create-page.ts';
import type { AliasPage } from '../publication/view/redirect-page.ts';
import type { EntryInputs, TextInputs } from '../publication/view/story-inputs.ts';
import type { ViewContext } from '../publication/view/view-context.ts';
import type { Place } from '../system/problems/problem.ts';

/** How to make a file. Plain data that can be sent to a child process. */
export type Recipe = ContentRecipe | CardRecipe;

/** A share card. */
export interface CardRecipe extends CardOrder {
  readonly form: 'card';
  /** Those of the articles that have it, for problems. */
  readonly places: readonly Place[];
}

/** How to make the content of a file. */
export type ContentRecipe =
  | (PageRecipe & { readonly form: 'page' })
  /** A Markdown version. `source` is the SHA-256 of the content file as it was read. */
  | {
      readonly form: 'markdown';
      readonly source: string | undefined;
      readonly text: TextInputs;
    }
  /** The page at an alias, which redirects. */
  | { readonly form: 'alias'; readonly inputs: AliasPage['inputs'] }
  | {
      readonly form: 'feed';
      readonly format: FeedFormat;
      readonly subject: FeedSubject;
      /** The file name of the style sheet of feeds. */
      readonly style: string;
      readonly articles: readonly EntryInputs[];
    }
  | { readonly form: 'bytes'; readonly bytes: string | Uint8Array }
  /** A file of the cache that may be larger than memory, by its absolute path. */
  | { readonly form: 'copy'; readonly path: string }
  /** Files of the cache, by their absolute paths, one after the other behind a text. */
  | {
      readonly form: 'join';
      readonly head: string;
      readonly files: readonly { readonly path: string; readonly sha256: string }[];
    }
  /** A file of the cache, by its absolute path. `sha256` is checked where it is given. */
  | { readonly form: 'file'; readonly path: string; readonly sha256?: string };

/** What all recipes share. Plain data; paths are absolute. */
export interface SharedInputs {
  readonly view: ViewContext;
  readonly contentDir: string;
  readonly cacheDir: string;
}

export type SheetKind =
  | PageKind
  | 'alias'
  | 'asset'
  | 'card'
  | 'feed'
  | 'host'
  | 'icon'
  | 'manifest'
  | 'markdown'
  | 'notice'
  | 'script'
  | 'search'
  | 'sitemap';

/**
 * One output file. Its bytes are a function of the code and of `inputs`, which are plain data: the
 * same inputs give the same bytes. `recipe` must not read anything else.
 */
export interface Sheet<Inputs = unknown> {
  /** The path below the output folder, with `/`: `2026/01/06/bridge/index.html`. */
  readonly file: string;
  readonly kind: SheetKind;
  /** The media type in the dev preview. Default: that of the file name. */
  readonly type?: string;
  /** Include `view` where the file depends on what all pages share. */
  readonly inputs: () => Inputs;
  readonly recipe: (inputs: Inputs) => Recipe;
}
