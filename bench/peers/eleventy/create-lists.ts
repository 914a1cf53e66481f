/** The fields of an Eleventy collection item that are used. */
interface Article {
  readonly date: Date;
  readonly data: { readonly section: string; readonly topics: readonly string[] };
}

/** The articles of one language, newest first. */
interface Edition {
  readonly lang: string;
  readonly articles: readonly Article[];
}

/** One page of a list. Addresses start with a slash. */
interface List {
  readonly lang: string;
  readonly title: string;
  readonly url: string;
  readonly articles: readonly Article[];
  readonly section?: string | undefined;
  readonly newer?: string | undefined;
  readonly older?: string | undefined;
  /** Links to the months, on the front page. */
  readonly archive?: readonly { readonly title: string; readonly url: string }[];
  /** The articles of its feed, if it has one. */
  readonly newest?: readonly Article[];
}

const pageSize = 24;
const feedSize = 30;

/**
 * Creates all list pages of an edition: the front page with all articles, sections, topics and
 * months.
 */
export function createLists({ lang, articles }: Edition): List[] {
  const home = lang === 'en' ? '/' : `/${lang}/`;
  const months = groupBy(articles, ({ date }) => [
    date.toISOString().slice(0, 7).replace('-', '/'),
  ]);
  const archive = [...months.keys()].map((month) => ({
    title: month,
    url: `${home}${month}/`,
  }));
  const [front, ...older] = paginate({ lang, title: '', url: home, articles });
  return [
    ...(front ? [{ ...front, archive, newest: articles.slice(0, feedSize) }] : []),
    ...older,
    ...[...groupBy(articles, ({ data }) => [data.section])].flatMap(([section, those]) => {
      const url = `${home}section/${section}/`;
      const [first, ...rest] = paginate({
        lang,
        title: section,
        section,
        url,
        articles: those,
      });
      return [...(first ? [{ ...first, newest: those.slice(0, feedSize) }] : []), ...rest];
    }),
    ...[...groupBy(articles, ({ data }) => data.topics)].flatMap(([topic, those]) =>
      paginate({ lang, title: topic, url: `${home}topic/${topic}/`, articles: those }),
    ),
    ...archive.map((month) => ({ lang, ...month, articles: months.get(month.title) ?? [] })),
  ];
}

function paginate(list: List): List[] {
  const { articles, url } = list;
  const count = Math.ceil(articles.length / pageSize);
  const urlOf = (page: number) => (page === 0 ? url : `${url}page/${page + 1}/`);
  return Array.from({ length: count }, (_, page) => ({
    ...list,
    url: urlOf(page),
    articles: articles.slice(page * pageSize, (page + 1) * pageSize),
    newer: page > 0 ? urlOf(page - 1) : undefined,
    older: page + 1 < count ? urlOf(page + 1) : undefined,
  }));
}

function groupBy(
  articles: readonly Article[],
  keysOf: (article: Article) => readonly string[],
): Map<string, Article[]> {
  const groups = new Map<string, Article[]>();
  for (const article of articles) {
    for (const key of keysOf(article)) {
      const group = groups.get(key);
      if (group) group.push(article);
      else groups.set(key, [article]);
    }
  }
  return groups;
}
