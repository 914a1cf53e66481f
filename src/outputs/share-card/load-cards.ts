import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Article } from '../../content/article/article.ts';
import { toPictureRights } from '../../content/article/picture-rights.ts';
import { type OwnWords, wordsFor } from '../../language/words-for.ts';
import { cardCredit, cardFilePath } from '../../publication/edition/card-picture.ts';
import { compareText } from '../../publication/edition/compare-text.ts';
import { touch } from '../../system/cache/cached-file.ts';
import { readManifest } from '../../system/cache/find-package.ts';
import { packageFolder } from '../../system/cache/package-folder.ts';
import { countOf } from '../../system/problems/count-of.ts';
import { formatProblem, quote } from '../../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import { pathOnDisk } from '../pictures/path-on-disk.ts';
import { type CardFolders, type CardReport, drawCards } from './card-pool.ts';
import {
  cardPath,
  cardVersion,
  type DrawnResult,
  keepResults,
  loadResult,
  loadResults,
} from './card-store.ts';
import { type CardSources, createArticleCard, createEditionCard } from './create-cards.ts';
import { cardSize, type ShareCard } from './share-card.ts';

/** A card to publish: its file below `/assets/`, and its size in pixels. */
export interface LoadedCard {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

export interface LoadedCards {
  /** By the addresses of their pages. */
  readonly cards: ReadonlyMap<string, LoadedCard>;
  /** SHA-256 of each file in hexadecimal, by its name. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  /** Packages of fonts that are not installed, with the number of cards that need them. */
  readonly missingFonts: ReadonlyMap<string, number>;
  /** How many were drawn, and how many came from the cache. */
  readonly drawn: number;
  readonly kept: number;
}

/** For one card. */
const timeoutSeconds = 20;

export interface LoadCardsOptions extends CardFolders {
  /** The folder of this publication in the cache: a path below it, with `/`. */
  readonly publicationCache: string;
  /** Whether to check every file in the cache, since a part of it was damaged. */
  readonly fresh?: boolean;
  /**
   * Whether to draw cards for articles: all, or the newest of each edition if the publication limits
   * their number. Otherwise only articles with their own card have one.
   */
  readonly articles: boolean;
}

interface WantedCard {
  /** The address of its page. */
  readonly address: string;
  readonly key: string;
  readonly card: ShareCard;
  readonly article?: Article;
}

/**
 * Loads the share cards of a publication. The card of an edition has the address of its front page.
 * Cards that were drawn before come from the cache. A card that cannot be drawn is a warning.
 */
export async function loadCards(
  sources: CardSources,
  { articles, ...folders }: LoadCardsOptions,
): Promise<LoadedCards> {
  const wanted = await listCards(sources, { articles, ...folders });
  const { results, drawn } = await resultsOf(wanted, folders);
  const cards = new Map<string, LoadedCard>();
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  const missingFonts = new Map<string, number>();
  for (const { address, article, key } of wanted) {
    const result = results.get(key);
    if (result && 'name' in result) {
      cards.set(address, { name: result.name, ...cardSize });
      files.set(result.name, result.hash);
    } else if (result && 'packages' in result) {
      for (const name of result.packages)
        missingFonts.set(name, (missingFonts.get(name) ?? 0) + 1);
    } else if (result && article) problems.push(toCardProblem(article, result));
  }
  return { cards, files, problems, missingFonts, drawn, kept: results.size - drawn };
}

async function listCards(
  sources: CardSources,
  { articles, ...folders }: LoadCardsOptions,
): Promise<WantedCard[]> {
  const version = cardVersion();
  const { editions, settings } = sources.publication;
  const max = articles ? (settings.cards.newest ?? Number.POSITIVE_INFINITY) : 0;
  const keyOf = (card: ShareCard) =>
    createHash('sha256')
      .update(version)
      .update(JSON.stringify(card))
      .digest('hex')
      .slice(0, 32);
  const wanted: WantedCard[] = [];
  for (const edition of editions) {
    const card = createEditionCard(sources, edition);
    wanted.push({ address: edition.path, key: keyOf(card), card });
    for (const [index, article] of edition.articles.entries()) {
      const own = await ownCard(article, { ...folders, words: settings.words });
      const card = own ?? (index < max ? createArticleCard(sources, article) : undefined);
      if (card) wanted.push({ address: article.address, key: keyOf(card), card, article });
    }
  }
  return wanted;
}

/** The order in which cards are drawn: those of editions, then those of the newest articles. */
function newestFirst(a: WantedCard, b: WantedCard): number {
  const dayOf = ({ article }: WantedCard) => article?.date.day ?? '9999-12-31';
  return compareText(dayOf(b), dayOf(a));
}

async function ownCard(
  article: Article,
  { contentDir, words: own }: CardFolders & { readonly words: OwnWords | undefined },
): Promise<ShareCard | undefined> {
  const path = cardFilePath(article);
  if (path === undefined) return undefined;
  const bytes = await readFile(pathOnDisk(contentDir, path));
  const credit = cardCredit(article);
  const { words } = wordsFor(article.language, own);
  return {
    kind: 'own',
    path,
    hash: createHash('sha256').update(bytes).digest('hex'),
    ...(credit ? { rights: toPictureRights(credit, words) } : {}),
  };
}

/** Gives the result of each card by its key: from the last build, or from the cache, or drawn now. */
async function resultsOf(
  wanted: readonly WantedCard[],
  { publicationCache, fresh, ...folders }: Omit<LoadCardsOptions, 'articles'>,
): Promise<{ results: Map<string, CardReport['result']>; drawn: number }> {
  const { cacheDir } = folders;
  const results = new Map<string, CardReport['result']>();
  const byKey = new Map(wanted.toSorted(newestFirst).map(({ key, card }) => [key, card]));
  const last = fresh ? {} : loadResults(cacheDir, publicationCache);
  for (const key of byKey.keys()) {
    const known = lastResult(cacheDir, last[key]) ?? (await loadResult(cacheDir, key));
    if (known) results.set(key, known);
  }
  const jobs = [...byKey]
    .filter(([key]) => !results.has(key))
    .map(([key, card]) => ({ key, card }));
  for (const { key, result } of await drawCards(jobs, { ...folders, timeoutSeconds }))
    results.set(key, result);
  const drawn = Object.fromEntries(
    [...results].flatMap(([key, result]) => ('failure' in result ? [] : [[key, result]])),
  );
  if (Object.keys(drawn).join() !== Object.keys(last).join())
    await keepResults(cacheDir, publicationCache, drawn);
  return { results, drawn: jobs.length };
}

/** Only checks that the file exists. Its hash is checked when it is published. */
function lastResult(cacheDir: string, known: DrawnResult | undefined): DrawnResult | undefined {
  if (known === undefined || !('name' in known)) return known;
  return touch(cardPath(cacheDir, known.name)) ? known : undefined;
}

/** Characters that a message lists. */
const maxListed = 8;

/** Problems that are reported one by one: with a script that no font has, each article has one. */
const maxReported = 10;

/** The reason why a card was not drawn. */
type CardFailure = Exclude<CardReport['result'], { name: string } | { packages: unknown }>;

/** The problem of a card that was not drawn: a warning, since links show another picture. */
function toCardProblem({ cardPlace, file }: Article, result: CardFailure): Problem {
  const [line, column] = cardPlace ?? [1, 1];
  const place = { severity: 'warning' as const, file, line, column, field: 'card' };
  if ('missing' in result) {
    const letters = result.missing.slice(0, maxListed).map((letter) => {
      const codes = [...letter].map(
        (character) =>
          `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
      );
      return `${letter} (${codes.join(' ')})`;
    });
    const more = result.missing.length > maxListed ? ' …' : '';
    return {
      ...place,
      message: wrongValue(
        'letters that the fonts of share cards have',
        letters.join(', ') + more,
      ),
      cure: 'add `card: ./PICTURE`; without one links show the picture or the publication’s card',
    };
  }
  const reason = result.failure.split('\n')[0] ?? '';
  return cardPlace
    ? {
        ...place,
        message: wrongValue('a picture (.jpg, .png, .webp, .avif, .gif)', quote(reason)),
        cure: 'replace the file',
      }
    : { ...place, message: wrongValue('a card that can be drawn', quote(reason)) };
}

/** Formats what to install, a line for each package. */
export function formatMissingFonts(missing: ReadonlyMap<string, number>): string[] {
  const { peerDependencies = {} } = readManifest(packageFolder());
  return [...missing].map(([name, cards]) => {
    const version = peerDependencies[name]?.replace(/^\D+/u, '');
    const call = `npm install ${name}${version === undefined ? '' : `@${version}`}`;
    return `share cards: ${countOf(cards, 'card')} not drawn, because the font is not installed; run \`${call}\``;
  });
}

/** Formats the first problems as lines, and the number of the others. */
export function formatCardProblems(problems: readonly Problem[]): string[] {
  const lines = problems.slice(0, maxReported).map(formatProblem);
  const more = problems.length - lines.length;
  return more > 0 ? [...lines, `… and ${more} more articles without a share card`] : lines;
}
