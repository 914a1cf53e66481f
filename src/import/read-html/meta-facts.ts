import { decodeEntities } from '../html/html-tree.ts';
import type { Fact, FactKind } from './fact.ts';

/** `<meta name>` and `<meta property>` in lower case, by descending priority. */
const metas: readonly [name: string, kind: FactKind][] = [
  ['og:title', 'title'],
  ['twitter:title', 'title'],
  ['parsely-page', 'title'],
  ['parsely-title', 'title'],
  ['sailthru.title', 'title'],
  ['citation_title', 'title'],
  ['dcterms.title', 'title'],
  ['dc.title', 'title'],
  ['article:published_time', 'date'],
  ['og:published_time', 'date'],
  ['og:article:published_time', 'date'],
  ['parsely-pub-date', 'date'],
  ['sailthru.date', 'date'],
  ['citation_publication_date', 'date'],
  ['citation_online_date', 'date'],
  ['citation_date', 'date'],
  ['publishdate', 'date'],
  ['publish_date', 'date'],
  ['publish-date', 'date'],
  ['publisheddate', 'date'],
  ['published_date', 'date'],
  ['published-date', 'date'],
  ['published_time', 'date'],
  ['published', 'date'],
  ['publicationdate', 'date'],
  ['publication_date', 'date'],
  ['publication-date', 'date'],
  ['pub_date', 'date'],
  ['pub-date', 'date'],
  ['article.published', 'date'],
  ['article_date_original', 'date'],
  ['datepublished', 'date'],
  ['date.issued', 'date'],
  ['dcterms.issued', 'date'],
  ['dcterms.date', 'date'],
  ['dcterms.available', 'date'],
  ['prism.publicationdate', 'date'],
  ['rnews:datepublished', 'date'],
  ['cxenseparse:recs:publishtime', 'date'],
  ['bt:pubdate', 'date'],
  ['displaydate', 'date'],
  ['originalpublicationdate', 'date'],
  ['article:create_date', 'date'],
  ['regdate', 'date'],
  ['dc.date.issued', 'date'],
  ['dcterms.created', 'date'],
  ['dc.date', 'date'],
  ['dc.date.created', 'date'],
  ['dc.created', 'date'],
  ['pubdate', 'date'],
  ['date', 'date'],
  ['article:modified_time', 'updated'],
  ['og:updated_time', 'updated'],
  ['dcterms.modified', 'updated'],
  ['last-modified', 'updated'],
  ['dc.date.modified', 'updated'],
  ['datemodified', 'updated'],
  ['lastmod', 'updated'],
  ['modified_date', 'updated'],
  ['article:author', 'author'],
  ['parsely-author', 'author'],
  ['sailthru.author', 'author'],
  ['citation_author', 'author'],
  ['author', 'author'],
  ['dcterms.creator', 'author'],
  ['dc.creator', 'author'],
  ['twitter:creator', 'author'],
  ['article:section', 'section'],
  ['parsely-section', 'section'],
  ['sailthru.section', 'section'],
  ['article:tag', 'topic'],
  ['parsely-tags', 'topic'],
  ['sailthru.tags', 'topic'],
  ['news_keywords', 'topic'],
  ['keywords', 'topic'],
  ['citation_keywords', 'topic'],
  ['dcterms.subject', 'topic'],
  ['dc.subject', 'topic'],
  ['og:description', 'summary'],
  ['description', 'summary'],
  ['twitter:description', 'summary'],
  ['sailthru.description', 'summary'],
  ['dcterms.description', 'summary'],
  ['dc.description', 'summary'],
  ['og:locale', 'lang'],
  ['content-language', 'lang'],
  ['dcterms.language', 'lang'],
  ['dc.language', 'lang'],
  ['og:site_name', 'site'],
  ['application-name', 'site'],
  ['dcterms.publisher', 'site'],
  ['dc.publisher', 'site'],
  ['og:url', 'canonical'],
  ['og:image', 'picture'],
  ['twitter:image', 'picture'],
];
const rank = new Map(metas.map(([name], index) => [name, index]));

/** The priority of a meta element, 0 being the highest; undefined for an unknown one. */
export function metaRank(name: string): number | undefined {
  return rank.get(name);
}

/** The facts in a meta element. `name` is in lower case. */
export function factsOfMeta(name: string, content: string, at: { line?: number }): Fact[] {
  if (name === 'parsely-page') return factsOfParsely(content, at);
  const kind = metas[rank.get(name) ?? -1]?.[1];
  if (kind === undefined) return [];
  const value = decodeEntities(content).replace(/\s+/gu, ' ').trim();
  const from = `meta ${name}`;
  // A profile on a social network is not a name.
  if (kind === 'author' && /^(?:https?:|@)/iu.test(value)) return [];
  if (kind !== 'topic' || name === 'article:tag') return [{ kind, value, from, ...at }];
  return value.split(/[,;，、]/u).map((topic) => ({ kind, value: topic.trim(), from, ...at }));
}

/** Parse.ly's old format: one JSON object. */
const parsely: readonly [key: string, kind: FactKind][] = [
  ['title', 'title'],
  ['pub_date', 'date'],
  ['authors', 'author'],
  ['author', 'author'],
  ['section', 'section'],
  ['tags', 'topic'],
];

function factsOfParsely(content: string, at: { line?: number }): Fact[] {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const entries = new Map<string, unknown>(Object.entries(value));
  return parsely.flatMap(([key, kind]) =>
    [entries.get(key) ?? []]
      .flat()
      .filter((said) => typeof said === 'string')
      .map((said) => ({ kind, value: said, from: `meta parsely-page ${key}`, ...at })),
  );
}
