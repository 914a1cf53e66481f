import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Article } from '../../content/article/article.ts';
import { toPictureRights } from '../../content/article/picture-rights.ts';
import { type OwnWords, wordsFor } from '../../language/words-for.ts';
import { cardCredit, cardFilePath } from '../../publication/edition/card-picture.ts';
import { listAddress } from '../../publication/edition/list-addresses.ts';
import type { Place, Problem } from '../../system/problems/problem.ts';
import { pathOnDisk } from '../pictures/path-on-disk.ts';
import { toCardProblem } from './card-problems.ts';
import { type CardKey, cardVersion } from './card-store.ts';
import {
  type CardSources,
  createArticleCard,
  createEditionCard,
  createSectionCard,
} from './create-cards.ts';
import { createClaimCheck, createLetterFinder, MissingFonts } from './fonts/find-letters.ts';
import { cardSize, type DrawnCard, nameOfCard, type ShareCard, textsOf } from './share-card.ts';

/** A card as pages name it: its file below `/assets/`, and its size in pixels. */
export interface NamedCard {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** A card to publish. Plain data. */
export interface PlannedCard extends CardKey {
  readonly card: ShareCard;
  /** The articles that have it: their front matter, or the field `card` there. None for an edition's. */
  readonly places: readonly Place[];
}

export interface PlannedCards {
  /** By the addresses of their pages. */
  readonly named: ReadonlyMap<string, NamedCard>;
  readonly planned: readonly PlannedCard[];
  /** Articles without a card, since no font has their letters. */
  readonly problems: readonly Problem[];
  /** Packages of fonts that are not installed, with the number of cards that need them. */
  readonly missingFonts: ReadonlyMap<string, number>;
}

export interface PlanCardsOptions {
  /** An absolute path. */
  readonly contentDir: string;
  /**
   * Whether articles get drawn cards: all, or the newest of each edition if the publication limits
   * their number. Otherwise only articles with their own card have one.
   */
  readonly articles: boolean;
  /** Whether sections get cards, which their articles share. */
  readonly sections?: boolean;
}

/**
 * Plans the share cards of a publication, without drawing them. The card of an edition has the address
 * of its front page, that of a section the address of its list.
 */
export async function planCards(
  sources: CardSources,
  options: PlanCardsOptions,
): Promise<PlannedCards> {
  const version = cardVersion();
  const lackOf = createFontCheck();
  const named = new Map<string, NamedCard>();
  const planned = new Map<string, PlannedCard & { readonly places: Place[] }>();
  const problems: Problem[] = [];
  const missingFonts = new Map<string, number>();
  for await (const { address, card, place } of listCards(sources, options)) {
    const lack = card.kind === 'own' ? undefined : await lackOf(card);
    if (lack instanceof MissingFonts) {
      for (const name of lack.packages)
        missingFonts.set(name, (missingFonts.get(name) ?? 0) + 1);
      continue;
    }
    if (lack) {
      if (place) problems.push(toCardProblem(place, card, { missing: lack }));
      continue;
    }
    const name = nameOfCard(card);
    const same = planned.get(name) ?? { name, version, card, places: [] };
    if (place) same.places.push(place);
    planned.set(name, same);
    named.set(address, { name, ...cardSize });
  }
  return { named, planned: [...planned.values()], problems, missingFonts };
}

interface WantedCard {
  /** The address of its page. */
  readonly address: string;
  readonly card: ShareCard;
  /** Of its article. */
  readonly place?: Place;
}

async function* listCards(
  sources: CardSources,
  { articles, sections = false, contentDir }: PlanCardsOptions,
): AsyncGenerator<WantedCard> {
  const { editions, settings } = sources.publication;
  const max = articles ? (settings.cards.newest ?? Number.POSITIVE_INFINITY) : 0;
  for (const edition of editions) {
    const front = createEditionCard(sources, edition);
    yield { address: edition.path, card: front };
    for (const section of sections ? edition.sections : [])
      yield {
        address: listAddress.section(edition, section.slug),
        card: createSectionCard(sources, edition, section),
      };
    for (const [index, article] of edition.articles.entries()) {
      const { address, file, cardPlace: [line, column] = [1, 1] } = article;
      const picture = await ownPicture(article, contentDir, settings.words);
      const card: ShareCard | undefined = picture
        ? { kind: 'own', ...picture, instead: front }
        : index < max
          ? createArticleCard(sources, article)
          : undefined;
      if (card) yield { address, card, place: { file, line, column } };
    }
  }
}

/** The picture that an article names as its card. */
async function ownPicture(article: Article, contentDir: string, own: OwnWords | undefined) {
  const path = cardFilePath(article);
  if (path === undefined) return undefined;
  const sha256 = hash('sha256', await readFile(pathOnDisk(contentDir, path)));
  const credit = cardCredit(article);
  const { words } = wordsFor(article.language, own);
  return {
    ...{ path, hash: sha256 },
    ...(credit ? { rights: toPictureRights(credit, words) } : {}),
  };
}

/**
 * Creates a function that gives the letters of a card that no font has, or the fonts that it needs and
 * that are not installed; undefined if there are none. Drawing may find more.
 */
function createFontCheck() {
  const isClaimed = createClaimCheck();
  let find: ReturnType<typeof createLetterFinder> | undefined;
  return async (card: DrawnCard): Promise<readonly string[] | MissingFonts | undefined> => {
    const unclear = textsOf(card).filter((text) => !isClaimed(text));
    if (unclear.length === 0) return undefined;
    // Few publications need the package that reads fonts.
    find ??= createLetterFinder((await import('./fonts/characters-of.ts')).charactersOf);
    try {
      const { missing } = find(unclear);
      return missing.length > 0 ? missing : undefined;
    } catch (error) {
      if (error instanceof MissingFonts) return error;
      throw error;
    }
  };
}
