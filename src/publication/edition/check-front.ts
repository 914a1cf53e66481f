import type { Story } from '../../content/article/article.ts';
import { releaseOf } from '../../content/article/release-of.ts';
import { quote } from '../../system/problems/format-problem.ts';
import { suggestName } from '../../system/problems/nearest-name.ts';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import type { DatedFront, FieldPath } from './dated-front.ts';
import {
  findRunningStory,
  findSection,
  findStory,
  isOfRunningStory,
  type NamedStories,
} from './named-in-front.ts';

/** The problems of the names in a front page. */
export function checkFront(own: DatedFront, stories: NamedStories): Problem[] {
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
  const runningStories = front.packages.flatMap(({ story, articles }, part): Problem[] => {
    if (story === undefined) return [];
    const at = { file, ...placeOf(['packages', part, 'story']) };
    const slugOf = (name: string) =>
      editions.map((edition) => findRunningStory(name, edition, stories)?.slug).find(Boolean);
    const slug = slugOf(story);
    const before = front.packages.slice(0, part);
    if (slug && before.some((other) => other.story && slugOf(other.story) === slug))
      return [
        {
          ...{ severity: 'error', ...at },
          message: wrongValue('each running story once', `${quote(story)} again`),
          cure: 'name all its articles in one package',
        },
      ];
    return checkRunningStory(story, articles, stories).map((own) => ({ ...at, ...own }));
  });
  return [...problems, ...sections, ...runningStories];
}

/** The problem of a running story that a package names: unknown, without articles, or closed. */
function checkRunningStory(
  name: string,
  articles: readonly string[],
  stories: NamedStories,
): Pick<Problem, 'severity' | 'message' | 'cure'>[] {
  const { publication, unpublished, faulty } = stories;
  const found = publication.editions.flatMap(
    (edition) => findRunningStory(name, edition, stories) ?? [],
  );
  const say = (severity: Problem['severity'], expected: string, why: string, cure?: string) => [
    { severity, message: wrongValue(expected, quote(name) + why), ...(cure ? { cure } : {}) },
  ];
  if (found.some((story) => story.articles.length > 0)) {
    const isClosed = found.every(({ state }) => state === 'closed');
    if (!isClosed || articles.length > 0) return [];
    const cure = 'readers see it as closed; name its articles to keep it, or remove it';
    return say('warning', 'a running story that is open', ', which is closed', cure);
  }
  const waits = 'it appears once an article of it is published';
  const published = 'a running story with published articles';
  if (found.length > 0) return say('warning', published, ', which has none', waits);
  if (faulty.some((story) => isOfRunningStory(story, name)))
    return say('warning', published, ', whose file or articles have errors', 'correct them');
  if (unpublished.some((story) => isOfRunningStory(story, name)))
    return say('warning', published, ', which is not published', waits);
  const known = publication.editions
    .flatMap(({ runningStories }) => runningStories)
    .flatMap(({ slug, names }) => [slug, ...Object.values(names)]);
  const { cure = 'write the name that its articles have in `story:`' } = suggestName(
    name,
    known,
  );
  return say('error', 'a running story', '', cure);
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
export function checkEnd({ file, until, front, placeOf }: DatedFront, now: number): Problem[] {
  if (until === undefined || until > now) return [];
  const message = wrongValue('a time in the future', quote(front.until ?? ''));
  const cure = 'this front page is not used any more: remove it, or set a later time';
  return [{ severity: 'warning', file, ...placeOf(['until']), message, cure }];
}
