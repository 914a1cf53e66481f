import { createPublication } from '../publication/edition/create-publication.ts';
import { listRights, type RightsRow } from '../publication/edition/list-rights.ts';
import { sortProblems } from '../system/problems/format-problem.ts';
import type { Problem } from '../system/problems/problem.ts';
import { type ReadOptions, readContent } from './read-content.ts';

export interface GatheredRights {
  readonly rows: readonly RightsRow[];
  /** Why articles are not in it: the errors of those that cannot be understood. */
  readonly problems: readonly Problem[];
}

/**
 * The rights of every picture of a content folder, drafts and what has other errors included: an
 * editor wants to see most what is not ready yet.
 */
export async function gatherRights(options: ReadOptions): Promise<GatheredRights> {
  const { copies, faulty, publication, files, notes, problems, unread, places } =
    await readContent(options);
  const created = createPublication(
    [...copies.map(({ copy }) => copy), ...faulty],
    publication,
    {
      ...{ now: options.settings.now, drafts: true, files, notes },
      lending: new Set(faulty.map(({ path }) => path)),
    },
  );
  const { byPath } = created.publication;
  const left = new Set([...unread, ...copies.map(({ copy }) => copy.path)]);
  for (const path of byPath.keys()) left.delete(path);
  const reasons = [...problems, ...created.problems].filter(
    ({ severity, file }) =>
      severity === 'error' && left.has(file.slice(places.shown.length + 1)),
  );
  return { rows: listRights([...byPath.values()], files), problems: sortProblems(reasons) };
}
