import type { LinkReference, PictureReference } from '../../content/markdown/reference.ts';
import { attribute, escapeHtml } from './escape-html.ts';
import { hrefOf } from './href-of.ts';
import { captionHtml } from './picture-caption.ts';
import { toPictureHtml } from './picture-html.ts';
import { asFirst, pictureAt, toPicture } from './picture-view.ts';
import type { TextInputs } from './story-inputs.ts';
import { type ViewContext, wordsOf } from './view-context.ts';

/**
 * What stands in an article's HTML in place of each of its references: ` href="…"` for a
 * link, nothing for a link to what is not published (its text stays), an element for a
 * picture and for its caption.
 */
export function fillsOf(context: ViewContext, inputs: TextInputs): string[] {
  const { story, targets } = inputs;
  const words = wordsOf(story.language);
  return story.body.references.map((reference, index) => {
    if (reference.kind === 'link') return linkHref(context, targets, reference);
    if (reference.kind === 'caption') return captionHtml(story, reference, words);
    const known = story.pictures.find((picture) => picture.reference === index);
    return pictureElement(context, inputs, { ...reference, alt: known?.alt ?? reference.alt });
  });
}

function linkHref(
  context: ViewContext,
  targets: TextInputs['targets'],
  reference: LinkReference,
): string {
  const href = hrefOf(context, targets, reference.address);
  return href === undefined ? '' : attribute('href', href);
}

function pictureElement(
  context: ViewContext,
  inputs: TextInputs,
  reference: PictureReference,
): string {
  const { alt } = reference;
  if (/^(?:https?:)?\/\//iu.test(reference.address))
    return remotePicture(context, reference, alt);
  const picture = pictureAt(context, inputs.targets, reference.address, { alt });
  if (!picture) return escapeHtml(alt);
  // With a featured image above it, it is the second.
  const first = reference.first && toPicture(context, inputs) === undefined;
  const linked = reference.linked !== undefined;
  return toPictureHtml(first ? asFirst(picture) : picture, { linked });
}

/**
 * A picture of another origin is a link to it, unless the publication lets that origin in; within
 * a link, which can hold no other, its words and its address.
 */
function remotePicture(
  context: ViewContext,
  { address, linked }: PictureReference,
  alt: string,
): string {
  const full = address.startsWith('//') ? `https:${address}` : address;
  const origin = URL.canParse(full) ? new URL(full).origin : '';
  if (context.settings.images.remote.some((item) => new URL(item).origin === origin)) {
    return `<img${attribute('src', full)}${attribute('alt', alt)} loading="lazy" decoding="async" referrerpolicy="no-referrer">`;
  }
  if (linked !== undefined)
    return escapeHtml(alt === '' || linked === address ? alt || full : `${alt} (${full})`);
  return `<a${attribute('href', full)} rel="external noopener">${escapeHtml(alt || full)}</a>`;
}
