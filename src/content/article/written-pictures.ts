import { type OwnWords, wordsFor } from '../../language/words-for.ts';
import type { Place } from '../../system/problems/problem.ts';
import { cleanText } from '../fields/clean-text.ts';
import type { ClipReference, PictureReference } from '../markdown/reference.ts';
import { type ContentFile, placeOf } from './content-file.ts';
import { type Credit, parseCreditLine } from './credit.ts';
import { type CreditLabels, splitCaption } from './credit-label.ts';
import { fileBeside } from './file-path.ts';
import type { WrittenImage } from './front-matter.ts';

/** A picture or clip as its content file itself names or credits it. */
export interface WrittenPicture {
  readonly reference?: number;
  readonly address?: string | undefined;
  readonly file?: string | undefined;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: Credit | undefined;
  readonly stated: boolean;
  readonly place: Place;
}

/** The pictures that a content file itself names or credits. */
export function writtenIn(content: ContentFile, words?: OwnWords): WrittenPicture[] {
  const { image } = content.fields;
  const inText = content.body.references.flatMap((item, index) =>
    item.kind === 'picture' ? [inTextOf(content, item, index, words)] : [],
  );
  return image ? [featuredOf(content, image), ...inText] : inText;
}

/** The clips that a content file itself names. */
export function clipsIn(content: ContentFile, words?: OwnWords): WrittenPicture[] {
  return content.body.references.flatMap((item, index) =>
    item.kind === 'clip' ? [inTextOf(content, item, index, words)] : [],
  );
}

function featuredOf(content: ContentFile, image: WrittenImage): WrittenPicture {
  const { file, credit } = image;
  const named = ['image.credit', 'image.file', 'image'].find((field) => content.places[field]);
  return {
    address: file,
    file: file === undefined ? undefined : fileBeside(content.path, file),
    alt: image.alt,
    caption: image.caption,
    credit,
    stated: credit !== undefined,
    place: placeOf(content, named ?? 'image'),
  };
}

function inTextOf(
  content: ContentFile,
  picture: PictureReference | ClipReference,
  index: number,
  words: OwnWords | undefined,
): WrittenPicture {
  const { address, line, column } = picture;
  const remote = /^(?:https?:)?\/\//iu.test(address);
  const { caption, credit } = wordsOf(picture, wordsFor(content.language, words).words.picture);
  return {
    reference: index,
    address,
    file: remote ? undefined : fileBeside(content.path, address),
    alt: picture.alt,
    caption,
    credit,
    stated: credit !== undefined,
    place: { file: content.file, line, column },
  };
}

/** The credit may follow the caption, or the title if the caption has none. */
function wordsOf(
  { caption = '', title = '' }: PictureReference | ClipReference,
  labels: CreditLabels,
) {
  const parts = [caption, title].map((text) => splitCaption(cleanText(text), labels));
  const line = parts.find(({ credit }) => credit !== undefined)?.credit;
  return {
    caption: parts.find((part) => part.caption !== '')?.caption,
    credit: line === undefined ? undefined : parseCreditLine(line),
  };
}

/**
 * A translation shows the featured picture of the original, with its own words first. If it shows
 * another file, it inherits nothing about the picture.
 */
export function withFeatured(
  own: readonly WrittenPicture[],
  inherited: readonly WrittenPicture[],
  content: ContentFile,
): WrittenPicture[] {
  const isFeatured = ({ reference }: WrittenPicture) => reference === undefined;
  const mine = own.find(isFeatured);
  const base = inherited.find(isFeatured);
  const others = own.filter((picture) => !isFeatured(picture));
  if (!base) return [...own];
  const { file = base.file, address = base.address } = mine ?? {};
  // With a file, the words are found by the file, after the note in the file's language.
  const { alt, caption, credit } = base;
  const kept = base.file === undefined ? { alt, caption, credit } : {};
  const featured: WrittenPicture = {
    ...kept,
    ...defined(mine ?? {}),
    address,
    file,
    stated: mine?.stated ?? false,
    place: mine?.place ?? placeOf(content, 'image'),
  };
  return [featured, ...others];
}

function defined<T extends object>(object: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
