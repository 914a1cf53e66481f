import { attribute } from './escape-html.ts';
import type { PictureView } from './picture-view.ts';

/**
 * A picture in the text as HTML, as `components/Picture.astro` prints it in furniture; with a
 * link to its large form, unless it only decorates (the link would have no name) or `linked`
 * says that it leads somewhere already.
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
