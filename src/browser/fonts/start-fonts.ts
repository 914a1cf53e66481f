import { knowFonts } from './known-fonts.ts';

/**
 * Gets the site's fonts for the next page, when this one has loaded and where the reader is not
 * sparing of data. The page at hand keeps those it was painted with: no text moves.
 */
export function startFonts(): void {
  const { dataset } = document.documentElement;
  const families = getComputedStyle(document.documentElement).getPropertyValue('--web-fonts');
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  if ('fonts' in dataset || !families || connection?.saveData) return;
  const load = async () => {
    const fonts = families.split(',').map((font) => document.fonts.load(font.trim()));
    const loaded = await Promise.all(fonts).catch(() => []);
    if (loaded.flat().length > 0) knowFonts();
  };
  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(() => void load());
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}
