import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Article } from '../article/article.ts';
import { toPictureRights } from '../article/picture-rights.ts';
import { cardCredit } from '../edition/card-credit.ts';
import { cardFilePath } from '../edition/card-file-path.ts';
import { compareText } from '../edition/compare-text.ts';
import { wordsFor } from '../language/words-for.ts';
import { pathOnDisk } from '../pictures/path-on-disk.ts';
import type { Problem } from '../problems/problem.ts';
import type { CardFolders, CardReport } from './card-job.ts';
import { toCardProblem } from './card-problem.ts';
import { loadResult } from './card-store.ts';
import { cardVersion } from './card-version.ts';
import { type CardSources, createArticleCard, createEditionCard } from './create-cards.ts';
import { drawCards } from './draw-cards.ts';
import { cardSize, type ShareCard } from './share-card.ts';

/** A card ready to be published: its file below `/assets/`, its size in pixels. */
export interface LoadedCard {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** Seconds that one card may take. */
const patience = 20;

export interface LoadCardsOptions extends CardFolders {
  /**
   * Whether articles have cards: all of them, or the newest of each edition where the publication
   * says how many. Else those alone that bring their own.
   */
  readonly articles: boolean;
}

/** Files that are read side by side. */
const atOnce = 64;

interface WantedCard {
  /** Of its page. */
  readonly address: string;
  readonly key: string;
  readonly card: ShareCard;
  readonly article?: Article;
}

/**
 * The share cards of a publication, by the addresses of their pages: each edition's at that of its
 * front page. Cards that were drawn before are taken from the cache. What cannot be drawn is a
 * warning, and has no card.
 */
export async function loadCards(
  sources: CardSources,
  { articles, ...folders }: LoadCardsOptions,
): Promise<{ cards: Map<string, LoadedCard>; problems: Problem[] }> {
  const wanted = await listCards(sources, { articles, ...folders });
  const results = await resultsOf(wanted, folders);
  const cards = new Map<string, LoadedCard>();
  const problems: Problem[] = [];
  for (const { address, article, key } of wanted) {
    const result = results.get(key);
    if (result && 'name' in result) cards.set(address, { name: result.name, ...cardSize });
    else if (result && !('refused' in result) && article)
      problems.push(toCardProblem(article, result));
  }
  return { cards, problems };
}

async function listCards(
  sources: CardSources,
  { articles, ...folders }: LoadCardsOptions,
): Promise<WantedCard[]> {
  const version = cardVersion(folders.root);
  const { editions, settings } = sources.publication;
  const most = articles ? (settings.cards.newest ?? Number.POSITIVE_INFINITY) : 0;
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
      const own = await ownCard(article, folders);
      const card = own ?? (index < most ? createArticleCard(sources, article) : undefined);
      if (card) wanted.push({ address: article.address, key: keyOf(card), card, article });
    }
  }
  return wanted;
}

/** The order in which cards are drawn: those of editions, then those that are shared most. */
function newestFirst(a: WantedCard, b: WantedCard): number {
  const dayOf = ({ article }: WantedCard) => article?.date.day ?? '9999-12-31';
  return compareText(dayOf(b), dayOf(a));
}

async function ownCard(
  article: Article,
  { contentDir }: CardFolders,
): Promise<ShareCard | undefined> {
  const path = cardFilePath(article);
  if (path === undefined) return undefined;
  const bytes = await readFile(pathOnDisk(contentDir, path));
  const credit = cardCredit(article);
  const { words } = wordsFor(article.language);
  return {
    kind: 'own',
    path,
    hash: createHash('sha256').update(bytes).digest('hex'),
    ...(credit ? { rights: toPictureRights(credit, words) } : {}),
  };
}

async function resultsOf(
  wanted: readonly WantedCard[],
  folders: CardFolders,
): Promise<Map<string, CardReport['result']>> {
  const results = new Map<string, CardReport['result']>();
  const byKey = new Map(wanted.toSorted(newestFirst).map(({ key, card }) => [key, card]));
  const waiting = byKey.keys();
  const look = async () => {
    for (const key of waiting) {
      const known = await loadResult(folders.cacheDir, key);
      if (known) results.set(key, known);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, look));
  const jobs = [...byKey]
    .filter(([key]) => !results.has(key))
    .map(([key, card]) => ({ key, card }));
  for (const { key, result } of await drawCards(jobs, { ...folders, seconds: patience }))
    results.set(key, result);
  return results;
}
