import type { FeedFormat } from '../edition/feed-addresses.ts';
import type { Feed } from '../feeds/feed.ts';

/** The pages of the site by what prints them: see `src/pages`. */
export type TemplateName =
  | 'article'
  | 'credits'
  | 'front'
  | 'index'
  | 'list'
  | 'not-found'
  | 'offline'
  | 'search';

/** What becomes a file. Plain data, which a child process can be sent. */
export type Content =
  | {
      readonly form: 'page';
      readonly template: TemplateName;
      /** A view model. */
      readonly page: object;
      /** A rendered text by its key, and what fills its slots. */
      readonly body?: { readonly key: string; readonly fills: readonly string[] };
    }
  | { readonly form: 'feed'; readonly feed: Feed; readonly format: FeedFormat }
  | { readonly form: 'bytes'; readonly bytes: string | Uint8Array }
  /** A file as it is on the disk; an absolute path. */
  | { readonly form: 'file'; readonly path: string };

export type SheetKind =
  | TemplateName
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
 * data: same inputs, same bytes. `print` may look at nothing else.
 */
export interface Sheet<Inputs = unknown> {
  /** Below the output folder, with `/`: `2026/01/06/bridge/index.html`. */
  readonly file: string;
  readonly kind: SheetKind;
  /** The media type that the live preview gives it; default: that of the name. */
  readonly type?: string;
  readonly inputs: () => Inputs;
  readonly print: (inputs: Inputs) => Content;
}
