import { createPublication } from '../publication/edition/create-publication.ts';
import { listRights, type RightsRow } from '../publication/edition/list-rights.ts';
import { sortProblems } from '../system/problems/format-problem.ts';
import type { Problem } from '../system/problems/problem.ts';
import { type ReadContentOptions, readContent } from './read-content.ts';

export interface GatheredRights {
  readonly rows: readonly RightsRow[];
  /** Why articles are not in it: the errors of those that cannot be understood. */
  readonly problems: readonly Problem[];
}

/**
 * The rights of every picture of a content folder, drafts and what has other errors included: an
 * editor wants to see most what is not ready yet.
 */
export async function gatherRights(options: ReadContentOptions): Promise<GatheredRights> {
  const { contentFiles, faulty, publication, files, notes, problems, unread, places } =
    await readContent(options);
  const created = createPublication(
    [...contentFiles.map(({ content }) => content), ...faulty],
    publication,
    {
      ...{ now: options.settings.now, drafts: true, files, notes },
      lending: new Set(faulty.map(({ path }) => path)),
    },
  );
  const { byPath } = created.publication;
  const left = new Set([...unread, ...contentFiles.map(({ content }) => content.path)]);
  for (const path of byPath.keys()) left.delete(path);
  const reasons = [...problems, ...created.problems].filter(
    ({ severity, file }) =>
      severity === 'error' && left.has(file.slice(places.shown.length + 1)),
  );
  return { rows: listRights([...byPath.values()], files), problems: sortProblems(reasons) };
}
