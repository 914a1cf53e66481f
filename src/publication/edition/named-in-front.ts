import type { Story } from '../../content/article/article.ts';
import { toNameSlug } from '../../content/article/slug.ts';
import type { Edition, Publication } from './publication.ts';
import { runningStoryOf } from './running-stories.ts';

/** All stories that a front page may name. */
export interface NamedStories {
  readonly publication: Publication;
  readonly unpublished: readonly Story[];
  readonly faulty: readonly Story[];
  /** Paths of all content files, also of those that cannot be read. */
  readonly paths: readonly string[];
  readonly now: number;
}

/** Finds a section by its slug or by its name in any language. */
export function findSection(name: string, editions: readonly Edition[]) {
  const wanted = name.normalize('NFC').toLowerCase();
  return editions
    .flatMap(({ sections }) => sections)
    .find(
      ({ slug, names }) =>
        slug === wanted || Object.values(names).some((own) => own.toLowerCase() === wanted),
    );
}

/** Finds the running story of an edition by its slug, or by its title in any language. */
export function findRunningStory(
  written: string,
  { language, runningStories }: Edition,
  { publication }: NamedStories,
) {
  const named = runningStoryOf(publication.runningStories, written, language);
  return named && runningStories.find(({ slug }) => slug === named.slug);
}

/** Whether a story that is not published, or has errors, is this running story or a part of it. */
export function isOfRunningStory(story: Story, written: string): boolean {
  const wanted = toNameSlug(written);
  const names =
    story.kind === 'running-story'
      ? [story.slug, story.title]
      : story.kind === 'article' && story.story !== undefined
        ? [story.story]
        : [];
  return names.some((name) => toNameSlug(name) === wanted);
}

/** Finds an article by its path with or without `.md`, by its slug or by its address. */
export function findStory(
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
