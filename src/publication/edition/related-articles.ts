import type { Article } from '../../content/article/article.ts';
import { positionIn } from './position-in.ts';
import type { Edition } from './publication.ts';

const maxRelated = 3;

/**
 * How many articles of a topic are considered, counted back from the article. Without a limit, a
 * build would compare thousands of articles with each other. Counted this way, new articles do not
 * change which are considered.
 */
const lookBack = 200;

/**
 * Up to three earlier articles of the edition that share topics with an article: most shared
 * topics first, then newest. Only earlier ones, so that later articles change nothing; on one day,
 * articles without a time are not related to each other. `shown` is excluded, since the page
 * already links to it.
 */
export function relatedArticles(
  edition: Edition,
  article: Article,
  shown?: Article,
): Article[] {
  const { articles } = edition;
  const index = indexOf(edition);
  const { lists, topicsOf, wanted, seen } = index;
  const topics = topicsOf[positionIn(articles, article)] ?? [];
  const from = firstEarlier(articles, article.start);
  const best: Candidate[] = [];
  index.searches += 1;
  for (const topic of topics) wanted[topic] = 1;
  for (const topic of topics) {
    const list = lists[topic] ?? [];
    const first = firstAtLeast(list, from);
    const end = Math.min(first + lookBack, list.length);
    for (let at = first; at < end; at++) {
      const last = best[maxRelated - 1];
      // Older articles of this topic cannot be better.
      if (last?.shared === topics.length) break;
      const other = list[at] as number;
      if (seen[other] === index.searches) continue;
      seen[other] = index.searches;
      const its = topicsOf[other] as readonly number[];
      // True for most: they have too few topics to be among the best.
      if (last && its.length <= last.shared && other > last.other) continue;
      if (articles[other] === shown) continue;
      let shared = 0;
      for (let place = 0; place < its.length; place++)
        shared += wanted[its[place] as number] as number;
      if (last && shared <= last.shared && other > last.other) continue;
      consider({ other, shared }, best);
    }
  }
  for (const topic of topics) wanted[topic] = 0;
  return best.map(({ other }) => articles[other] as Article);
}

/** An article by its index in the edition. The newest is 0. */
interface Candidate {
  readonly other: number;
  readonly shared: number;
}

/** Inserts a candidate into the best if it is good enough. */
function consider(candidate: Candidate, best: Candidate[]): void {
  let place = best.length;
  while (place > 0 && compare(candidate, best[place - 1] as Candidate) < 0) place--;
  if (place === maxRelated) return;
  best.splice(place, 0, candidate);
  best.length = Math.min(best.length, maxRelated);
}

function compare(a: Candidate, b: Candidate): number {
  return b.shared - a.shared || a.other - b.other;
}

/** Articles and topics of an edition by number, since millions of pairs are compared. */
interface TopicIndex {
  /** Articles of each topic, the newest first. */
  readonly lists: readonly (readonly number[])[];
  readonly topicsOf: readonly (readonly number[])[];
  /** By topic: 1 if the current article has it, else 0. */
  readonly wanted: Uint8Array;
  /** By article: the number of the last search that visited it. */
  readonly seen: Uint32Array;
  searches: number;
}

const known = new WeakMap<Edition, TopicIndex>();

function indexOf(edition: Edition): TopicIndex {
  const index = known.get(edition) ?? createIndex(edition);
  known.set(edition, index);
  return index;
}

function createIndex({ articles, topics }: Edition): TopicIndex {
  const topicNumbers = new Map(topics.map(({ slug }, number) => [slug, number]));
  const lists: number[][] = topics.map(() => []);
  const topicsOf = articles.map((article, number) => {
    const own: number[] = [];
    for (const { slug } of article.topics) {
      const topic = topicNumbers.get(slug);
      if (topic === undefined || own.includes(topic)) continue;
      own.push(topic);
      lists[topic]?.push(number);
    }
    return own;
  });
  return {
    lists,
    topicsOf,
    wanted: new Uint8Array(topics.length),
    seen: new Uint32Array(articles.length),
    searches: 0,
  };
}

/** The index of the first article before a time, in a list with the newest first. */
function firstEarlier(list: readonly Article[], time: number): number {
  return firstWhere(list.length, (index) => (list[index] as Article).start < time);
}

/** The index of the first number of an ascending list that is at least as large. */
function firstAtLeast(list: readonly number[], number: number): number {
  return firstWhere(list.length, (index) => (list[index] as number) >= number);
}

/** The first index below `length` from which `isTrue` holds. */
function firstWhere(length: number, isTrue: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
