import type { Story } from '../article/article.ts';
import { resolveReference } from '../edition/resolve-reference.ts';
import type { Reference } from '../markdown/reference.ts';
import { attribute, escapeHtml } from './escape-html.ts';
import { toPictureHtml } from './picture-html.ts';
import { asFirst, pictureAt, toPicture } from './picture-view.ts';
import { assetHref, toHref, type ViewContext } from './view-context.ts';

/**
 * What stands in an article's HTML in place of each of its references: ` href="…"` for a
 * link, nothing for a link to what is not published (its text stays), an element for a
 * picture.
 */
export function fillsOf(context: ViewContext, story: Story): string[] {
  return story.body.references.map((reference) =>
    reference.kind === 'link'
      ? linkHref(context, story, reference)
      : pictureElement(context, story, reference),
  );
}

function linkHref(context: ViewContext, story: Story, reference: Reference): string {
  const target = resolveReference(reference.address, story, context.site);
  switch (target?.kind) {
    case 'story':
      return attribute(
        'href',
        toHref(context, target.story.address) + escapeSuffix(target.suffix),
      );
    case 'address':
      return attribute('href', toHref(context, target.address) + escapeSuffix(target.suffix));
    case 'file': {
      const asset = context.assets.get(target.path);
      return asset
        ? attribute('href', assetHref(context, asset.name) + escapeSuffix(target.suffix))
        : '';
    }
    case undefined:
      return '';
  }
}

function pictureElement(context: ViewContext, story: Story, reference: Reference): string {
  const alt = reference.alt ?? '';
  if (/^(?:https?:)?\/\//iu.test(reference.address))
    return remotePicture(context, reference, alt);
  const picture = pictureAt(context, story, reference.address, { alt });
  if (!picture) return escapeHtml(alt);
  // With a featured image above it, it is the second.
  const first = reference.first && toPicture(context, story) === undefined;
  const { linked = false } = reference;
  return toPictureHtml(first ? asFirst(picture) : picture, { linked });
}

/** A picture of another origin is a link to it, unless the publication lets that origin in. */
function remotePicture(context: ViewContext, { address }: Reference, alt: string): string {
  const full = address.startsWith('//') ? `https:${address}` : address;
  const origin = URL.canParse(full) ? new URL(full).origin : '';
  if (
    context.publication.settings.images.remote.some((item) => new URL(item).origin === origin)
  ) {
    return `<img${attribute('src', full)}${attribute('alt', alt)} loading="lazy" decoding="async" referrerpolicy="no-referrer">`;
  }
  return `<a${attribute('href', full)} rel="external noopener">${escapeHtml(alt || full)}</a>`;
}

function escapeSuffix(suffix: string): string {
  return suffix.replace(/\s/gu, encodeURIComponent);
}
