import { hash } from 'node:crypto';
import { createStory } from '../../content/article/create-story.ts';
import { readContentFile } from '../../content/article/read-content-file.ts';
import type { PublicationSettings } from '../../content/settings/publication-settings.ts';
import { formatProblem } from '../../system/problems/format-problem.ts';
import type { Draft } from '../draft.ts';
import { fileNameOf } from './file-name.ts';
import { formatContentFile } from './format-content-file.ts';
import { prepareDraft, type TargetSite } from './prepare-draft.ts';

/** The result of checking a draft, before it has a file. */
export interface CheckedDraft {
  /** File name without extension. */
  readonly name: string;
  /** Why it cannot be written. */
  readonly fault?: string;
}

/** Validates the content file that a draft would become, as a build does. */
export function checkDraft(draft: Draft, site: TargetSite): CheckedDraft {
  const name = fileNameOf(draft);
  const file = `${name}.md`;
  // Refuses early: in some feeds most entries have no date, and rendering them would be wasted.
  if (draft.fields.date === undefined && !draft.isPage && !draft.person)
    return { name, fault: noDate };
  const text = formatContentFile(prepareDraft(draft, file, site, () => false));
  const fault = findContentError(text, file, site.publication);
  return { name, fault };
}

/** The refusal of a source without a date. */
const noDate =
  'it has no date; add one to the source or give one with --date, and import it again';

/**
 * Validates a content file as `npm run check` does. Returns the first error with its cure,
 * otherwise undefined.
 */
export function findContentError(
  text: string,
  path: string,
  publication: PublicationSettings,
): string | undefined {
  const { size, nesting } = publication.limits;
  if (Buffer.byteLength(text) > size) {
    return `its content file would be larger than ${size} bytes; raise \`limits.size\` in publication.yaml, or split the article`;
  }
  const { languages } = publication;
  const keyOf = (text: string) => hash('sha256', text);
  const { content, problems } = readContentFile(Buffer.from(text), {
    ...{ path, file: path, languages, nesting, keyOf },
  });
  const all = content ? createStory(content, content, publication).problems : problems;
  const error = all.find(({ severity }) => severity === 'error');
  if (error === undefined) return undefined;
  if (error.field === 'date' && error.message.startsWith('missing')) return noDate;
  return `its content file would not be valid: ${formatProblem(error).replace(/^[^ ]* +/u, '')}`;
}
