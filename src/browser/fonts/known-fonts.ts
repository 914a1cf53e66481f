const key = 'dateline:fonts';

/**
 * Lets a page use the fonts of the site where this device has got them on an earlier one. A page
 * that has to ask for them first would wait for its own text, even with `font-display: optional`.
 */
export function useKnownFonts(): void {
  try {
    if (localStorage.getItem(key)) document.documentElement.dataset['fonts'] = '';
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
