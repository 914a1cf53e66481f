import type { ContentFile } from '../../content/article/content-file.ts';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import { compareText } from './compare-text.ts';

/** The content files of one article in all languages, and the one that others inherit from. */
export interface ContentFileGroup {
  readonly original: ContentFile;
  readonly contentFiles: readonly ContentFile[];
}

/**
 * Groups articles with their translations. The original is the file without a language in its
 * name, else the first in the order of `languages`. Two files in one language are a problem that
 * names both. Files in `lending` are not members of a group: others only inherit from them.
 */
export function groupContentFiles(
  contentFiles: readonly ContentFile[],
  languages: readonly string[],
  lending: ReadonlySet<string> = new Set(),
): { groups: ContentFileGroup[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const rank = (content: ContentFile) => {
    const index = languages.indexOf(content.language);
    return content.name.language === undefined ? -1 : index < 0 ? languages.length : index;
  };
  const byGroup = Map.groupBy(contentFiles, (content) => content.name.group);
  const groups = [...byGroup.values()].map((members) => {
    const [only] = members;
    // Most articles are in one language.
    if (only && members.length === 1)
      return { original: only, contentFiles: lending.has(only.path) ? [] : members };
    const ordered = members.toSorted(
      (a, b) => rank(a) - rank(b) || compareText(a.path, b.path),
    );
    const seen = new Map<string, ContentFile>();
    for (const content of ordered.filter(({ path }) => !lending.has(path))) {
      const other = seen.get(content.language);
      seen.set(content.language, other ?? content);
      if (!other) continue;
      problems.push({
        severity: 'error',
        file: content.file,
        line: 1,
        column: 1,
        field: 'lang',
        message: wrongValue(
          'one file for each language',
          `a second one in ${content.language}, beside ${other.file}`,
        ),
        cure: 'rename one of the two files',
      });
    }
    return { original: ordered[0] as ContentFile, contentFiles: [...seen.values()] };
  });
  return { groups, problems };
}
