import type { Draft } from '../draft.ts';
import { checkDraft, noDate } from './check-draft.ts';
import { formatContentFile } from './format-content-file.ts';
import { nameOf } from './name-of.ts';
import { type OwnSite, settleDraft } from './settle-draft.ts';

/** Whether a draft can become a copy, before it has a place in a folder. */
export interface CheckedFile {
  /** The file's name without ending. */
  readonly name: string;
  /** Why it cannot be written. */
  readonly fault?: string;
}

/** Validates the copy that a draft becomes as a build does. */
export function createCheckedFile(draft: Draft, site: OwnSite): CheckedFile {
  const name = nameOf(draft);
  const file = `${name}.md`;
  // Most entries of some feeds have no date: nothing need be rendered to refuse them.
  if (draft.fields.date === undefined && !draft.isPage) return { name, fault: noDate };
  const text = formatContentFile(settleDraft(draft, file, site, () => false));
  const fault = checkDraft(text, file, site.publication);
  return { name, ...(fault !== undefined && { fault }) };
}
