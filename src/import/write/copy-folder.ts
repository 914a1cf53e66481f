import { resolve } from 'node:path';
import type { PublicationSettings } from '../../publication/publication-settings.ts';
import type { Draft } from '../draft.ts';
import { type CheckedCopy, createCheckedCopy } from './checked-copy.ts';
import { type KnownCopies, loadKnownCopies, marksOf } from './known-copies.ts';
import { formatLedger, type GivenOptions, ledgerKey, loadLedger, placeOf } from './ledger.ts';
import { hashOf, type Placing, placeCopy } from './place-copy.ts';
import { writeWhole } from './write-whole.ts';

export interface CopyFolderOptions {
  readonly publication: PublicationSettings;
  readonly force: boolean;
  /** Says what would be done, and writes nothing. */
  readonly dryRun: boolean;
}

/** Puts pictures beside the copy at `path`; `isOurs`: it was imported before. */
export type Bring = (path: string, isOurs: boolean) => Promise<void>;

/** A folder that drafts become copies in, one after the other. */
export interface CopyFolder {
  /**
   * Writes a draft's copy, or says why not. `bring` puts its pictures beside it, and is called
   * before the copy is written, so that no copy names a picture that is not there. `checked` is
   * the draft's copy where it was made already.
   */
  readonly put: (draft: Draft, bring?: Bring, checked?: CheckedCopy) => Promise<Placing>;
  /** What was given for a source by `remember`, in this import or an earlier one. */
  readonly recall: (source: string) => GivenOptions;
  readonly remember: (source: string, given: GivenOptions) => void;
  /** Writes down what was imported. */
  readonly save: () => Promise<void>;
}

/** How many copies may be written before the ledger is. */
const saveEvery = 200;

/** Opens a folder for imports; it need not be there. */
export async function openCopyFolder(
  path: string,
  { publication, force, dryRun }: CopyFolderOptions,
): Promise<CopyFolder> {
  const folder = resolve(path);
  const ledger = await loadLedger(folder);
  let saved = formatLedger(folder, ledger).text;
  let unsaved = 0;
  let found: Promise<KnownCopies> | undefined;
  const known = () => {
    found ??= loadKnownCopies(folder);
    return found;
  };
  const save = async () => {
    const { path, text } = formatLedger(folder, ledger);
    if (text !== saved && !dryRun) await writeWhole(path, text);
    saved = text;
    unsaved = 0;
  };
  const put: CopyFolder['put'] = async (draft, bring, checked) => {
    const { name, text, fault } = checked ?? createCheckedCopy(draft, publication);
    if (fault !== undefined) return { outcome: 'refused', reason: fault };
    const key = ledgerKey(draft, folder);
    const copy = { key, name, text, marks: marksOf(draft.fields) };
    const placing = await placeCopy(copy, { folder, ledger, known, force });
    if (placing.outcome === 'refused' || placing.outcome === 'kept') return placing;
    const target = resolve(folder, placing.file);
    if (!dryRun) await bring?.(target, placing.outcome !== 'made');
    if (placing.outcome !== 'unchanged' && !dryRun) await writeWhole(target, text);
    // Copies that lie deeper were moved there by hand; they are found by their address.
    if (!placing.file.includes('/'))
      ledger.set(key, { file: placing.file, hash: hashOf(text) });
    if (++unsaved >= saveEvery) await save();
    return placing;
  };
  return {
    put,
    save,
    recall: (source) => ledger.given.get(placeOf(source, folder)) ?? {},
    remember(source, given) {
      const place = placeOf(source, folder);
      const all = { ...ledger.given.get(place), ...given };
      if (Object.keys(all).length > 0) ledger.given.set(place, all);
    },
  };
}
