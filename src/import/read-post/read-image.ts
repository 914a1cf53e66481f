import { checkCredit } from '../../content/article/check-credit.ts';
import { parseCreditLine } from '../../content/article/credit.ts';
import { cleanText } from '../../content/fields/clean-text.ts';
import type { FieldValue } from '../../content/fields/fields.ts';
import type { DraftImage } from '../draft.ts';
import { type FieldReader, isMapping, showValue } from './field-reader.ts';

/**
 * Adds a picture to the import; returns its path next to the content file, or undefined if it is
 * not available.
 */
export type AddPicture = (address: string) => string | undefined;

const pictures = [
  ...['image', 'cover', 'coverimage', 'featuredimage', 'featureimage', 'hero', 'heroimage'],
  ...['thumbnail', 'thumb', 'banner', 'bannerimage', 'header', 'teaser', 'feature', 'photo'],
  ...['ogimage', 'socialimage', 'images'],
];
const parts = {
  address: [
    'file',
    'src',
    'path',
    'url',
    'image',
    'feature',
    'teaser',
    'overlay_image',
    'og_image',
  ],
  alt: ['alt', 'alttext', 'alt_text', 'image_alt', 'description'],
  caption: ['caption', 'figcaption', 'title', 'text'],
  credit: ['credit', 'credits', 'attribution', 'photographer', 'author', 'copyright'],
} as const;

/**
 * Reads the featured picture. The site requires a credit, so a picture without one (or a missing
 * file) keeps only its texts, and a note names its path.
 */
export function readImage(reader: FieldReader, addPicture: AddPicture): DraftImage | undefined {
  const beside = (names: readonly string[]) => {
    const found = reader.takeAll(...names).filter((item) => typeof item.value === 'string');
    return found.length === 0 ? undefined : cleanText(String(found[0]?.value));
  };
  const written = reader.takeAll(...pictures);
  const prefixes = ['image', 'cover', 'hero', 'thumbnail', 'featuredimage', 'photo', 'banner'];
  const named = (...ends: readonly string[]) =>
    beside(prefixes.flatMap((prefix) => ends.map((end) => prefix + end)));
  const own = {
    alt: named('alt', 'alttext'),
    caption: named('caption', 'figcaption', 'title'),
    credit: named('credit', 'credits', 'attribution'),
  };
  const found = written.find((item) => pick(item.value, 'address') !== undefined);
  for (const item of written) {
    if (item === found) continue;
    const same = found && pick(item.value, 'address') === pick(found.value, 'address');
    if (!same) reader.note(item, 'dropped', `${item.key}: ${showValue(item.value)}`);
  }
  const part = (name: 'alt' | 'caption' | 'credit') =>
    (found && isMapping(first(found.value)) ? pick(found.value, name) : undefined) ?? own[name];
  const words = { alt: part('alt'), caption: part('caption'), credit: part('credit') };
  const kept = Object.fromEntries(Object.entries(words).filter(([, text]) => text));
  const image: DraftImage | undefined = Object.keys(kept).length > 0 ? kept : undefined;
  const address = found && pick(found.value, 'address');
  if (!found || address === undefined) return image;
  for (const [key, item] of Object.entries(isMapping(found.value) ? found.value : {})) {
    const known = Object.values(parts).some((names) =>
      (names as readonly string[]).includes(key),
    );
    if (!known) reader.note(found, 'dropped', `${found.key}.${key}: ${showValue(item)}`);
  }
  const credited = words.credit !== undefined && isEnough(words.credit);
  const file = credited ? addPicture(address) : undefined;
  if (file === undefined) {
    const why = credited ? 'not imported' : 'no credit';
    reader.note(found, 'picture', `${address} dropped: ${why}`);
    return image;
  }
  return { file, ...image };
}

function isEnough(credit: string): boolean {
  return !checkCredit(parseCreditLine(credit)).some(({ severity }) => severity === 'error');
}

function first(value: FieldValue): FieldValue | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** A part of a picture that is a path, a mapping, or a list of either. */
function pick(value: FieldValue, name: keyof typeof parts): string | undefined {
  const one = first(value);
  if (typeof one === 'string') {
    const isPath = name === 'address' && /[./]/u.test(one) && !/\s{2}|\n/u.test(one);
    return isPath ? one.trim() : undefined;
  }
  if (!isMapping(one)) return undefined;
  for (const key of parts[name]) {
    const item = one[key];
    if (typeof item === 'string' && item.trim() !== '') return cleanText(item);
  }
  return undefined;
}
