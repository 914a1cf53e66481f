import type { PictureReference } from '../markdown/reference.ts';
import type { Place } from '../problems/problem.ts';
import { localValue } from '../publication/local-text.ts';
import { type Copy, placeOf } from './copy.ts';
import { type Credit, parseCreditLine } from './credit.ts';
import { splitCaption } from './credit-label.ts';
import { cleanText } from './field-forms.ts';
import { fileBeside } from './file-path.ts';
import type { WrittenImage } from './front-matter.ts';
import type { PictureNote, PictureNotes } from './picture-note.ts';
import { typeset } from './typeset.ts';

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
  copy: Copy,
  original: Copy,
  notes: PictureNotes,
  languages: readonly string[],
): StoryPicture[] {
  const own = writtenIn(copy);
  const inherited = copy === original ? [] : writtenIn(original);
  const pictures = withFeatured(own, inherited, copy);
  return pictures.map((picture) => {
    const { file, reference } = picture;
    const same = (other: Written) => file !== undefined && other.file === file;
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

interface Written {
  readonly reference?: number;
  readonly address?: string | undefined;
  readonly file?: string | undefined;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: Credit | undefined;
  readonly stated: boolean;
  readonly place: Place;
}

/** The pictures that a copy itself names or credits. */
function writtenIn(copy: Copy): Written[] {
  const { image } = copy.fields;
  const inText = copy.body.references.flatMap((item, index) =>
    item.kind === 'picture' ? [inTextOf(copy, item, index)] : [],
  );
  return image ? [featuredOf(copy, image), ...inText] : inText;
}

function featuredOf(copy: Copy, image: WrittenImage): Written {
  const { file, credit } = image;
  const named = ['image.credit', 'image.file', 'image'].find((field) => copy.places[field]);
  return {
    address: file,
    file: file === undefined ? undefined : fileBeside(copy.path, file),
    alt: image.alt,
    caption: image.caption,
    credit,
    stated: credit !== undefined,
    place: placeOf(copy, named ?? 'image'),
  };
}

function inTextOf(copy: Copy, picture: PictureReference, index: number): Written {
  const { address, line, column } = picture;
  const remote = /^(?:https?:)?\/\//iu.test(address);
  const { caption, credit } = wordsOf(picture);
  return {
    reference: index,
    address,
    file: remote ? undefined : fileBeside(copy.path, address),
    alt: picture.alt,
    caption,
    credit,
    stated: credit !== undefined,
    place: { file: copy.file, line, column },
  };
}

/** A caption may end in the credit; so may the title, where the caption says nothing of it. */
function wordsOf({ caption = '', title = '' }: PictureReference) {
  const parts = [caption, title].map((text) => splitCaption(cleanText(text)));
  const line = parts.find(({ credit }) => credit !== undefined)?.credit;
  return {
    caption: parts.find((part) => part.caption !== '')?.caption,
    credit: line === undefined ? undefined : parseCreditLine(line),
  };
}

/**
 * A translation shows the original's featured picture; what it says of it itself wins. Where it
 * shows another file, nothing that was said of the original's is said of that one.
 */
function withFeatured(
  own: readonly Written[],
  inherited: readonly Written[],
  copy: Copy,
): Written[] {
  const isFeatured = ({ reference }: Written) => reference === undefined;
  const mine = own.find(isFeatured);
  const base = inherited.find(isFeatured);
  const others = own.filter((picture) => !isFeatured(picture));
  if (!base) return [...own];
  const { file = base.file, address = base.address } = mine ?? {};
  // With a file, what was said of it is found by the file, after the note in the copy's language.
  const { alt, caption, credit } = base;
  const kept = base.file === undefined ? { alt, caption, credit } : {};
  const featured: Written = {
    ...kept,
    ...defined(mine ?? {}),
    address,
    file,
    stated: mine?.stated ?? false,
    place: mine?.place ?? placeOf(copy, 'image'),
  };
  return [featured, ...others];
}

function defined<T extends object>(object: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
