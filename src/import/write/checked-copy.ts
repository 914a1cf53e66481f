import type { PublicationSettings } from '../../publication/publication-settings.ts';
import type { Draft } from '../draft.ts';
import { checkDraft, noDate } from './check-draft.ts';
import { formatCopy } from './format-copy.ts';
import { nameOf } from './name-of.ts';

/** The copy that a draft becomes, before it has a place in a folder. */
export interface CheckedCopy {
  /** The file's name without ending. */
  readonly name: string;
  readonly text: string;
  /** Why it cannot be written. */
  readonly fault?: string;
}

/** Makes the copy of a draft, and validates it as a build does. */
export function createCheckedCopy(draft: Draft, publication: PublicationSettings): CheckedCopy {
  const name = nameOf(draft);
  const text = formatCopy(draft);
  // Most entries of some feeds have no date: nothing need be rendered to refuse them.
  const isUndated = draft.fields.date === undefined;
  const fault = isUndated ? noDate : checkDraft(text, name, publication);
  return { name, text, ...(fault !== undefined && { fault }) };
}
