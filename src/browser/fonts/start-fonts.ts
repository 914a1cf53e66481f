import { onIdleAfterLoad } from '../page/on-idle.ts';
import { keepFonts, keptFonts, visitLength } from './choose-fonts.ts';

/** The fonts of the files in `styles/fonts.css`, as values of the property `font`. */
const faces = [
  '1em Newsreader',
  'italic 1em Newsreader',
  'bold 1em Newsreader',
  '1em "Newsreader Display"',
];

/**
 * Stores the typeface of this page for the rest of the visit. If it is the fallback, loads the
 * site's fonts for the next visit once the page has loaded, unless the reader saves data.
 */
export function startFonts(): void {
  const addresses = document.querySelector<HTMLElement>('script[data-fonts]')?.dataset['fonts'];
  if (addresses) onIdleAfterLoad(() => void endChoice(addresses));
}

async function endChoice(addresses: string): Promise<void> {
  let kept: number;
  try {
    kept = keptFonts();
  } catch {
    return;
  }
  const isUsed = 'fonts' in document.documentElement.dataset && cameInTime(addresses);
  if (isUsed && kept > 0) return;
  const next = isUsed ? 1 : Date.now() + visitLength;
  keepFonts(kept > 0 ? next : -next);
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  if (connection?.saveData) return;
  const fonts = faces.map((face) => document.fonts.load(face));
  const loaded = await Promise.all(fonts).catch(() => []);
  if (loaded.flat().length > 0) keepFonts(next);
}

/** Whether the first text was painted with the preloaded fonts. */
function cameInTime(addresses: string): boolean {
  const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
  const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return files.every(
    ({ name, responseEnd }) =>
      painted === undefined ||
      responseEnd <= painted ||
      !addresses.split(' ').some((address) => name.endsWith(address)),
  );
}
