import type { Article, Story } from '../../content/article/article.ts';
import { releaseOf } from '../../content/article/release-of.ts';
import type { WrittenFront } from '../../content/settings/front-schema.ts';
import { quote } from '../../system/problems/format-problem.ts';
import { suggestName } from '../../system/problems/nearest-name.ts';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import type { FrontChoice, FrontPackage } from './front-choice.ts';
import type { Edition, Publication } from './publication.ts';

/** The path of a field from the top, as in `content/fields`. */
type FieldPath = readonly (string | number)[];

/** A front page as an editor wrote it, from a time on. Times are in milliseconds since 1970. */
export interface DatedFront {
  readonly file: string;
  readonly front: WrittenFront;
  readonly start: number;
  readonly until?: number | undefined;
  /** The only edition that it is for. */
  readonly language?: string | undefined;
  readonly placeOf: (path: FieldPath) => Pick<Problem, 'line' | 'column' | 'field'>;
}

/** All stories that a front page may name. */
interface NamedStories {
  readonly publication: Publication;
  readonly unpublished: readonly Story[];
  readonly faulty: readonly Story[];
  /** Paths of all content files, also of those that cannot be read. */
  readonly paths: readonly string[];
  readonly now: number;
}

/**
 * Chooses the front page of each edition: the newest that has begun and is not over, one for this
 * edition before one for all. An article that is not published in the edition is left out, so the
 * next one takes its place. Front pages that were replaced are not checked.
 */
export function chooseFronts(
  fronts: readonly DatedFront[],
  stories: NamedStories,
): { readonly choices: ReadonlyMap<string, FrontChoice>; readonly problems: Problem[] } {
  const { publication, now } = stories;
  const choices = new Map<string, FrontChoice>();
  const used = new Set(fronts.filter(({ start }) => start > now));
  for (const edition of publication.editions) {
    const own = fronts
      .filter(({ language = edition.language }) => language === edition.language)
      .filter(({ start, until = Number.POSITIVE_INFINITY }) => start <= now && now < until)
      .toSorted((a, b) => a.start - b.start || Number(!!a.language) - Number(!!b.language))
      .at(-1);
    if (own === undefined) continue;
    used.add(own);
    choices.set(edition.language, choiceOf(own, edition, stories));
  }
  const problems = [...used].flatMap((front) => checkFront(front, stories));
  return { choices, problems: [...problems, ...fronts.flatMap((own) => checkEnd(own, now))] };
}

function choiceOf({ front }: DatedFront, edition: Edition, stories: NamedStories): FrontChoice {
  const taken = new Set<Article>();
  const find = (name: string): Article[] => {
    const found = findStory(name, stories);
    const article =
      found?.story &&
      stories.publication.translations
        .get(found.story.group)
        ?.find((own) => own.language === edition.language);
    if (article?.kind !== 'article' || taken.has(article)) return [];
    taken.add(article);
    return [article];
  };
  const [lead, ...order] = [...(front.lead ? [front.lead] : []), ...front.order].flatMap(find);
  const named = front.packages.map((own) => ({ ...own, articles: own.articles.flatMap(find) }));
  const packages = named.map(({ title, section, articles }): FrontPackage => {
    const group = section === undefined ? undefined : findSection(section, [edition]);
    const newest = group?.articles.filter((article) => !taken.has(article)).slice(0, 4) ?? [];
    const shown = articles.length > 0 ? articles : newest;
    for (const article of shown) taken.add(article);
    return {
      ...(title === undefined ? {} : { title }),
      ...(group === undefined ? {} : { section: group.slug }),
      articles: shown,
    };
  });
  return {
    ...(lead ? { lead } : {}),
    order,
    packages: packages.filter(({ articles }) => articles.length > 0),
  };
}

