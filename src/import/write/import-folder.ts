import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PublicationSettings } from '../../content/settings/publication-settings.ts';
import type { Draft, DraftFields, Note } from '../draft.ts';
import { type CheckedDraft, checkDraft } from './check-draft.ts';
import {
  type ExistingFiles,
  loadExistingFiles,
  marksOf,
  marksOfPerson,
} from './existing-files.ts';
import { formatContentFile } from './format-content-file.ts';
import {
  formatLedger,
  type GivenOptions,
  isLedgerPath,
  ledgerKey,
  ledgerPlace,
  loadLedger,
} from './ledger.ts';
import { contentHash, type Placement, placeFile } from './place-file.ts';
import { prepareDraft, type TargetSite } from './prepare-draft.ts';
import { claimKey, ownAddresses } from './site-addresses.ts';
import { writeAtomically } from './write-atomically.ts';

interface ImportFolderOptions extends TargetSite {
  readonly force: boolean;
  /** Reports what would be done, and writes nothing. */
  readonly dryRun: boolean;
  /** Whether a path below the folder is not content. */
  readonly isLeftOut: (path: string) => boolean;
}

/**
 * Writes pictures next to the content file at `path`. `wasImported`: an earlier import wrote it.
 */
export type WritePictures = (path: string, wasImported: boolean) => Promise<void>;

/** Writes drafts as content files of one folder, one after the other. */
export interface ImportFolder {
  /**
   * Writes a draft's content file, or returns why not. Calls `writePictures` first, so that no file
   * refers to a missing picture. `checked` is the result of an earlier `checkDraft`.
   */
  readonly put: (
    draft: Draft,
    writePictures?: WritePictures,
    checked?: CheckedDraft,
  ) => Promise<Placement & { readonly notes: readonly Note[] }>;
  /** The options that `remember` stored for a source, in this import or an earlier one. */
  readonly recall: (source: string) => GivenOptions;
  readonly remember: (source: string, given: GivenOptions) => void;
  /** Writes the ledger. */
  readonly save: () => Promise<void>;
}

/** Files written between two saves of the ledger. */
const saveEvery = 200;

/** Opens a folder for imports. It need not exist. */
export async function openImportFolder(
  path: string,
  options: ImportFolderOptions,
): Promise<ImportFolder> {
  const { publication, force, dryRun, isLeftOut } = options;
  const folder = resolve(path);
  const ledger = await loadLedger(folder);
  let saved = formatLedger(folder, ledger).text;
  let unsaved = 0;
  let found: Promise<ExistingFiles> | undefined;
  const known = () => {
    found ??= loadExistingFiles(folder, publication, isLeftOut);
    return found;
  };
  const save = async () => {
    const { path, text } = formatLedger(folder, ledger);
    if (text !== saved && !dryRun) await writeAtomically(path, text);
    saved = text;
    unsaved = 0;
  };
  const put: ImportFolder['put'] = async (draft, writePictures, checked) => {
    const { name, fault } = checked ?? checkDraft(draft, options);
    if (fault !== undefined) return { outcome: 'refused', reason: fault, notes: draft.notes };
    const claims = await claimsOf(draft);
    const prepared = new Map<string, { draft: Draft; text: string }>();
    const prepare = (file: string) => {
      const isTaken = (key: string) => (claims?.get(key) ?? file) !== file;
      const made = prepared.get(file) ?? withText(prepareDraft(draft, file, options, isTaken));
      prepared.set(file, made);
      return made;
    };
    const key = ledgerKey(draft, folder);
    const textOf = (file: string) => prepare(file).text;
    const target = {
      key,
      name,
      textOf,
      marks: draft.person ? marksOfPerson(draft.person) : marksOf(draft.fields),
    };
    const placing = await placeFile(target, { folder, ledger, known, force });
    if (placing.outcome === 'refused') return { ...placing, notes: draft.notes };
    const { file, outcome } = placing;
    const { text, draft: made } = prepare(file);
    const { fields, notes } = made;
    if (outcome === 'kept') return { ...placing, notes };
    const path = resolve(folder, file);
    if (!dryRun) await writePictures?.(path, outcome !== 'made');
    if (outcome !== 'unchanged' && !dryRun) await writeAtomically(path, text);
    if (placing.instead !== undefined && !dryRun) await rm(resolve(folder, placing.instead));
    // Files in deeper folders were moved there by hand; they are found by their source URL.
    if (isLedgerPath(file)) ledger.set(key, { file, hash: contentHash(text) });
    for (const claim of claimsOfFile(fields, file, publication)) claims?.set(claim, file);
    if (++unsaved >= saveEvery) await save();
    return { ...placing, notes };
  };
  /** Addresses of existing files. Not loaded for drafts that claim only their own address. */
  const claimsOf = async ({ fields }: Draft) => {
    const hasOthers = [fields.aliases, fields.source, fields.slug].some(
      (one) => one !== undefined,
    );
    return hasOthers || found !== undefined ? (await known()).byAddress : undefined;
  };
  return {
    put,
    save,
    recall: (source) => ledger.given.get(ledgerPlace(source, folder)) ?? {},
    remember(source, given) {
      const place = ledgerPlace(source, folder);
      const all = { ...ledger.given.get(place), ...given };
      if (Object.keys(all).length > 0) ledger.given.set(place, all);
    },
  };
}

function withText(draft: Draft): { draft: Draft; text: string } {
  return { draft, text: formatContentFile(draft) };
}

function claimsOfFile(
  fields: DraftFields,
  file: string,
  publication: PublicationSettings,
): string[] {
  const addresses = [...ownAddresses(fields, file, publication), ...(fields.aliases ?? [])];
  return addresses.map(claimKey).filter((key) => key !== undefined);
}
