/**
 * Files of `fonts.css` in which headlines and text are set: a page asks for them first, where the
 * device is known to have them.
 */
export const firstFonts = [
  'newsreader-regular-ef8eb9aa61.woff2',
  'newsreader-display-2132bd4ddd.woff2',
] as const;
