import { createHash } from 'node:crypto';
import type { Copy } from '../article/copy.ts';
import type { PictureNote } from '../article/picture-note.ts';
import type { PreparedPicture } from '../pictures/prepared-picture.ts';
import type { PublicationSettings } from '../publication/publication-settings.ts';
import type { Icons } from './prepare-icons.ts';

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

/** What stands in Astro's content store: metadata only, never an article's text. */
export type Entry =
  | {
      readonly kind: 'copy';
      readonly copy: Copy;
      /** Hash of all that the copy was made from. */
      readonly source: string;
      /** The pictures and attachments it uses, by their paths below the content folder. */
      readonly assets: Readonly<Record<string, Asset>>;
    }
  /** A copy that is not published, and from which a translation inherits. */
  | { readonly kind: 'lender'; readonly copy: Copy }
  | { readonly kind: 'picture-note'; readonly note: PictureNote }
  | {
      readonly kind: 'publication';
      readonly settings: PublicationSettings;
      /** In place of the name, in the masthead. */
      readonly logo?: ShownPicture;
      /** The same for the dark theme. */
      readonly darkLogo?: ShownPicture;
      readonly icons?: Icons;
    };

/** The id of the publication's entry; no file can have it, since the others end in .md or .yaml. */
export const publicationId = 'publication';

/**
 * An entry as the store keeps it: one text. Astro walks every value of an entry several times
 * on its way through the store, which at 10,000 articles costs seconds.
 */
export interface StoredEntry extends Record<string, unknown> {
  readonly record: string;
}

export function toStored(entry: Entry): StoredEntry {
  return { record: JSON.stringify(entry) };
}

/** Tells whether an entry changed, in itself or in the form in which it is stored. */
export function digestOf(stored: StoredEntry): string {
  return createHash('sha256').update(JSON.stringify(stored)).digest('hex');
}

/** Undefined for what another version of this code, or none, has stored. */
export function fromStored(data: Record<string, unknown>): Entry | undefined {
  try {
    return JSON.parse(String(data['record'])) as Entry;
  } catch {
    return undefined;
  }
}
