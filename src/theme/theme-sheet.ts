import { assetName } from './asset-name.ts';

/** The style of a publication as its pages have it. */
export interface ThemeSheet {
  /** The text of an inline style sheet. */
  readonly inline?: string;
  /** A file below `/assets/`, which pages link. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
}

/**
 * Bytes, minified: about 1,000 when compressed. A page with 700 words has 10,000 bytes compressed, and
 * the first round trip brings 14,000. A larger sheet would push the text out of it, so it is a file.
 */
export const inlineLimit = 4000;

/**
 * Puts style sheets of a publication into the layer of the theme: `tokens` of `publication.yaml`, and
 * `sheets` in the order in which later ones win. All inline style is one text: its hash in the policy
 * costs 53 of the 2,000 characters that a header may have.
 */
export function createThemeSheet(
  tokens: string | undefined,
  sheets: readonly string[],
): ThemeSheet {
  const css = sheets.join('');
  if (css === '') return { inline: tokens };
  const inline = layered((tokens ?? '') + css) + contrast;
  if (Buffer.byteLength(inline) <= inlineLimit) return { inline };
  // In the page, so that browsers request them with the sheet, and saved pages have them.
  const fonts = (css.match(fontFace) ?? []).join('');
  const small = layered((tokens ?? '') + fonts) + contrast;
  const isSmall = Buffer.byteLength(small) <= inlineLimit;
  const bytes = Buffer.from(layered(isSmall ? css.replaceAll(fontFace, '') : css));
  return {
    inline: isSmall ? small : layered(tokens ?? '') + contrast,
    file: { name: assetName('theme.css', bytes), bytes },
  };
}

const fontFace = /@font-face\{(?:[^{}"']|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*\}/gu;

function layered(css: string): string {
  return `@layer theme{${css}}`;
}

/**
 * The colours of high contrast, for readers who want it of all sites. `settings.css` has them for
 * readers who chose it here.
 */
const contrast =
  '@layer settings{@media (prefers-contrast:more){:root:not([data-theme]){--paper:var(--bright,#fff) var(--black,#000);--ink:var(--bright,#000) var(--black,#fff);--quiet:var(--ink);--hair:var(--ink);--tint:var(--paper);--mark:var(--bright,#ff9) var(--black,#550);--accent:var(--bright,#8a0000) var(--black,#ffd84d)}}}';
