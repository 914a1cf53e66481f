import type { FeedPicture } from './feed-entry.ts';
import { textOfHtml } from './text-of-html.ts';
import type { RssItem } from './to-rss-entry.ts';

interface Enclosure {
  readonly url?: string | undefined;
  readonly type?: string | undefined;
}

/** The picture of an entry: `media:content`, else an enclosed picture, else the thumbnail. */
export function pickPicture(
  media: RssItem['media'],
  enclosures: readonly Enclosure[] | undefined,
): FeedPicture | undefined {
  const contents = [
    ...(media?.contents ?? []),
    ...(media?.groups?.flatMap((group) => group.contents ?? []) ?? []),
  ];
  const content = contents.find((one) => one.medium === 'image' || isPicture(one));
  const url = content?.url ?? enclosures?.find(isPicture)?.url ?? media?.thumbnails?.[0]?.url;
  if (url === undefined) return undefined;
  const group = media?.groups?.find((one) => one.contents?.includes(content ?? {}));
  const credits = content?.credits ?? group?.credits ?? media?.credits;
  const about = content?.description ?? group?.description ?? media?.description;
  return {
    url,
    alt: toLine(content?.title?.value),
    caption: toLine(about?.value),
    credit: toLine(credits?.map(({ value }) => value).join(', ')),
  };
}

function isPicture({ type, url }: Enclosure): boolean {
  if (type !== undefined) return /^image\//iu.test(type);
  return /\.(?:jpe?g|png|webp|avif|gif)(?:[?#]|$)/iu.test(url ?? '');
}

function toLine(text: string | undefined): string | undefined {
  return text === undefined ? undefined : textOfHtml(text) || undefined;
}
