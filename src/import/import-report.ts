import { countOf } from '../system/problems/count-of.ts';
import { toPrintableLine } from '../system/problems/printable.ts';
import { terminal } from '../system/terminal/terminal.ts';
import type { ImportResult } from './import-sources.ts';
import { formatNote, formatRefusal, sortNotes } from './notes.ts';

interface ReportOptions {
  readonly to: string;
  readonly json: boolean;
  readonly dryRun: boolean;
  readonly strict: boolean;
  /** Number of sources. */
  readonly total: number;
}

interface ImportReport {
  readonly add: (result: ImportResult) => void;
  /** Counts one more finished source. */
  readonly step: () => void;
  readonly close: (stopped: boolean) => { readonly failed: boolean };
}

const outcomes = ['made', 'updated', 'unchanged', 'kept', 'refused'] as const;

const words = {
  made: 'made',
  updated: 'updated',
  unchanged: 'unchanged',
  kept: 'kept because edited',
  refused: 'refused',
} as const satisfies Record<(typeof outcomes)[number], string>;

/**
 * Prints the report of an import as it runs: lines on standard output (with `json` one object per
 * line), progress on standard error for more than one source. Keeps only counts in memory.
 */
export function createImportReport(options: ReportOptions): ImportReport {
  const { to, json, dryRun, strict, total } = options;
  const counts = { made: 0, updated: 0, unchanged: 0, kept: 0, refused: 0 };
  let doubtful = 0;
  let done = 0;
  let reported = 0;
  let last = '';
  const repeated = createRepeatedLines();
  /** Shown for a single source as well if it has several articles. */
  const showProgress = () => {
    if (total < 2 && reported < 2) return;
    const more = reported > done ? `, ${countOf(reported, 'article')}` : '';
    terminal().progress('Sources read', { done, total, more });
  };
  const addResult = (result: ImportResult) => {
    print(result);
    reported++;
    if (reported > done + 1) showProgress();
  };
  const print = (result: ImportResult) => {
    const { outcome, refusal } = result;
    const [source, file] = [result.source, result.file].map(
      (name) => name && toPrintableLine(name),
    );
    last = source ?? '';
    counts[outcome]++;
    const notes = sortNotes(result.notes);
    doubtful += notes.filter(({ certainty }) => certainty === 'doubtful').length;
    if (refusal && !repeated.shows(`refused: ${refusal.reason}`)) return;
    if (json) {
      console.log(JSON.stringify({ source, outcome, file, notes, reason: refusal?.reason }));
      return;
    }
    // Notes of unchanged files were reported by an earlier run; repeat them only where --strict
    // fails because of them.
    const isNews = outcome !== 'unchanged';
    for (const note of notes)
      if (isNews || (strict && note.certainty === 'doubtful'))
        if (repeated.shows(`${note.field}: ${note.message} (${note.certainty})`))
          terminal().info(formatNote(source ?? '', note));
    if (!isNews) return;
    if (refusal) terminal().print(toPrintableLine(formatRefusal(refusal)));
    if (outcome === 'kept')
      terminal().info(
        `${source}  kept: ${to}/${file} ${whyKept(file)}; replace it with --force`,
      );
    else if (file !== undefined) terminal().info(`${source}  ${words[outcome]}: ${to}/${file}`);
  };
  const step = () => {
    done++;
    for (const more of repeated.flush())
      if (json) console.log(JSON.stringify({ source: last, more }));
      else terminal().info(toPrintableLine(`${last}  ${more}`));
    showProgress();
  };
  const close = (stopped: boolean) => {
    const failed = counts.refused > 0 || (strict && doubtful > 0);
    if (json) {
      console.log(JSON.stringify({ summary: { ...counts, doubtful, stopped, dryRun } }));
      return { failed };
    }
    const parts = outcomes.map((outcome) => `${counts[outcome]} ${words[outcome]}`);
    const end = dryRun ? '; dry run: nothing was written' : '';
    terminal().print(`${parts.join(', ')}; ${doubtful} doubtful${end}`);
    if (stopped)
      terminal().print(`stopped after ${done} of ${total}; run it again to continue`);
    if (strict && doubtful > 0) terminal().print('--strict: doubtful notes count as errors');
    return { failed };
  };
  return { add: addResult, step, close };
}

/** Maximum of lines with the same words per source. */
const maxAlike = 20;

/** Maximum of note lines per source. */
const maxTotal = 2000;

/** Limits the lines printed for one source, whose articles may all have the same notes. */
interface RepeatedLines {
  /** Whether to print the next line with these words; otherwise it is counted. */
  readonly shows: (words: string) => boolean;
  /** The counts as sentences. Resets the counts. */
  readonly flush: () => string[];
}

export function createRepeatedLines(): RepeatedLines {
  let shown = 0;
  let others = 0;
  const counts = new Map<string, number>();
  return {
    shows(words) {
      const count = counts.get(words);
      if (count === undefined && shown >= maxTotal) {
        others += 1;
        return false;
      }
      counts.set(words, (count ?? 0) + 1);
      if ((count ?? 0) >= maxAlike) return false;
      shown += 1;
      return true;
    },
    flush() {
      const sentences = [...counts]
        .filter(([, count]) => count > maxAlike)
        .map(([words, count]) => `${words}: ${count - maxAlike} more times`);
      if (others > 0) sentences.push(`${others} more notes not shown`);
      counts.clear();
      [shown, others] = [0, 0];
      return sentences;
    },
  };
}

function whyKept(file: string | undefined): string {
  return file?.startsWith('people/')
    ? 'describes this person already'
    : 'was edited since its import';
}
