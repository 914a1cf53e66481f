import { hash } from 'node:crypto';
import { createStory } from '../../content/article/create-story.ts';
import { readContentFile } from '../../content/article/read-content-file.ts';
import type { PublicationSettings } from '../../content/settings/publication-settings.ts';
import { formatProblem } from '../../system/problems/format-problem.ts';
import type { Draft } from '../draft.ts';
import { fileNameOf } from './file-name.ts';
import { formatContentFile } from './format-content-file.ts';
import { type OwnSite, prepareDraft } from './prepare-draft.ts';

/** Whether a draft can become a copy, before it has a place in a folder. */
export interface CheckedDraft {
  /** The file's name without ending. */
  readonly name: string;
  /** Why it cannot be written. */
  readonly fault?: string;
}

/** Validates the copy that a draft becomes as a build does. */
export function checkDraft(draft: Draft, site: OwnSite): CheckedDraft {
  const name = fileNameOf(draft);
  const file = `${name}.md`;
  // Most entries of some feeds have no date: nothing need be rendered to refuse them.
  if (draft.fields.date === undefined && !draft.isPage) return { name, fault: noDate };
  const text = formatContentFile(prepareDraft(draft, file, site, () => false));
  const fault = findContentError(text, file, site.publication);
  return { name, ...(fault !== undefined && { fault }) };
}

/** Why a source without a date is refused. */
const noDate =
  'it tells no date, and an article needs one; add it to the source or give it with --date, and import it again';

/**
 * Holds a copy that is about to be written against all that a build asks of one file, as
 * `npm run check` does. Gives the first error as a sentence with what to do, else nothing.
 */
export function findContentError(
  text: string,
  path: string,
  publication: PublicationSettings,
): string | undefined {
  const { size, nesting } = publication.limits;
  if (Buffer.byteLength(text) > size) {
    return `the copy would be larger than ${size} bytes; raise \`limits.size\` in publication.yaml, or split the article`;
  }
  const { languages } = publication;
  const keyOf = (text: string) => hash('sha256', text);
  const { copy, problems } = readContentFile(Buffer.from(text), {
    ...{ path, file: path, languages, nesting, keyOf },
  });
  const all = copy ? createStory(copy, copy, publication).problems : problems;
  const error = all.find(({ severity }) => severity === 'error');
  if (error === undefined) return undefined;
  if (error.field === 'date' && error.got === 'nothing') return noDate;
  return `the copy would not be valid: ${formatProblem(error).replace(/^[^ ]* +/u, '')}`;
}
