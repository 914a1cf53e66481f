import { hash } from 'node:crypto';
import { loadSealed, storeSealed } from '../../system/cache/cached-file.ts';
import { hashCode } from '../../system/cache/hash-code.ts';
import { type FontFamily, fontFamilies } from './fonts/font-families.ts';

/** Why a card is not as its model says: letters that no font has, or the message of an error. */
export type CardLack = { readonly missing: readonly string[] } | { readonly failure: string };

/** The file of a card. */
export interface MadeCard {
  readonly bytes: Uint8Array;
  readonly lack?: CardLack;
  /** Whether another build may be able to make what it lacks. Such a card is not in the cache. */
  readonly again?: boolean;
}

/** What a card in the cache is found by. */
export interface CardKey {
  /** The name of its file. */
  readonly name: string;
  /** That of the code that draws it; see `cardVersion`. */
  readonly version: string;
}

/** Keeps a card below `CACHE_DIR/cards`, so that it is not drawn again. */
export function storeCard(cacheDir: string, key: CardKey, card: MadeCard): Promise<void> {
  const head = `${JSON.stringify(card.lack ?? null)}\n`;
  return storeSealed(cacheDir, cardPath(key), Buffer.concat([Buffer.from(head), card.bytes]));
}

/** Loads a card; undefined where it was never drawn or its file is damaged. */
export function loadCard(cacheDir: string, key: CardKey): MadeCard | undefined {
  const stored = loadSealed(cacheDir, cardPath(key));
  if (stored === undefined) return undefined;
  const end = stored.indexOf('\n');
  // The seal is a hash: the content is what `storeCard` wrote.
  const lack = JSON.parse(stored.toString('utf8', 0, end)) as CardLack | null;
  return { bytes: stored.subarray(end + 1), lack: lack ?? undefined };
}

/** Packages that decide how a card looks. */
const packages: readonly string[] = [
  ...['@takumi-rs/core', 'fontkit', 'sharp'],
  ...Object.values<FontFamily>(fontFamilies).flatMap((family) => family.package ?? []),
];

/** The code that decides the bytes of a card: `make-card.ts` and what it imports. Below `src`. */
export const cardCode: readonly string[] = [
  'language/truncate.ts',
  ...[
    'measure-contrast',
    'path-on-disk',
    'read-embedded-credit',
    'set-jpeg-fields',
    'to-xmp',
  ].map((name) => `outputs/pictures/${name}.ts`),
  ...['card-store', 'card-tree', 'draw-card', 'fit-headline', 'make-card', 'share-card'].map(
    (name) => `outputs/share-card/${name}.ts`,
  ),
  ...['card-fonts', 'characters-of', 'find-letters', 'font-families', 'font-slices'].map(
    (name) => `outputs/share-card/fonts/${name}.ts`,
  ),
];

/**
 * Hashes the code, the packages and the fonts that draw cards: a part of the key of each card, so that
 * a card is drawn again where another one would be made.
 */
export function cardVersion(): string {
  return hashCode(cardCode, packages);
}

/** The path of a card below the cache. */
export function cardPath({ name, version }: CardKey): string {
  return `cards/${hash('sha256', `${version} ${name}`).slice(0, 32)}`;
}
