import { hash } from 'node:crypto';

const endings = /\.(?:jpe?g|png|webp|avif|gif|tiff?|svg)$/iu;

/**
 * A file name for a picture at an address: its own name made plain, and a few letters of the
 * address's hash, since many pictures are called `image.jpg`.
 */
export function namePicture(address: string): string {
  const last = new URL(address).pathname.split('/').at(-1) ?? '';
  const ending = endings.exec(last)?.[0].toLowerCase() ?? '.jpg';
  const stem = last
    .replace(/\.[^.]*$/u, '')
    .replace(/%[0-9a-f]{2}/giu, '-')
    .replace(/[^a-z0-9]+/giu, '-')
    .replace(/^-+|-+$/gu, '')
    .toLowerCase()
    .slice(0, 60);
  return `${stem || 'picture'}-${hash('sha256', address).slice(0, 8)}${ending}`;
}
