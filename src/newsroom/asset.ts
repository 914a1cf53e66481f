import type { PreparedPicture } from '../pictures/prepared-picture.ts';

/** A picture ready to be shown: its files below `/assets/`. */
export interface ShownPicture extends PreparedPicture {
  readonly kind: 'picture';
}

/** A document that is published beside the articles that link to it. */
export interface Attachment {
  readonly kind: 'attachment';
  readonly name: string;
}

export type Asset = ShownPicture | Attachment;

/** Names of all files of an asset below `/assets/`: a picture has several. */
export function filesOf(asset: Asset): string[] {
  const sources = asset.kind === 'picture' ? asset.sources : [];
  return [asset.name, ...sources.flatMap(({ files }) => files.map(({ name }) => name))];
}
