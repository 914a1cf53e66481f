import { onIdleAfterLoad } from '../page/on-idle.ts';

/** The fonts of the files in `styles/fonts.css`, as values of the property `font`. */
const faces = [
  '1em Newsreader',
  'italic 1em Newsreader',
  'bold 1em Newsreader',
  '1em "Newsreader Display"',
];

/**
 * Loads the site's fonts for the next page once this page has loaded, unless the reader saves data.
 * This page keeps the fonts it was painted with, so that no text moves.
 */
export function startFonts(): void {
  const { dataset } = document.documentElement;
  const usesFonts = document.querySelector('script[data-fonts]');
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  if ('fonts' in dataset || !usesFonts || connection?.saveData) return;
  const load = async () => {
    const fonts = faces.map((face) => document.fonts.load(face));
    const loaded = await Promise.all(fonts).catch(() => []);
    if (loaded.flat().length > 0) knowFonts();
  };
  onIdleAfterLoad(() => void load());
}

const storageKey = 'dateline:fonts';

/**
 * Lets a page use the site's fonts if this device loaded them on an earlier page, and preloads those
 * at `addresses` (separated by spaces). On other devices the text would wait for the fonts, even
 * with `font-display: optional`.
 */
export function useKnownFonts(addresses: string | undefined): void {
  try {
    if (!addresses || !localStorage.getItem(storageKey)) return;
    document.documentElement.dataset['fonts'] = '';
    document.write(addresses.replace(/\S+/g, '<link rel=preload as=font crossorigin href=$&>'));
  } catch {
    // The browser has no storage, or forbids it: the page uses the system's fonts.
  }
}

/** Stores that this device has the fonts; the next page uses them. */
function knowFonts(): void {
  try {
    localStorage.setItem(storageKey, '1');
  } catch {
    // Not stored.
  }
}
