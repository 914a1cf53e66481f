/** A family of the cards: what it is called in the design, and where its files are. */
export interface FontFamily {
  readonly name: string;
  /** Of the site's own, below `public/assets/`, by weight. */
  readonly files?: readonly { readonly file: string; readonly weight: number }[];
  /** A package of fontsource: a variable font in slices, with the characters of each. */
  readonly package?: string;
  /** The slices that count, where not all do. */
  readonly slices?: readonly string[];
  /** Whether all slices go together: a sequence of emoji may need several. */
  readonly whole?: true;
}

const noto = (name: string, file: string, slices?: readonly string[]): FontFamily => ({
  name,
  package: `@fontsource-variable/${file}`,
  ...(slices ? { slices } : {}),
});

/** The type of the site's pages (`styles/fonts.md`), and what stands in for it in other scripts. */
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
  korean: noto('Noto Serif KR', 'noto-serif-kr'),
  japanese: noto('Noto Serif JP', 'noto-serif-jp'),
  simplified: noto('Noto Serif SC', 'noto-serif-sc'),
  traditional: noto('Noto Serif TC', 'noto-serif-tc'),
  arabic: noto('Noto Naskh Arabic', 'noto-naskh-arabic', ['arabic']),
  emoji: { ...noto('Noto Emoji', 'noto-emoji'), whole: true },
} as const satisfies Record<string, FontFamily>;

type Family = keyof typeof fontFamilies;

/** By script (ISO 15924): what is set in a family of its own, Latin letters beside it included. */
const ownFamilies: Readonly<Record<string, Family>> = {
  Kore: 'korean',
  Jpan: 'japanese',
  Hans: 'simplified',
  Hant: 'traditional',
};

/** Han characters outside of their own languages are rare names: any of them can be right. */
const fallbacks: readonly Family[] = [
  'serif',
  'arabic',
  'simplified',
  'traditional',
  'japanese',
  'korean',
  'emoji',
];

/** The families of a text in a language, in the order in which they are asked for a character. */
export function familiesFor(language: string, style: 'display' | 'text'): FontFamily[] {
  const own = ownFamilies[new Intl.Locale(language).maximize().script ?? ''];
  const order = new Set<Family>([...(own ? [own] : []), style, ...fallbacks]);
  return [...order].map((family) => fontFamilies[family]);
}
