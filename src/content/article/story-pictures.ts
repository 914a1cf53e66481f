import type { Place } from '../../system/problems/problem.ts';
import { localValue } from '../settings/local-text.ts';
import type { ContentFile } from './content-file.ts';
import type { Credit } from './credit.ts';
import type { PictureNote, PictureNotes } from './picture-note.ts';
import { typeset } from './typeset.ts';
import { type WrittenPicture, withFeatured, writtenIn } from './written-pictures.ts';

/** A picture that a story shows, or credits, with all that is known of it. */
export interface StoryPicture {
  /** Its place among the references of the text; the featured picture has none. */
  readonly reference?: number;
  /** As written; absent where the copy did not bring the featured picture. */
  readonly address?: string;
  /** Below the content folder, whether it is there or not; absent for one of another site. */
  readonly file?: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: Credit;
  /** Whether the copy itself states the credit here. */
  readonly stated: boolean;
  /** Where the copy names the picture, or its credit where it states one. */
  readonly place: Place;
}

/**
 * The pictures of a copy, the featured one first. Words and credit are those of the nearest that
 * says something, a credit always whole, never put together of two:
 *
 * 1. where the picture stands: its own fields, its title in the text
 * 2. the credit of the same file elsewhere in the copy
 * 3. the same file in the original, for a translation
 * 4. the note beside the file; its words in the language of the copy come before the original's
 */
export function picturesOf(
  copy: ContentFile,
  original: ContentFile,
  notes: Pick<PictureNotes, 'get'>,
  languages: readonly string[],
): StoryPicture[] {
  const own = writtenIn(copy);
  const inherited = copy === original ? [] : writtenIn(original);
  const pictures = withFeatured(own, inherited, copy);
  return pictures.map((picture) => {
    const { file, reference } = picture;
    const same = (other: WrittenPicture) => file !== undefined && other.file === file;
    const note = file === undefined ? undefined : notes.get(file);
    const first = inherited.find(same);
    const words = (field: 'alt' | 'caption') =>
      picture[field] ||
      note?.[field]?.[copy.language] ||
      first?.[field] ||
      localValue(note?.[field] ?? {}, copy.language, languages);
    const credit =
      picture.credit ??
      own.find((other) => same(other) && other.credit)?.credit ??
      inherited.find((other) => same(other) && other.credit)?.credit ??
      creditOf(note, copy.language, languages);
    const caption = words('caption');
    return {
      ...(reference === undefined ? {} : { reference }),
      ...(picture.address === undefined ? {} : { address: picture.address }),
      ...(file === undefined ? {} : { file }),
      alt: words('alt') ?? '',
      ...(caption ? { caption: typeset(caption, copy.language) } : {}),
      ...(credit ? { credit } : {}),
      stated: picture.stated,
      place: picture.place,
    };
  });
}

/** What a note says of the credit in a language. */
export function creditOf(
  note: PictureNote | undefined,
  language: string,
  languages: readonly string[],
): Credit | undefined {
  return localValue(note?.credit ?? {}, language, languages);
}
