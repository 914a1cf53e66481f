/** In the form of the property `font`: one for each file of `styles/fonts.css`. */
const faces = [
  '1em Newsreader',
  'italic 1em Newsreader',
  'bold 1em Newsreader',
  '1em "Newsreader Display"',
];

/**
 * Gets the site's fonts for the next page, when this one has loaded and where the reader is not
 * sparing of data. The page at hand keeps those it was painted with: no text moves.
 */
export function startFonts(): void {
  const { dataset } = document.documentElement;
  const isSetInThem = document.querySelector('script[data-fonts]');
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  if ('fonts' in dataset || !isSetInThem || connection?.saveData) return;
  const load = async () => {
    const fonts = faces.map((face) => document.fonts.load(face));
    const loaded = await Promise.all(fonts).catch(() => []);
    if (loaded.flat().length > 0) knowFonts();
  };
  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(() => void load());
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}

const key = 'dateline:fonts';

/**
 * Lets a page use the fonts of the site where this device has got them on an earlier one, and
 * asks for those at `addresses` (with spaces between) at once. A page that has to fetch them would
 * wait for its own text, even with `font-display: optional`.
 */
export function useKnownFonts(addresses: string | undefined): void {
  try {
    if (!addresses || !localStorage.getItem(key)) return;
    document.documentElement.dataset['fonts'] = '';
    document.write(addresses.replace(/\S+/g, '<link rel=preload as=font crossorigin href=$&>'));
  } catch {
    // A device that keeps nothing: the fonts of the system are used.
  }
}

/** Remembers that the fonts are on this device; the next page uses them. */
function knowFonts(): void {
  try {
    localStorage.setItem(key, '1');
  } catch {
    // Not kept.
  }
}
