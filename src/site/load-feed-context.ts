import type { FeedContext } from '../feeds/feed-context.ts';
import { loadSite } from '../newsroom/load-site.ts';
import { type PictureView, pictureAt, toPicture } from '../view/picture-view.ts';
import { fillsOf } from '../view/reference-html.ts';
import { assetHref, faviconAddress, toHref, type ViewContext } from '../view/view-context.ts';
import { loadContext } from './load-context.ts';
import { loadFeedStyle } from './load-feed-style.ts';

const contexts = new WeakMap<ViewContext, Promise<FeedContext>>();

/** What feeds, sitemaps and notices of this build share, from what its pages share. */
export async function loadFeedContext(): Promise<FeedContext> {
  const view = await loadContext();
  const known = contexts.get(view) ?? createContext(view);
  contexts.set(view, known);
  return known;
}

async function createContext(view: ViewContext): Promise<FeedContext> {
  const { now } = await loadSite();
  const { publication, siteUrl, basePath } = view;
  const { name } = await loadFeedStyle();
  const origin = siteUrl ?? '';
  const absolute = ({ src }: PictureView) => new URL(src, siteUrl).href;
  return {
    publication,
    ...(siteUrl === undefined ? {} : { siteUrl }),
    basePath,
    now,
    toUrl: (address) => origin + toHref(view, address),
    fillsOf: (story) => fillsOf(view, story),
    pictureOf: (article) => {
      const picture = toPicture(view, article);
      if (!picture) return undefined;
      const { width, height, alt } = picture;
      return { url: absolute(picture), width, height, alt };
    },
    picturesOn: (story) =>
      [
        toPicture(view, story),
        ...story.body.references
          .filter((reference) => reference.kind === 'picture')
          .map(({ address }) => pictureAt(view, story, address, { alt: '' })),
      ].flatMap((picture) => (picture ? [absolute(picture)] : [])),
    favicon: faviconAddress(view),
    styleHref: assetHref(view, name),
  };
}
