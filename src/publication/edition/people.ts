import type { Person, Story } from '../../content/article/article.ts';
import { fitsInName, toNameSlug } from '../../content/article/slug.ts';
import type { LocalText } from '../../content/settings/local-text.ts';
import type { PublicationSettings } from '../../content/settings/publication-settings.ts';
import { quote } from '../../system/problems/format-problem.ts';
import { type Place, type Problem, wrongValue } from '../../system/problems/problem.ts';

/** The people of a publication, as bylines name them. */
export interface People {
  /** The files of each person in the order of the languages, by the key of every name. */
  readonly byKey: ReadonlyMap<string, readonly Person[]>;
  /** The same by slug, which bylines may have too: `authors: [jane-roe]`. */
  readonly bySlug: ReadonlyMap<string, readonly Person[]>;
  /** The keys of the publication's own names, which are nobody's unless a person has a file with them. */
  readonly ownKeys: ReadonlySet<string>;
}

/** Somebody whom a byline names, in one edition. */
export interface Author {
  /** Part of the address of the author's page. */
  readonly slug: string;
  /** As the byline prints it. */
  readonly name: string;
  /** By language. */
  readonly names: LocalText;
  /** The person's files, if there are any: that of the edition's language first. */
  readonly files: readonly Person[];
}

/** The key of a name: names that differ in case, spaces, hyphens and stops only are the same. */
export function authorKey(name: string): string {
  return toNameSlug(name.normalize('NFKC').replaceAll('.', ' ').trim());
}

/** Two people with one name are a problem that names both files. */
export function createPeople(
  stories: readonly Story[],
  { name, languages }: Pick<PublicationSettings, 'name' | 'languages'>,
  placeOf: (story: Story, field: string) => Place,
): { readonly people: People; readonly problems: readonly Problem[] } {
  const rank = ({ language }: Person) =>
    (languages.indexOf(language) + languages.length + 1) % (languages.length + 1);
  const files = stories
    .filter((story) => story.kind === 'person')
    .toSorted((a, b) => rank(a) - rank(b));
  const groups = Map.groupBy(files, ({ group }) => group);
  const byKey = new Map<string, readonly Person[]>();
  const problems: Problem[] = [];
  for (const person of files) {
    for (const [index, written] of [person.title, ...person.aka].entries()) {
      const key = authorKey(written);
      const other = byKey.get(key)?.[0];
      if (other === undefined) byKey.set(key, groups.get(person.group) ?? []);
      if (other === undefined || other.group === person.group) continue;
      const field = index === 0 ? 'name' : 'aka';
      problems.push({
        severity: 'error',
        ...placeOf(person, index === 0 ? field : `aka.${index - 1}`),
        field,
        message: wrongValue(
          'a name of one person',
          `${quote(written)}, which is also a name in ${other.file}`,
        ),
        cure: 'bylines cannot tell the two apart; add a word to one of the names',
      });
    }
  }
  const bySlug = new Map(
    files.toReversed().map(({ slug, group }) => [slug, groups.get(group) ?? []]),
  );
  const ownKeys = new Set(
    Object.values(name)
      .map(authorKey)
      .filter((key) => !byKey.has(key)),
  );
  return { people: { byKey, bySlug, ownKeys }, problems };
}

/**
 * The author that a name in a byline of an edition means. Undefined for the publication itself, and
 * for a name that cannot be part of an address.
 */
export function authorOf(
  { byKey, bySlug, ownKeys }: People,
  written: string,
  language: string,
): Author | undefined {
  const key = authorKey(written);
  if (ownKeys.has(key)) return undefined;
  const known = byKey.get(key) ?? bySlug.get(written);
  if (known === undefined) {
    if (!/[^-]/u.test(key) || !fitsInName(key)) return undefined;
    return { slug: key, name: written, names: { '': written }, files: [] };
  }
  const own = known.find((person) => person.language === language);
  const files = own ? [own, ...known.filter((person) => person !== own)] : known;
  const [first] = files as [Person];
  const isSlug = written === first.slug && written !== first.title;
  const isName = own === undefined || [own.title, ...own.aka].map(authorKey).includes(key);
  return {
    slug: first.slug,
    name: isName && !isSlug ? written : first.title,
    names: Object.fromEntries(known.map((person) => [person.language, person.title])),
    files,
  };
}
