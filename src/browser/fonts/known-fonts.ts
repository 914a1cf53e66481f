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
export function knowFonts(): void {
  try {
    localStorage.setItem(key, '1');
  } catch {
    // Not kept.
  }
}