/** The problems of the names in a front page. */
function checkFront(own: DatedFront, stories: NamedStories): Problem[] {
  const { front, file, placeOf } = own;
  const { editions } = stories.publication;
  const names: [FieldPath, string][] = [
    ...(front.lead ? [[['lead'], front.lead] satisfies [FieldPath, string]] : []),
    ...front.order.map((name, index): [FieldPath, string] => [['order', index], name]),
    ...front.packages.flatMap(({ articles }, part) =>
      articles.map((name, index): [FieldPath, string] => [
        ['packages', part, 'articles', index],
        name,
      ]),
    ),
  ];
  const seen = new Set<string>();
  const problems = names.flatMap(([path, name]): Problem[] => {
    const at = { file, ...placeOf(path) };
    const fault = (expected: string, got: string, cure?: string): Problem[] => [
      {
        severity: 'error',
        ...at,
        message: wrongValue(expected, got),
        ...(cure ? { cure } : {}),
      },
    ];
    const found = findStory(name, stories);
    if (found === undefined) return [{ ...at, ...unknownArticle(name, stories) }];
    if (found.also)
      return fault(
        'one article',
        `${quote(name)}, which are two`,
        `write ${found.path} or ${found.also}`,
      );
    const { story } = found;
    if (story && story.kind !== 'article')
      return fault('an article', `${quote(name)}, which is not one`, 'remove it');
    const group = story?.group ?? found.path;
    if (seen.has(group))
      return fault('each article once', `${quote(name)} again`, 'remove one of them');
    seen.add(group);
    const hidden = whyHidden(found.path, story, own, stories);
    return hidden ? [{ severity: 'warning', ...at, ...hidden }] : [];
  });
  const sections = front.packages.flatMap(({ section }, part): Problem[] => {
    if (section === undefined || findSection(section, editions)) return [];
    const known = editions.flatMap((edition) =>
      edition.sections.flatMap(({ names }) => Object.values(names)),
    );
    const message = wrongValue('a section with articles', quote(section));
    const at = { file, ...placeOf(['packages', part, 'section']) };
    return [{ severity: 'error', ...at, message, ...suggestName(section, known) }];
  });
  return [...problems, ...sections];
}

function unknownArticle(
  name: string,
  { paths }: NamedStories,
): Pick<Problem, 'severity' | 'message' | 'cure'> {
  return {
    severity: 'error',
    message: wrongValue('an article of the content folder', quote(name)),
    cure: 'write the name of its file, such as bridge.md',
    ...suggestName(name, paths),
  };
}

/** Why readers do not see an article yet or any more; undefined if they do. */
function whyHidden(
  path: string,
  story: Story | undefined,
  { start }: DatedFront,
  { publication, unpublished, now }: NamedStories,
): Pick<Problem, 'message' | 'cure'> | undefined {
  if (publication.byPath.has(path)) return undefined;
  const say = (why: string, cure: string) => ({
    message: wrongValue('a published article', `${quote(path)}, which ${why}`),
    cure,
  });
  const waits = 'it appears once it is published; until then the next article takes its place';
  if (!story || !unpublished.includes(story)) return say('has errors', 'correct it');
  if (story.draft) return say('is a draft', waits);
  const { expires = Number.POSITIVE_INFINITY } = story;
  if (expires <= Math.max(start, now)) return say('has expired', 'remove it');
  return releaseOf(story) > Math.max(start, now) ? say('is not out yet', waits) : undefined;
}

/** A front page that is over says so, since it is probably forgotten. */
function checkEnd({ file, until, front, placeOf }: DatedFront, now: number): Problem[] {
  if (until === undefined || until > now) return [];
  const message = wrongValue('a time in the future', quote(front.until ?? ''));
  const cure = 'this front page is not used any more: remove it, or set a later time';
  return [{ severity: 'warning', file, ...placeOf(['until']), message, cure }];
}

function findSection(name: string, editions: readonly Edition[]) {
  const wanted = name.normalize('NFC').toLowerCase();
  return editions
    .flatMap(({ sections }) => sections)
    .find(
      ({ slug, names }) =>
        slug === wanted || Object.values(names).some((own) => own.toLowerCase() === wanted),
    );
}

/** Finds an article by its path with or without `.md`, by its slug or by its address. */
function findStory(
  written: string,
  { publication, unpublished, faulty, paths }: NamedStories,
): { readonly path: string; readonly story?: Story; readonly also?: string } | undefined {
  const name = written.normalize('NFC').replace(/^(?:\.\/)+/u, '');
  const all = [...publication.byPath.values(), ...unpublished, ...faulty];
  const bare = name.replace(/^\//u, '');
  const byPath = [bare, `${bare}.md`, `${bare}/index.md`].find((path) => paths.includes(path));
  if (byPath !== undefined) {
    const story = all.find(({ path }) => path === byPath);
    return { path: byPath, ...(story ? { story } : {}) };
  }
  const address = name.endsWith('/') ? name : `${name}/`;
  const story = all.find((own) => own.address === address);
  if (story) return { path: story.path, story };
  const ofSlug = all.filter(({ slug, kind }) => slug === bare && kind === 'article');
  const [first] = ofSlug;
  if (!first) return undefined;
  const other = ofSlug.find(({ group }) => group !== first.group);
  return { path: first.path, story: first, ...(other ? { also: other.path } : {}) };
}
