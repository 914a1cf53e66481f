import { formatNote, formatRefusal, sortNotes } from './format-note.ts';
import type { ImportResult } from './import-sources.ts';

export interface ReportOptions {
  readonly to: string;
  readonly json: boolean;
  readonly dryRun: boolean;
  readonly strict: boolean;
  /** How many sources there are. */
  readonly total: number;
}

export interface ImportReport {
  readonly tell: (result: ImportResult) => void;
  /** One more source is done. */
  readonly step: () => void;
  readonly close: (stopped: boolean) => { readonly failed: boolean };
}

const outcomes = ['made', 'updated', 'unchanged', 'kept', 'refused'] as const;

const words = {
  made: 'made',
  updated: 'brought up to date',
  unchanged: 'unchanged',
  kept: 'kept because edited',
  refused: 'refused',
} as const satisfies Record<(typeof outcomes)[number], string>;

/** How many sources or articles go by between two lines of progress where nobody watches a terminal. */
const stepsPerLine = 100;

/**
 * Prints the report of an import as it goes: lines on standard output (with `json` one object a
 * line), progress on standard error where there is more than one source. Keeps counts only.
 */
export function createImportReport(options: ReportOptions): ImportReport {
  const { to, json, dryRun, strict, total } = options;
  const counts = { made: 0, updated: 0, unchanged: 0, kept: 0, refused: 0 };
  let doubtful = 0;
  let done = 0;
  let told = 0;
  const isWatched = process.stderr.isTTY;
  const clear = () => {
    if (isWatched) process.stderr.write('\r\u001B[K');
  };
  /** One source may hold thousands of articles. */
  const showProgress = () => {
    const articles = told > done ? `, ${told} articles` : '';
    const text = `${done} of ${total}${articles}`;
    if (total < 2 && told < 2) return;
    if (isWatched) process.stderr.write(`\r\u001B[K${bar(done / total)} ${text}`);
    else if (Math.max(done, told) % stepsPerLine === 0) process.stderr.write(`${text}\n`);
  };
  const tell = (result: ImportResult) => {
    print(result);
    told++;
    if (told > done + 1) showProgress();
  };
  const print = (result: ImportResult) => {
    const { source, outcome, file, refusal } = result;
    counts[outcome]++;
    const notes = sortNotes(result.notes);
    doubtful += notes.filter(({ certainty }) => certainty === 'doubtful').length;
    clear();
    if (json) {
      console.log(JSON.stringify({ source, outcome, file, notes, reason: refusal?.reason }));
      return;
    }
    // What an earlier run has told of a copy is not told again, unless it fails this one.
    const isNews = outcome !== 'unchanged';
    for (const note of notes)
      if (isNews || (strict && note.certainty === 'doubtful'))
        console.log(formatNote(source, note));
    if (!isNews) return;
    if (refusal) console.log(formatRefusal(refusal));
    if (outcome === 'kept')
      console.log(
        `${source}  kept: ${to}/${file} is not as an import left it; --force replaces it`,
      );
    else if (file !== undefined) console.log(`${source}  ${words[outcome]}: ${to}/${file}`);
  };
  const step = () => {
    done++;
    showProgress();
  };
  const close = (stopped: boolean) => {
    clear();
    const failed = counts.refused > 0 || (strict && doubtful > 0);
    if (json) {
      console.log(JSON.stringify({ summary: { ...counts, doubtful, stopped, dryRun } }));
      return { failed };
    }
    const parts = outcomes.map((outcome) => `${counts[outcome]} ${words[outcome]}`);
    const end = dryRun ? '; a dry run: nothing was written' : '';
    console.log(`${parts.join(', ')}; ${doubtful} doubtful${end}`);
    if (stopped) console.log(`stopped after ${done} of ${total}; run it again to go on`);
    if (strict && doubtful > 0) console.log('--strict: what is doubtful counts as an error');
    return { failed };
  };
  return { tell, step, close };
}

function bar(share: number): string {
  const full = Math.round(share * 20);
  return `[${'='.repeat(full)}${' '.repeat(20 - full)}]`;
}
