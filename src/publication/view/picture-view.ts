import { featuredIn } from '../../content/article/story-pictures.ts';
import { type TextInputs, targetAt } from './story-inputs.ts';
import { assetHref, type PictureInfo, type ViewContext } from './view-context.ts';

/**
 * A picture as `<picture>` prints it. Sizes in CSS pixels. A browser uses the first of `sources`
 * whose type it supports, else `src`.
 */
export interface PictureView {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly sources?: readonly SourceView[];
  /** Classes: the colour shown until the picture is loaded, and the form of a tall picture. */
  readonly tone?: string;
  /** `href` of the largest file. */
  readonly large: string;
  /** The first picture of a page is fetched at once, the others when they are near the viewport. */
  readonly first?: true;
}

/** The attributes of a `<source>`, and of the `<link>` that preloads it. */
export interface SourceView {
  readonly type: string;
  readonly media?: string;
  readonly srcset: string;
  readonly sizes?: string;
}

/**
 * By place: how wide a picture is shown (`sizes`, as in the style sheets `article.css` and
 * `front.css`), and the widest file that is offered, in pixels.
 */
const places = {
  featured: { sizes: '(min-width:68.75em) 52em,(min-width:42em) 38em,92vw', widest: 1600 },
  column: { sizes: '(min-width:42em) 38em,92vw', widest: 1600 },
  lead: { sizes: '(min-width:80em) 43em,(min-width:48em) 53vw,92vw', widest: 1600 },
  leadAbove: { sizes: '(min-width:80em) 50em,(min-width:72em) 62vw,92vw', widest: 1600 },
  wide: { sizes: '(min-width:72em) 24em,(min-width:48em) 46vw,92vw', widest: 960 },
  card: { sizes: '(min-width:72em) 24em,(min-width:48em) 46vw,34vw', widest: 960 },
  row: { sizes: '9em', widest: 480 },
  portrait: { sizes: '11em', widest: 480 },
} as const;

/** A lazy picture is fetched after layout: browsers that know `auto` use its real width. */
const lazySizes = 'auto,';

export type PicturePlace = keyof typeof places;

/** The featured image of a story, if the content folder has its file. */
export function featuredPicture(
  context: ViewContext,
  { story, targets }: TextInputs,
): PictureView | undefined {
  const featured = featuredIn(story);
  if (featured?.address === undefined) return undefined;
  const { address, alt } = featured;
  return pictureAt(context, targets, address, { alt, place: 'featured' });
}

/** A picture in a story, by its address as written; undefined if it is not a local picture. */
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

/** The first picture of its page, which is fetched before layout, so that `auto` cannot apply. */
export function asFirst(picture: PictureView): PictureView {
  const sources = picture.sources?.map((source) =>
    source.sizes === undefined
      ? source
      : { ...source, sizes: source.sizes.replace(lazySizes, '') },
  );
  return { ...picture, sources, first: true };
}

/** A picture at a place of a page. */
export function toPictureView(
  context: ViewContext,
  { name, width, height, sources = [], tone }: PictureInfo,
  { alt, place }: { readonly alt: string; readonly place: PicturePlace },
): PictureView {
  // A drawing is sharp at any size.
  const large = sources.find(({ type }) => type === 'image/svg+xml')?.files[0]?.name ?? name;
  return {
    src: assetHref(context, name),
    width,
    height,
    alt,
    sources:
      sources.length > 0
        ? sources.map((source) => toSource(context, source, place))
        : undefined,
    tone: [`tone-${tone ?? 'none'}`, ...tallClass(width, height)].join(' '),
    large: assetHref(context, large),
  };
}

/** Height of a tall picture in quarters of its width, rounded down to one of these (`article.css`). */
const tallForms = [10, 8, 7, 6, 5];

/** The class of a tall picture or film, if it is one. */
export function tallClass(width: number, height: number): string[] {
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
    media,
    srcset: srcset.join(','),
    sizes: many ? lazySizes + sizes : undefined,
  };
}
