import { availableParallelism } from 'node:os';
import { PassingError } from '../hosting/hosting-error.ts';
import type { Problem } from '../system/problems/problem.ts';
import { type Loss, runJobs } from '../system/processes/run-jobs.ts';
import { workerScript } from '../system/processes/worker-script.ts';
import type { Printed } from './ledger.ts';
import { type PrintOptions, printSheet } from './print-sheet.ts';
import type { Recipe } from './sheet.ts';
import { InvalidTheme } from './theme-problem.ts';

export interface PrintJob {
  readonly file: string;
  readonly recipe: Recipe;
}

export type PrintReport = { readonly file: string } & Printed;

/** Sheets that are sent to a child in one message, since each message has a cost. */
export interface PrintBatch {
  readonly jobs: readonly PrintJob[];
}

/** The reports of one batch. */
export interface PrintReports {
  readonly reports: readonly PrintReport[];
  /** Of the theme: the rest of the batch was not printed. */
  readonly problems?: readonly Problem[];
}

/** Fewer sheets than this are printed in this process: starting children takes as long as printing them. */
const fewSheets = 400;

/** One child process is started for this many cards, where it prints nothing else. */
const cardsPerChild = 12;

/** The three formats of a feed, which share the texts of their entries, are mostly in one batch. */
const sheetsPerBatch = 6;

/** For a batch. */
const timeoutSeconds = { sheets: 60, card: 20 } as const;

/** A card is left without everything that cannot be drawn. If this many processes are lost, no build can draw it. */
const maxLosses = 3;

/**
 * Prints files: many of them in one child process for each core, few of them in this process. Cards are
 * always printed in child processes, since native code may crash or hang.
 *
 * @param next gives the next file and its recipe; undefined where none is left
 * @param onPrinted called for each printed file
 * @param worker the script of child processes
 * @throws {InvalidTheme} where a component of the theme throws
 * @throws {Error} where a file cannot be printed; for a disk error with its `code` and `path`
 */
export async function printAll(
  next: Next,
  options: PrintOptions,
  onPrinted: (file: string, printed: Printed) => void,
  worker: string = workerScript('press/print-worker'),
): Promise<void> {
  const print = (next: Next, children: number) =>
    printInChildren(next, { ...{ children, worker, onPrinted }, shared: options });
  const first: PrintJob[] = [];
  for (let job = await next(); job !== undefined; job = await next()) {
    first.push(job);
    if (first.length === fewSheets) {
      const all = async () => first.shift() ?? (await next());
      const { pages, rest } = splitAtCards(all);
      await print(pages, availableParallelism());
      // By other processes, so that none has the memory of templates and of fonts.
      return print(rest, availableParallelism());
    }
  }
  const cards = first.filter(isCard);
  const children = Math.min(availableParallelism(), Math.ceil(cards.length / cardsPerChild));
  const drawing = print(async () => cards.shift(), children);
  // Ends with the drawing, whichever fails.
  const printing = async () => {
    for (const { file, recipe } of first)
      if (recipe.form !== 'card') onPrinted(file, await printSheet(file, recipe, options));
  };
  for (const end of await Promise.allSettled([printing(), drawing]))
    if (end.status === 'rejected') throw end.reason;
}

/** Divides files before the first card. `rest` is for when there are no more `pages`. */
function splitAtCards(next: Next): { readonly pages: Next; readonly rest: Next } {
  const held: PrintJob[] = [];
  return {
    pages: async () => {
      if (held.length > 0) return undefined;
      const job = await next();
      // Several processes may wait for a job when the first card comes.
      if (job === undefined || (held.length === 0 && !isCard(job))) return job;
      held.push(job);
      return undefined;
    },
    rest: async () => held.shift() ?? (await next()),
  };
}

/** Gives the next file; undefined where none is left. */
type Next = () => Promise<PrintJob | undefined>;

interface ChildOptions {
  readonly children: number;
  readonly worker: string;
  readonly shared: PrintOptions;
  readonly onPrinted: (file: string, printed: Printed) => void;
}

async function printInChildren(
  next: Next,
  { children, worker, shared, onPrinted }: ChildOptions,
): Promise<void> {
  const waiting: PrintJob[] = [];
  const take = async () => waiting.shift() ?? (await next());
  await runJobs<PrintBatch, PrintReports>({
    script: worker,
    children,
    ahead: 2,
    timeoutSeconds: ({ jobs }) => timeoutSeconds[jobs.some(isCard) ? 'card' : 'sheets'],
    next: async () => {
      const jobs: PrintJob[] = [];
      for (let job = await take(); job !== undefined; job = await take()) {
        // A card is a batch of its own, so that nothing else is lost with it.
        if (isCard(job) && jobs.length > 0) {
          waiting.unshift(job);
          break;
        }
        jobs.push(job);
        if (isCard(job) || jobs.length === sheetsPerBatch) break;
      }
      return jobs.length > 0 ? { jobs } : undefined;
    },
    shared,
    // Batches are printed in order.
    onReport: ({ reports, problems }, [batch]) => {
      if (problems) throw new InvalidTheme(problems);
      for (const { file, ...report } of reports) onPrinted(file, report);
      return batch;
    },
    onLost: ({ jobs }, loss) => {
      const [job] = jobs;
      const simpler = job && withLoss(job, loss);
      if (simpler) {
        waiting.push(simpler);
        return;
      }
      const files = jobs.map(({ file }) => file).join(', ');
      throw new PassingError(
        `one of ${files}: ${loss === 'time' ? `not printed within ${timeoutSeconds.sheets} s` : 'the process that printed it crashed'}; build again`,
      );
    },
  });
}

function isCard({ recipe }: PrintJob): boolean {
  return recipe.form === 'card';
}

/** The job of a simpler card; undefined where there is none. */
function withLoss({ file, recipe }: PrintJob, loss: Loss): PrintJob | undefined {
  if (recipe.form !== 'card') return undefined;
  const times = (recipe.lost?.times ?? 0) + 1;
  if (times === maxLosses) return undefined;
  const failure =
    loss === 'time' ? `no card within ${timeoutSeconds.card} s` : 'a crash of the renderer';
  return { file, recipe: { ...recipe, lost: { times, failure } } };
}
