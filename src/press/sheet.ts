import type { FedList } from '../outputs/feeds/feed-files.ts';
import type { FeedFormat } from '../publication/edition/feed-addresses.ts';
import type { PageKind, PageRecipe } from '../publication/view/create-page.ts';
import type { OldAddress } from '../publication/view/redirect-page.ts';
import type { TextInputs } from '../publication/view/story-inputs.ts';
import type { ViewContext } from '../publication/view/view-context.ts';

/** What the content of a file is made from. Plain data, which a child process can be sent. */
export type Recipe =
  | (PageRecipe & { readonly form: 'page' })
  /** The Markdown of an article; `source` is the SHA-256 of its file as it was read. */
  | {
      readonly form: 'markdown';
      readonly source: string | undefined;
      readonly text: TextInputs;
    }
  /** A page at an old address. */
  | { readonly form: 'alias'; readonly inputs: OldAddress['inputs'] }
  | {
      readonly form: 'feed';
      readonly format: FeedFormat;
      readonly list: FedList;
      /** The name of the style sheet of feeds. */
      readonly style: string;
      readonly articles: readonly TextInputs[];
    }
  | { readonly form: 'bytes'; readonly bytes: string | Uint8Array }
  /** A file as it is in the cache; an absolute path. `sha256` is what it must have, where that is known. */
  | { readonly form: 'file'; readonly path: string; readonly sha256?: string };

/** What all recipes share. Plain data; paths are absolute. */
export interface Shared {
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
 * One file of the output. Its bytes are a function of the code and of `inputs`, which are plain
 * data: same inputs, same bytes. `recipe` may look at nothing else.
 */
export interface Sheet<Inputs = unknown> {
  /** Below the output folder, with `/`: `2026/01/06/bridge/index.html`. */
  readonly file: string;
  readonly kind: SheetKind;
  /** The media type that the live preview gives it; default: that of the name. */
  readonly type?: string;
  /** With `view` where the file depends on what all pages share. */
  readonly inputs: () => Inputs;
  readonly recipe: (inputs: Inputs) => Recipe;
}
