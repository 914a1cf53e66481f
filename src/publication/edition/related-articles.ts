import type { Article } from '../../content/article/article.ts';
import type { Edition } from './publication.ts';

const most = 3;

/**
 * How many articles of a topic are looked at, counted back from the article: with thousands on
 * one topic, a build would else compare each with each. Counted so, what lies beyond the bound
 * stays there, however many new articles the topic gets.
 */
const lookBack = 200;

/**
 * Up to three articles of the edition that share topics with one of its articles: those that
 * share most first, then the newest. All begin earlier than the article, so that nothing that
 * begins when it does or later changes them: on one day, no day-dated article relates to another.
 * `shown` is left out: the page links to it already.
 */
export function relatedArticles(
  edition: Edition,
  article: Article,
  shown?: Article,
): Article[] {
  const { articles } = edition;
  const index = indexOf(edition);
  const { lists, topicsOf, wanted, seen } = index;
  const topics = topicsOf[numberOf(article, articles)] ?? [];
  const from = firstEarlier(articles, article.start);
  const best: Candidate[] = [];
  index.searches += 1;
  for (const topic of topics) wanted[topic] = 1;
  for (const topic of topics) {
    const list = lists[topic] ?? [];
    const first = firstAtLeast(list, from);
    const end = Math.min(first + lookBack, list.length);
    for (let at = first; at < end; at++) {
      const last = best[most - 1];
      // Older ones of this topic cannot be better.
      if (last?.shared === topics.length) break;
      const other = list[at] as number;
      if (seen[other] === index.searches) continue;
      seen[other] = index.searches;
      const its = topicsOf[other] as readonly number[];
      // True of most: they have too few topics to be among the best.
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

/** An article by its place in the edition: the newest is 0. */
interface Candidate {
  readonly other: number;
  readonly shared: number;
}

/** Puts a candidate among the best where it belongs there. */
function consider(candidate: Candidate, best: Candidate[]): void {
  let place = best.length;
  while (place > 0 && compare(candidate, best[place - 1] as Candidate) < 0) place--;
  if (place === most) return;
  best.splice(place, 0, candidate);
  best.length = Math.min(best.length, most);
}

function compare(a: Candidate, b: Candidate): number {
  return b.shared - a.shared || a.other - b.other;
}

/** Articles and topics of an edition by number: millions of pairs of articles are compared. */
interface TopicIndex {
  /** Articles of each topic, the newest first. */
  readonly lists: readonly (readonly number[])[];
  readonly topicsOf: readonly (readonly number[])[];
  /** By topic: 1 while its article is looked at, else 0. */
  readonly wanted: Uint8Array;
  /** By article: the number of the search that looked at it last. */
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

/** The number of an article of the list; -1 where it is not in it. */
function numberOf(article: Article, list: readonly Article[]): number {
  const { start } = article;
  let number = firstWhere(list.length, (index) => (list[index] as Article).start <= start);
  while (list[number]?.start === start && list[number] !== article) number++;
  return list[number] === article ? number : -1;
}

/** The index of the first article that begins before a time, in a list with the newest first. */
function firstEarlier(list: readonly Article[], time: number): number {
  return firstWhere(list.length, (index) => (list[index] as Article).start < time);
}

/** The index of the first number of an ascending list that is at least as large. */
function firstAtLeast(list: readonly number[], number: number): number {
  return firstWhere(list.length, (index) => (list[index] as number) >= number);
}

/** The first index below `length` from which on something is true. */
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
