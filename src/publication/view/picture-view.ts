import { type TextInputs, targetAt } from './story-inputs.ts';
import { assetHref, type PictureInfo, type ViewContext } from './view-context.ts';

/**
 * A picture as `<picture>` prints it. Sizes in CSS pixels; of `sources` a browser takes the first
 * whose type it reads, `src` is for those that read none.
 */
export interface PictureView {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly sources?: readonly SourceView[];
  /** Classes: of the colour that is there before it, and of its form where it is a high one. */
  readonly tone?: string;
  /** The file to look at closely. */
  readonly large: string;
  /** The first of a page: it is fetched at once, others when they are near the window. */
  readonly first?: true;
}

/** The attributes of a `<source>`; those of a `<link>` that fetches it early. */
export interface SourceView {
  readonly type: string;
  readonly media?: string;
  readonly srcset: string;
  readonly sizes?: string;
}

/**
 * How wide a picture is shown, by its place: `sizes` as the style sheets have it (`article.css`,
 * `list.css`), and the widest file that is offered, in pixels.
 */
const places = {
  featured: { sizes: '(min-width:68.75em) 52em,(min-width:42em) 38em,92vw', widest: 1600 },
  column: { sizes: '(min-width:42em) 38em,92vw', widest: 1600 },
  lead: { sizes: '(min-width:80em) 43em,(min-width:48em) 53vw,92vw', widest: 1600 },
  prominent: { sizes: '(min-width:80em) 24em,(min-width:48em) 29vw,92vw', widest: 960 },
  row: { sizes: '9em', widest: 480 },
} as const;

/** A picture that is fetched late is laid out by then: browsers that look take its real width. */
const measured = 'auto,';

export type PicturePlace = keyof typeof places;

/** The featured image of a story, where its copy brought the file. */
export function toPicture(
  context: ViewContext,
  { story, targets }: TextInputs,
): PictureView | undefined {
  const { image } = story;
  if (image?.file === undefined) return undefined;
  return pictureAt(context, targets, image.file, { alt: image.alt ?? '', place: 'featured' });
}

/** A picture that a story names, by its address as written. */
export function pictureAt(
  context: ViewContext,
  targets: TextInputs['targets'],
  written: string,
  { alt, place = 'column' }: { readonly alt: string; readonly place?: PicturePlace },
): PictureView | undefined {
  const target = targetAt(targets, written);
  return target?.kind === 'file' && target.asset.kind === 'picture'
    ? toPictureView(context, target.asset, { alt, place })
    : undefined;
}

/** A picture that is the first of its page: fetched before anything is laid out. */
export function asFirst(picture: PictureView): PictureView {
  const sources = picture.sources?.map((source) =>
    source.sizes === undefined
      ? source
      : { ...source, sizes: source.sizes.replace(measured, '') },
  );
  return { ...picture, ...(sources ? { sources } : {}), first: true };
}

/** A picture in its place on a page. */
export function toPictureView(
  context: ViewContext,
  { name, width, height, sources = [], tone }: PictureInfo,
  { alt, place }: { readonly alt: string; readonly place: PicturePlace },
): PictureView {
  // A drawing is large at any size.
  const large = sources.find(({ type }) => type === 'image/svg+xml')?.files[0]?.name ?? name;
  return {
    src: assetHref(context, name),
    width,
    height,
    alt,
    ...(sources.length > 0
      ? { sources: sources.map((source) => toSource(context, source, place)) }
      : {}),
    tone: [`tone-${tone ?? 'none'}`, ...tallClass(width, height)].join(' '),
    large: assetHref(context, large),
  };
}

/** Quarters of its width that a picture is high at least, from five on (`article.css`). */
const tallForms = [10, 8, 7, 6, 5];

function tallClass(width: number, height: number): string[] {
  const form = tallForms.find((quarters) => height / width >= quarters / 4);
  return form === undefined ? [] : [`tall-${form}`];
}

function toSource(
  context: ViewContext,
  { type, media, files }: NonNullable<PictureInfo['sources']>[number],
  place: PicturePlace,
): SourceView {
  const { sizes, widest } = places[place];
  const offered = files.filter(({ width }, index) => index === 0 || width <= widest);
  const many = offered.length > 1;
  const srcset = offered.map(
    ({ name, width }) => assetHref(context, name) + (many ? ` ${width}w` : ''),
  );
  return {
    type,
    ...(media === undefined ? {} : { media }),
    srcset: srcset.join(','),
    ...(many ? { sizes: measured + sizes } : {}),
  };
}
