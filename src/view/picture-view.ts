import type { Story } from '../article/article.ts';
import { resolveReference } from '../edition/resolve-reference.ts';
import { assetHref, type ViewContext } from './view-context.ts';

/** A picture as `<img>` prints it. Sizes in CSS pixels. */
export interface PictureView {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** The featured image of a story, where its copy brought the file. */
export function toPicture(context: ViewContext, story: Story): PictureView | undefined {
  const { image } = story;
  if (image?.file === undefined) return undefined;
  return pictureAt(context, story, image.file, image.alt ?? '');
}

/** A picture that a story names, by its address as written. */
export function pictureAt(
  context: ViewContext,
  story: Story,
  written: string,
  alt: string,
): PictureView | undefined {
  const target = resolveReference(written, story, context.site);
  const asset = target?.kind === 'file' ? context.assets.get(target.path) : undefined;
  if (asset?.kind !== 'picture') return undefined;
  const { name, width, height } = asset;
  return { src: assetHref(context, name), width, height, alt };
}
