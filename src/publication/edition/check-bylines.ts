import { type ContentFile, placeOf } from '../../content/article/content-file.ts';
import { quote } from '../../system/problems/format-problem.ts';
import { nearestSpelling } from '../../system/problems/nearest-name.ts';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import { authorKey, type People } from './people.ts';

/**
 * Warns about each name in a byline that is nearly that of a person with a file. A name whose page
 * would have the address of another person is an error.
 */
export function checkBylines(
  contentFiles: readonly ContentFile[],
  { byKey, bySlug, ownKeys }: People,
): Problem[] {
  if (byKey.size === 0) return [];
  const files = [...new Set([...byKey.values()].flat())];
  const names = [...new Set(files.flatMap(({ title, aka }) => [title, ...aka]))];
  const near = new Map<string, string | undefined>();
  const nearest = (name: string): string | undefined => {
    const key = authorKey(name);
    if (byKey.has(key) || bySlug.has(name) || ownKeys.has(key)) return undefined;
    if (!near.has(key)) near.set(key, nearestSpelling(name, names));
    return near.get(key);
  };
  return contentFiles.flatMap((content) =>
    (content.fields.authors ?? []).flatMap(({ name }, index): Problem[] => {
      const key = authorKey(name);
      const field = `authors.${index}`;
      const place =
        [`${field}.name`, field, 'authors'].find((item) => content.places[item]) ?? field;
      const at = { ...placeOf(content, place), field: 'authors' };
      const [other] = byKey.has(key) || bySlug.has(name) ? [] : (bySlug.get(key) ?? []);
      if (other)
        return [
          {
            severity: 'error',
            ...at,
            message: wrongValue(
              'an author with a page of their own',
              `${quote(name)}, whose page would be that of ${other.file}`,
            ),
            cure: `add the name to \`aka:\` of that file, or give the file another \`slug:\``,
          },
        ];
      const meant = nearest(name);
      if (meant === undefined) return [];
      const person = files.find(({ title, aka }) => [title, ...aka].includes(meant));
      return [
        {
          severity: 'warning',
          ...at,
          message: wrongValue('the name of somebody in people/', quote(name)),
          cure: `did you mean ${quote(meant)} of ${person?.file}? If this is somebody else, give them a file too`,
          once: `author ${key}`,
        },
      ];
    }),
  );
}
