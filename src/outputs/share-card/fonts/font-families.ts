/** A font family of the cards: its CSS name, and its files. */
export interface FontFamily {
  readonly name: string;
  /** Files below `public/assets/`, with their weights. */
  readonly files?: readonly { readonly file: string; readonly weight: number }[];
  /** A package of fontsource: a variable font in slices, with a list of the characters of each. */
  readonly package?: string;
  /** What only this font has, if its package may be missing: it is an optional peer dependency. */
  readonly letters?: RegExp;
  /** The slices to use. Default: all. */
  readonly slices?: readonly string[];
  /** Whether slices are only used together: a sequence of emoji may need several. */
  readonly whole?: true;
}

const noto = (name: string, file: string, slices?: readonly string[]): FontFamily => ({
  name,
  package: `@fontsource-variable/${file}`,
  ...(slices ? { slices } : {}),
});

/** The fonts of the site's pages (`styles/fonts.md`), and their substitutes for other scripts. */
export const fontFamilies = {
  display: {
    name: 'Newsreader Display',
    files: [{ file: 'newsreader-display-2132bd4ddd.woff2', weight: 600 }],
  },
  text: {
    name: 'Newsreader',
    files: [
      { file: 'newsreader-regular-ef8eb9aa61.woff2', weight: 400 },
      { file: 'newsreader-bold-a9a16e1369.woff2', weight: 600 },
    ],
  },
  serif: noto('Noto Serif', 'noto-serif'),
  korean: { ...noto('Noto Serif KR', 'noto-serif-kr'), letters: /\p{sc=Hangul}/u },
  japanese: {
    ...noto('Noto Serif JP', 'noto-serif-jp'),
    letters: /[\p{sc=Hiragana}\p{sc=Katakana}]/u,
  },
  // Also ideographic punctuation.
  simplified: { ...noto('Noto Serif SC', 'noto-serif-sc'), letters: /\p{scx=Han}/u },
  traditional: { ...noto('Noto Serif TC', 'noto-serif-tc'), letters: /\p{sc=Han}/u },
  arabic: noto('Noto Naskh Arabic', 'noto-naskh-arabic', ['arabic']),
  emoji: { ...noto('Noto Emoji', 'noto-emoji'), whole: true },
} as const satisfies Record<string, FontFamily>;

type Family = keyof typeof fontFamilies;

/** By script (ISO 15924): the family for all text of the language, including Latin letters. */
const ownFamilies: Readonly<Record<string, Family>> = {
  Kore: 'korean',
  Jpan: 'japanese',
  Hans: 'simplified',
  Hant: 'traditional',
};

/** In order. In other languages Han characters are rare, so that any of these may be right. */
const fallbacks: readonly Family[] = [
  'serif',
  'arabic',
  'simplified',
  'traditional',
  'japanese',
  'korean',
  'emoji',
];

/** The families for a text in a language, in order: the first with a character is used. */
export function familiesFor(language: string, style: 'display' | 'text'): FontFamily[] {
  const own = ownFamilies[new Intl.Locale(language).maximize().script ?? ''];
  const order = new Set<Family>([...(own ? [own] : []), style, ...fallbacks]);
  return [...order].map((family) => fontFamilies[family]);
}

/** The package of the font for all text of a language, if it is one that may be missing. */
export function optionalPackageFor(language: string): string | undefined {
  const [own] = familiesFor(language, 'text');
  return own?.letters === undefined ? undefined : own.package;
}
