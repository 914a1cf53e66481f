const italic = 'newsreader-italic-1fed50fca1.woff2';

/** Files of `fonts.css`, each with the markup that is set in it; text and headlines are on every page. */
const files: readonly (readonly [name: string, markup?: RegExp])[] = [
  ['newsreader-regular-ef8eb9aa61.woff2'],
  ['newsreader-display-2132bd4ddd.woff2'],
  ['newsreader-bold-a9a16e1369.woff2', /<(?:b|strong)\b|class="teaser-author"/u],
  [italic, /<(?:cite|dfn|em|i|var)\b|class="[^"]*\bteaser-opinion\b/u],
];

/**
 * The font files in which a page with this HTML is set; a tagline is in italics. The page requests all of them before its first
 * paint: a style that comes later would be painted in another typeface, beside words in this one.
 */
export function firstFonts(html: string, { hasTagline = false } = {}): string[] {
  return files.flatMap(([name, markup]) => {
    const isUsed = !markup || markup.test(html) || (hasTagline && name === italic);
    return isUsed ? [name] : [];
  });
}
