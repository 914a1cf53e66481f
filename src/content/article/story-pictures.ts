import type { Place } from '../../system/problems/problem.ts';
import { localValue } from '../settings/local-text.ts';
import type { PublicationSettings } from '../settings/publication-settings.ts';
import type { ContentFile } from './content-file.ts';
import type { Credit } from './credit.ts';
import type { PictureNote, PictureNotes } from './picture-note.ts';
import { typeset } from './typeset.ts';
import { clipsIn, type WrittenPicture, withFeatured, writtenIn } from './written-pictures.ts';

/** A picture or clip that a story shows or credits, with everything known about it. */
export interface StoryPicture {
  /** Its index among the references of the text. Absent for the featured picture. */
  readonly reference?: number;
  /** The address as written. Absent for a featured picture that is credited but not shown. */
  readonly address?: string;
  /** Path below the content folder, whether or not it exists. Absent for an external picture. */
  readonly file?: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: Credit;
  /** Whether the file itself states the credit here. */
  readonly stated: boolean;
  /** The position of the picture, or of its credit if stated. */
  readonly place: Place;
}

/**
 * Lists the pictures of a content file, the featured one first. Words and credit come from the
 * first of these that has them. Credits are never combined:
 *
 * 1. the picture itself: its fields, its title in the text
 * 2. the credit of the same file elsewhere in the content file
 * 3. the same file in the original, for a translation
 * 4. the note beside the file; its words in the language of the content file precede the original's
 */
export function picturesOf(
  content: ContentFile,
  original: ContentFile,
  notes: Pick<PictureNotes, 'get'>,
  { languages, words }: TextSettings,
): StoryPicture[] {
  const own = writtenIn(content, words);
  const inherited = content === original ? [] : writtenIn(original, words);
  const pictures = withFeatured(own, inherited, content);
  return complete(pictures, { own, inherited, notes, language: content.language, languages });
}

/** Lists the clips of a content file. Words and credit are found as for pictures. */
export function clipsOf(
  content: ContentFile,
  original: ContentFile,
  notes: Pick<PictureNotes, 'get'>,
  { languages, words }: TextSettings,
): StoryPicture[] {
  const own = clipsIn(content, words);
  const inherited = content === original ? [] : clipsIn(original, words);
  const sources = { own, inherited, notes, language: content.language, languages };
  return complete(own, { ...sources, altIsCaption: true });
}

type TextSettings = Pick<PublicationSettings, 'languages' | 'words'>;

interface Sources {
  /** Whether the description is shown too, so that no caption of the original replaces it. */
  readonly altIsCaption?: true;
  /** What the content file itself says. */
  readonly own: readonly WrittenPicture[];
  /** What the original says. */
  readonly inherited: readonly WrittenPicture[];
  readonly notes: Pick<PictureNotes, 'get'>;
  readonly language: string;
  readonly languages: readonly string[];
}

function complete(
  pictures: readonly WrittenPicture[],
  { own, inherited, notes, language, languages, altIsCaption }: Sources,
): StoryPicture[] {
  return pictures.map((picture) => {
    const { file, reference } = picture;
    const same = (other: WrittenPicture) => file !== undefined && other.file === file;
    const note = file === undefined ? undefined : notes.get(file);
    const first = inherited.find(same);
    const words = (field: 'alt' | 'caption') => {
      const own = picture[field] || note?.[field]?.[language];
      if (own || (altIsCaption && field === 'caption' && picture.alt)) return own;
      return first?.[field] || localValue(note?.[field] ?? {}, language, languages);
    };
    const credit =
      picture.credit ??
      own.find((other) => same(other) && other.credit)?.credit ??
      inherited.find((other) => same(other) && other.credit)?.credit ??
      creditOf(note, language, languages);
    const caption = words('caption');
    return {
      ...(reference === undefined ? {} : { reference }),
      ...(picture.address === undefined ? {} : { address: picture.address }),
      ...(file === undefined ? {} : { file }),
      alt: words('alt') ?? '',
      ...(caption ? { caption: typeset(caption, language) } : {}),
      ...(credit ? { credit } : {}),
      stated: picture.stated,
      place: picture.place,
    };
  });
}

/** The featured picture of a story. */
export function featuredIn({
  pictures,
}: {
  readonly pictures: readonly StoryPicture[];
}): StoryPicture | undefined {
  return pictures.find(({ reference }) => reference === undefined);
}

/** The credit of a note in a language. */
export function creditOf(
  note: PictureNote | undefined,
  language: string,
  languages: readonly string[],
): Credit | undefined {
  return localValue(note?.credit ?? {}, language, languages);
}
