import type { Words } from '../../language/words.ts';
import { WORDS } from '../../language/words-for.ts';
import { nearestName } from '../../system/problems/nearest-name.ts';

/**
 * What kind of work an article is (`kind:` of front matter), with other usual words for each. Only
 * words that mean nothing else: `column` and `post` are forms of pages in other programs.
 */
export const genres = {
  news: ['news report'],
  analysis: ['news analysis'],
  opinion: ['op-ed', 'commentary'],
  editorial: ['leader', 'leading article'],
  explainer: ['backgrounder'],
  interview: [],
  review: [],
  obituary: ['obit'],
  factcheck: ['fact check'],
  feature: ['reportage'],
  live: ['live blog', 'liveblog'],
  sponsored: ['advertorial', 'sponsored content', 'paid content', 'advertiser content'],
  letter: ['letter to the editor'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Genre = keyof typeof genres;

export const genreNames = Object.keys(genres) as Genre[];

/** Kinds of work in which the author speaks, so lists name the author first. */
const voiced: ReadonlySet<Genre> = new Set([
  ...(['analysis', 'opinion', 'editorial', 'review', 'letter'] as const),
]);

/** Whether lists name the author of such a work before its headline. */
export function isVoiced(genre: Genre | undefined): boolean {
  return genre !== undefined && voiced.has(genre);
}

/** What kind of work an article is, in words. News is what readers expect and has no label. A live
 * article that has ended (`closed`) has another one. */
export function genreLabel(
  { genre, closed }: { readonly genre?: Genre | undefined; readonly closed?: unknown },
  { kinds, live }: Pick<Words, 'kinds' | 'live'>,
): string | undefined {
  if (genre === undefined || genre === 'news') return undefined;
  return genre === 'live' && closed !== undefined ? live.closed : kinds[genre];
}

const byWord = new Map(
  genreNames.flatMap((genre) =>
    [genre, ...genres[genre]].map((word) => [toCompare(word), genre] as const),
  ),
);

/** The kind of work of a word in any spelling: `Fact-check` is `factcheck`. */
export function parseGenre(word: string): Genre | undefined {
  return byWord.get(toCompare(word));
}

const byLabel = new Map(
  Object.values(WORDS).flatMap(({ kinds }) =>
    Object.entries(kinds).map(([genre, label]) => [toCompare(label), genre as Genre] as const),
  ),
);

/**
 * The kind of work that a wrong word probably means: one whose name or other word is nearest, or
 * whose label it is in any language (`Leitartikel`).
 */
export function nearestGenre(word: string): Genre | undefined {
  const labelled = byLabel.get(toCompare(word));
  if (labelled) return labelled;
  const near = nearestName(toCompare(word), [...byWord.keys()]);
  return near === undefined ? undefined : byWord.get(near);
}

function toCompare(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, '');
}
