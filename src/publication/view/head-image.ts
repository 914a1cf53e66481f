import { lookup } from 'mrmime';
import type { HeadFacts } from './head.ts';
import { toPicture } from './picture-view.ts';
import { assetHref, type ViewContext } from './view-context.ts';

/** The picture that is shown with a link to a page. Absolute address, sizes in pixels. */
export interface ShareImage {
  readonly url: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  /** Whether it is a share card, which shows the headline itself. */
  readonly card: boolean;
}

/**
 * The page's own share card; else the featured image of its story; else the card of its edition.
 * Undefined where there is none of them, or the site's address is not known.
 */
export function toShareImage(context: ViewContext, facts: HeadFacts): ShareImage | undefined {
  const { siteUrl } = context;
  if (siteUrl === undefined) return undefined;
  const { edition, name, subject, title } = facts;
  if (subject.kind === 'story') {
    const { story, card } = subject.inputs;
    if (card) return toImage(card, story.image?.alt ?? `${title} – ${name}`);
    const picture = toPicture(context, subject.inputs);
    if (picture) return toImage({ ...picture, href: picture.src }, picture.alt, false);
  }
  const { card } = edition;
  return card && toImage(card, name);

  function toImage(
    file: { readonly width: number; readonly height: number } & (
      | { readonly name: string }
      | { readonly href: string }
    ),
    alt: string,
    isCard = true,
  ): ShareImage {
    const href = 'href' in file ? file.href : assetHref(context, file.name);
    const { width, height } = file;
    const type = lookup(href) ?? 'image/jpeg';
    return { url: siteUrl + href, type, width, height, alt, card: isCard };
  }
}
