import { createPublication } from '../publication/edition/create-publication.ts';
import { listRights, type RightsRow } from '../publication/edition/list-rights.ts';
import { sortProblems } from '../system/problems/format-problem.ts';
import type { Problem } from '../system/problems/problem.ts';
import { type ReadContentOptions, readContent } from './read-content.ts';

export interface GatheredRights {
  readonly rows: readonly RightsRow[];
  /** The errors of content files that are not in the list because of them. */
  readonly problems: readonly Problem[];
}

/**
 * Lists the rights of all pictures of a content folder, including those of drafts and of articles with
 * other errors, since editors check most what is not published yet.
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
  const excluded = new Set([...unread, ...contentFiles.map(({ content }) => content.path)]);
  for (const path of byPath.keys()) excluded.delete(path);
  const reasons = [...problems, ...created.problems].filter(
    ({ severity, file }) =>
      severity === 'error' && excluded.has(file.slice(places.shown.length + 1)),
  );
  return { rows: listRights([...byPath.values()], files), problems: sortProblems(reasons) };
}
