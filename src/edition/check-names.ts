import type { Article, Named } from '../article/article.ts';
import { plainName } from '../article/slug.ts';
import { quote } from '../problems/format-problem.ts';
import type { Problem } from '../problems/problem.ts';
import { listAddress } from './list-addresses.ts';
import { newestFirst } from './newest-first.ts';
import type { Edition } from './publication.ts';

interface Use {
  readonly article: Article;
  readonly field: 'section' | 'topics';
  readonly named: Named;
  readonly place: readonly [number, number] | undefined;
}

/**
 * Sections and topics of different names that share one page, since their addresses are made of the
 * same letters (`Q&A` and `Q/A`): a warning at the oldest article that uses the later name.
 */
export function checkNames(editions: readonly Edition[]): Problem[] {
  return editions.flatMap((edition) => {
    const uses = edition.articles.toSorted(newestFirst).toReversed().flatMap(usesOf);
    const bySlug = Map.groupBy(uses, ({ field, named }) => `${field} ${named.slug}`);
    return [...bySlug.values()].flatMap((own) => findDoubles(own, edition));
  });
}

function findDoubles(uses: readonly Use[], edition: Edition): Problem[] {
  const [first] = uses;
  if (!first) return [];
  const seen = new Set([plainName(nameOf(first.named))]);
  return uses.flatMap(({ article, field, named, place: [line, column] = [1, 1] }) => {
    const plain = plainName(nameOf(named));
    if (seen.has(plain)) return [];
    seen.add(plain);
    const address = listAddress[field === 'topics' ? 'topic' : 'section'](edition, named.slug);
    return {
      severity: 'warning',
      ...{ file: article.file, line, column, field },
      expected: 'a name with an address of its own',
      got: quote(nameOf(named)),
      cure: `it shares ${address} with ${quote(nameOf(first.named))} of ${first.article.file}; write both alike, or tell them apart in words`,
    };
  });
}

function usesOf(article: Article): Use[] {
  // What has names by language is listed in publication.yaml.
  const topics = article.topics.flatMap((named, index) =>
    named.names[''] === undefined
      ? []
      : { article, field: 'topics' as const, named, place: article.topicPlaces[index] },
  );
  const { section, sectionPlace: place } = article;
  if (section?.names[''] === undefined) return topics;
  return [...topics, { article, field: 'section', named: section, place }];
}

function nameOf({ names }: Named): string {
  return names[''] ?? Object.values(names)[0] ?? '';
}
