import type { Article } from '../../content/article/article.ts';
import type { Words } from '../../language/words.ts';

/** Names of the buttons that pass an article on. */
export interface ShareButtons {
  readonly share: string;
  readonly qrCode: string;
  /** Of an article: a page that is no news has no date to be cited with. */
  readonly cite?: string;
}

export function toShareButtons({ share }: Words, article: Article | undefined): ShareButtons {
  return {
    share: share.share,
    qrCode: share.qrCode,
    ...(article ? { cite: share.cite } : {}),
  };
}
