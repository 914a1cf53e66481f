import { lookup } from 'mrmime';
import type { FeedEntry } from './feed.ts';
import type { FeedClip } from './feed-context.ts';

/** The picture of an entry in Media RSS 1.5.1, which RSS and Atom share. */
function toMedia({ url, width, height, alt, credit }: NonNullable<FeedEntry['picture']>) {
  return {
    url,
    medium: 'image',
    type: lookup(url),
    width,
    height,
    description: alt === '' ? undefined : { type: 'plain', value: alt },
    credits: credit === undefined ? undefined : [{ value: credit }],
  };
}

/** A clip of an entry in Media RSS 1.5.1. */
function toClipMedia({ url, medium, type, size, title, poster, credit, ...more }: FeedClip) {
  const { duration, width, height } = more;
  return {
    ...{ url, medium, type, width, height, fileSize: size },
    duration: duration === undefined ? undefined : Math.round(duration),
    title: title === '' ? undefined : { type: 'plain', value: title },
    thumbnails: poster === undefined ? undefined : [{ url: poster }],
    credits: credit === undefined ? undefined : [{ value: credit }],
  };
}

/** All media of an entry; undefined without any. */
export function mediaOf({ picture, clips }: Pick<FeedEntry, 'picture' | 'clips'>) {
  const contents = [...(picture ? [toMedia(picture)] : []), ...clips.map(toClipMedia)];
  return contents.length === 0 ? undefined : { contents };
}
