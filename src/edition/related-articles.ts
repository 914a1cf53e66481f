import type { Article } from '../article/article.ts';
import { newestFirst } from './newest-first.ts';
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
  const { lists, topicsOf, wanted } = indexOf(edition);
  const topics = topicsOf.get(article) ?? [];
  const best: Candidate[] = [];
  for (const topic of topics) wanted[topic] = 1;
  for (const topic of topics) {
    const list = lists[topic] ?? [];
    const first = firstEarlier(list, article.start);
    for (let index = first; index < Math.min(first + lookBack, list.length); index++) {
      // Older ones of this topic cannot be better.
      if (best[most - 1]?.shared === topics.length) break;
      const other = list[index] as Article;
      if (other === shown) continue;
      let shared = 0;
      for (const its of topicsOf.get(other) ?? []) shared += wanted[its] ?? 0;
      consider({ other, shared }, best);
    }
  }
  for (const topic of topics) wanted[topic] = 0;
  return best.map(({ other }) => other);
}

interface Candidate {
  readonly other: Article;
  readonly shared: number;
}

/** Puts a candidate among the best where it belongs there and is not there yet. */
function consider(candidate: Candidate, best: Candidate[]): void {
  let place = best.length;
  while (place > 0 && compare(candidate, best[place - 1] as Candidate) < 0) place--;
  if (place === most || best[place - 1]?.other === candidate.other) return;
  best.splice(place, 0, candidate);
  best.length = Math.min(best.length, most);
}

function compare(a: Candidate, b: Candidate): number {
  return b.shared - a.shared || newestFirst(a.other, b.other);
}

/** An edition's topics by number: millions of pairs of articles are compared. */
interface TopicIndex {
  readonly lists: readonly (readonly Article[])[];
  readonly topicsOf: ReadonlyMap<Article, readonly number[]>;
  /** By topic: 1 while its article is looked at, else 0. */
  readonly wanted: Uint8Array;
}

const known = new WeakMap<Edition, TopicIndex>();

function indexOf(edition: Edition): TopicIndex {
  const index = known.get(edition) ?? createIndex(edition);
  known.set(edition, index);
  return index;
}

function createIndex({ articles, topics }: Edition): TopicIndex {
  const numbers = new Map(topics.map(({ slug }, number) => [slug, number]));
  const numbersOf = (article: Article) =>
    [...new Set(article.topics.map(({ slug }) => slug))].flatMap(
      (slug) => numbers.get(slug) ?? [],
    );
  return {
    lists: topics.map((topic) => topic.articles),
    topicsOf: new Map(articles.map((article) => [article, numbersOf(article)])),
    wanted: new Uint8Array(topics.length),
  };
}

/** The index of the first article that begins before a time, in a list with the newest first. */
function firstEarlier(list: readonly Article[], time: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as Article).start < time) high = middle;
    else low = middle + 1;
  }
  return low;
}
