import type { Article } from '../../content/article/article.ts';
import type { Problem } from '../../system/problems/problem.ts';
import { checkEnd, checkFront } from './check-front.ts';
import type { DatedFront } from './dated-front.ts';
import type { FrontChoice, FrontPackage } from './front-choice.ts';
import {
  findRunningStory,
  findSection,
  findStory,
  type NamedStories,
} from './named-in-front.ts';
import type { Edition, Group } from './publication.ts';

/** How many articles a package has where an editor does not name them. */
const usual = { section: 4, story: 5 } as const;

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
  const packages = named.map(({ title, section, story, articles }): FrontPackage => {
    const group = section === undefined ? undefined : findSection(section, [edition]);
    const running = story === undefined ? undefined : findRunningStory(story, edition, stories);
    const shown = running
      ? [...articles, ...freeOf(running, taken, usual.story - articles.length)]
      : articles.length > 0 || group === undefined
        ? articles
        : freeOf(group, taken, usual.section);
    for (const article of shown) taken.add(article);
    return {
      ...(title === undefined ? {} : { title }),
      ...(group === undefined ? {} : { section: group.slug }),
      ...(running === undefined ? {} : { story: running }),
      ...(articles.length > 0 ? { isNamed: true } : {}),
      articles: shown,
    };
  });
  return {
    ...(lead ? { lead } : {}),
    order,
    packages: packages.filter(({ articles }) => articles.length > 0),
  };
}

/** The newest articles of a group that the front page does not show yet. */
function freeOf(
  { articles }: Pick<Group, 'articles'>,
  taken: ReadonlySet<Article>,
  count: number,
): Article[] {
  const free: Article[] = [];
  for (const article of articles) {
    if (free.length >= count) break;
    if (!taken.has(article)) free.push(article);
  }
  return free;
}
