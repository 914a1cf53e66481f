import { knowFonts } from './known-fonts.ts';

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
