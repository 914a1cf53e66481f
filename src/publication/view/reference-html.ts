import type {
  ClipReference,
  LinkReference,
  PictureReference,
  StyleReference,
} from '../../content/markdown/reference.ts';
import { attribute, escapeHtml } from '../../language/escape-html.ts';
import { clipOf, playerHtml, transcriptHtml } from './clip-view.ts';
import { hrefOf } from './href-of.ts';
import { captionHtml } from './picture-caption.ts';
import { asFirst, featuredPicture, type PictureView, pictureAt } from './picture-view.ts';
import { ratioClass } from './ratio-class.ts';
import type { TextInputs } from './story-inputs.ts';
import { assetHref, type ViewContext, wordsOf } from './view-context.ts';

/**
 * The HTML that replaces each reference of a story's text: ` href="…"` for a link, empty for a
 * broken link (its text stays), an element for a picture, a clip, a caption, a transcript and a style
 * sheet.
 */
export function fillsOf(context: ViewContext, inputs: TextInputs): string[] {
  const { story, targets } = inputs;
  const words = wordsOf(context, story.language);
  return story.body.references.map((reference, index) => {
    if (reference.kind === 'link') return linkHref(context, targets, reference);
    if (reference.kind === 'caption') return captionHtml(story, reference, words);
    if (reference.kind === 'transcript')
      return transcriptHtml(context, inputs, reference, words);
    if (reference.kind === 'style')
      return reference.opening ? '' : styleLink(context, reference);
    if (reference.kind === 'clip') return clipElement(context, inputs, reference, index);
    const known = story.pictures.find((picture) => picture.reference === index);
    return pictureElement(context, inputs, { ...reference, alt: known?.alt ?? reference.alt });
  });
}

/** The links to style sheets that a page prints before the text of a story. */
export function openingStyles(context: ViewContext, { body }: TextInputs['story']): string {
  return body.references
    .map((reference) =>
      reference.kind === 'style' && reference.opening ? styleLink(context, reference) : '',
    )
    .join('');
}

/** A browser paints nothing after such a link before it has the file. */
function styleLink(context: ViewContext, { style }: StyleReference): string {
  const file = context.scripts.blockStyles[style];
  if (file === undefined) throw new Error(`no style sheet ${style}`);
  return `<link rel="stylesheet"${attribute('href', assetHref(context, file))}>`;
}

/** The player of a clip; without its file, its description. */
function clipElement(
  context: ViewContext,
  inputs: TextInputs,
  reference: ClipReference,
  index: number,
): string {
  const { clips, language } = inputs.story;
  const label = clips.find((clip) => clip.reference === index)?.alt ?? reference.alt;
  const clip = clipOf(context, inputs, { ...reference, alt: label });
  return clip ? playerHtml(clip, language) : escapeHtml(label);
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
  const { alt, gallery } = reference;
  if (/^(?:https?:)?\/\//iu.test(reference.address))
    return remotePicture(context, reference, alt);
  const picture = pictureAt(context, inputs.targets, reference.address, { alt });
  if (!picture) return escapeHtml(alt);
  // A featured image comes first.
  const first = reference.first && featuredPicture(context, inputs) === undefined;
  const linked = reference.linked !== undefined;
  if (gallery) {
    const { width, height, tone } = picture;
    const own = { ...picture, tone: [tone, ratioClass(width, height)].join(' ') };
    return toPictureHtml(first ? asFirst(own) : own, { linked });
  }
  return toPictureHtml(first ? asFirst(picture) : picture, { linked });
}

/**
 * A picture of another origin becomes a link to it, unless `images.remote` allows the origin.
 * Inside a link, which cannot contain another link, it becomes its alternative text and URL.
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

/**
 * A picture in the text as HTML, as `components/Picture.astro` prints it elsewhere. It links to
 * its largest file unless it is decorative (the link would have no name) or already `linked`.
 */
export function toPictureHtml(picture: PictureView, { linked }: { linked: boolean }): string {
  const { src, width, height, alt, sources = [], tone, large, first } = picture;
  const loading = first ? ' fetchpriority="high"' : ' loading="lazy"';
  const img = `<img${attribute('src', src)} width="${width}" height="${height}"${attribute('alt', alt)}${attribute('class', tone)}${loading} decoding="async">`;
  const all = sources.map(
    ({ type, media, srcset, sizes }) =>
      `<source${attribute('type', type)}${attribute('media', media)}${attribute('srcset', srcset)}${attribute('sizes', sizes)}>`,
  );
  const html = sources.length === 0 ? img : `<picture>${all.join('')}${img}</picture>`;
  return linked || alt === ''
    ? html
    : `<a class="enlarge"${attribute('href', large)}>${html}</a>`;
}
