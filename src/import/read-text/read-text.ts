import type { Drafts, ImportOptions, SourceFile } from '../draft.ts';

/** Plain text -> a draft (contracts, section 6). */
export function readText(file: SourceFile, _options: ImportOptions): Drafts {
  return { drafts: [], refused: [{ source: file.source, reason: 'not yet' }] };
}
