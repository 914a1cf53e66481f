import type { Article, Named } from '../../content/article/article.ts';
import { plainName } from '../../content/article/slug.ts';
import { quote } from '../../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import { listAddress } from './list-addresses.ts';
import type { Edition } from './publication.ts';

interface Use {
  readonly article: Article;
  readonly field: 'section' | 'topics';
  readonly named: Named;
  readonly place: readonly [number, number] | undefined;
}

/**
 * Warns about different sections or topics with the same address (`Q&A` and `Q/A`), at the oldest
 * article with the later name.
 */
export function checkNames(editions: readonly Edition[]): Problem[] {
  return editions.flatMap((edition) => {
    // By address: the first use of each spelling.
    const topics = new Map<string, Map<string, Use>>();
    const sections = new Map<string, Map<string, Use>>();
    for (const article of edition.articles.toReversed()) {
      const { section, sectionPlace } = article;
      for (const [index, named] of article.topics.entries())
        note(topics, { article, field: 'topics', named, place: article.topicPlaces[index] });
      if (section)
        note(sections, { article, field: 'section', named: section, place: sectionPlace });
    }
    return [...topics.values(), ...sections.values()].flatMap((spellings) =>
      spellings.size < 2 ? [] : findDoubles([...spellings.values()], edition),
    );
  });
}

function note(bySlug: Map<string, Map<string, Use>>, use: Use): void {
  const { slug, names } = use.named;
  const name = names[''];
  // Names by language come from publication.yaml.
  if (name === undefined) return;
  const spellings = bySlug.get(slug);
  if (spellings === undefined) bySlug.set(slug, new Map([[name, use]]));
  else if (!spellings.has(name)) spellings.set(name, use);
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
      message: wrongValue('a name with an address of its own', quote(nameOf(named))),
      cure: `it shares ${address} with ${quote(nameOf(first.named))} of ${first.article.file}; write both alike, or tell them apart in words`,
    };
  });
}

function nameOf({ names }: Named): string {
  return names[''] ?? Object.values(names)[0] ?? '';
}
