import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { hostedSiteFile, hostFiles } from '../hosting/hosts/host-files.ts';
import { toHeadersFile, toRedirectsFile } from '../hosting/hosts/to-rule-files.ts';
import { formatFileList, type ListedFile } from '../hosting/output/file-list.ts';
import type { OutputPart } from '../hosting/output/output-folders.ts';
import { formatPageFaults, type PageFault } from '../hosting/page-budget.ts';
import { formatCardProblems } from '../outputs/share-card/card-problems.ts';
import type { HostedSite } from '../security/hosted-site.ts';
import { type FolderFacts, unchangedFacts } from '../system/cache/cached-folder.ts';
import { hashCode } from '../system/cache/hash-code.ts';
import type { FolderScan } from '../system/cache/scan-folder.ts';
import { hasPieces, writePieces } from '../system/cache/text-files.ts';
import type { Problem } from '../system/problems/problem.ts';
import { terminal } from '../system/terminal/terminal.ts';
import { changedInputs, hashInputs, keyOf, type Reason } from './explain-print.ts';
import {
  keepPressLedger,
  loadPressLedger,
  type PressLedger,
  type PrintedSheet,
  type SheetCounts,
  sumOf,
  toPrintedSheet,
  unfinished,
} from './ledger.ts';
import { printAll } from './print-pool.ts';
import type { PrintOptions } from './print-sheet.ts';
import type { Recipe, Sheet, SheetKind } from './sheet.ts';

export interface PrintSiteOptions extends PrintOptions {
  /** The previous output, which need not exist. Files for hosts are in `${out}-hosting`. */
  readonly out: string;
  /** The state of the previous output. */
  readonly scan: Promise<FolderScan>;
  /** The ledger: a path below `cacheDir`. */
  readonly ledger: string;
  /** Called for each file of the previous output that is kept. */
  readonly keep: (part: OutputPart, file: string) => void;
  /** Whether to print all sheets, changed or not. */
  readonly force: boolean;
  /** The file whose reason is wanted. */
  readonly why?: string;
}

/** What was printed, and why. */
export interface PrintedSite {
  readonly ledger: PressLedger;
  readonly counts: SheetCounts;
  /** Bytes of the files that were printed. */
  readonly printedBytes: number;
  /** Why the file `why` was printed or kept. */
  readonly reason?: Reason;
}

/** A sheet whose file is as its inputs want it, or one to print. */
export type Decision =
  | { readonly file: string; readonly kept: PrintedSheet }
  | {
      readonly file: string;
      readonly sheet: Pick<PrintedSheet, 'kind' | 'key' | 'parts'>;
      readonly recipe: Recipe;
    };

export interface DecideOptions {
  /** What the last build printed. */
  readonly before: PressLedger;
  /** A hash of everything that is not an input: see `codeOf`. */
  readonly code: string;
  /** Gives the facts of the files of a sheet that are unchanged, or undefined. */
  readonly unchanged: (files: FolderFacts) => FolderFacts | undefined;
  /** Whether to print all sheets, changed or not. */
  readonly force: boolean;
}

/** A hash of everything that printed files depend on except their inputs. */
export function codeOf({
  precompress,
  theme,
}: Pick<PrintOptions, 'precompress' | 'theme'>): string {
  return [hashCode(), precompress, theme?.hash].join();
}

/**
 * Decides for each sheet whether its file is kept: its code and its inputs are those of the last build, and its
 * file is unchanged.
 *
 * @throws {Error} where two sheets have one address
 */
export async function* decideSheets(
  sheets: AsyncIterable<Sheet>,
  { before, code, unchanged, force }: DecideOptions,
): AsyncGenerator<Decision> {
  const seen = new Set<string>();
  for await (const { file, kind, inputs, recipe } of sheets) {
    if (seen.has(file)) throw new Error(`two sheets have one address: ${file}`);
    seen.add(file);
    const given = inputs();
    const key = keyOf(code, kind, given);
    const was = before.sheets.get(file);
    const files = was?.key === key && !force ? unchanged(was.files) : undefined;
    if (was !== undefined && files !== undefined)
      yield { file, kept: files === was.files ? was : { ...was, files } };
    else
      yield {
        file,
        sheet: { kind, key, parts: hashInputs(given) },
        recipe: recipe(given),
      };
  }
}

/**
 * Prints each sheet whose code or inputs have changed since the last build, or whose file in the
 * output has. Keeps all others.
 */
export async function printSheets(
  sheets: AsyncIterable<Sheet>,
  options: PrintSiteOptions,
): Promise<PrintedSite> {
  const { out, folder, view, contentDir, cacheDir } = options;
  const { templates, theme, keep, precompress, force, why } = options;
  const scan = await options.scan;
  const before = loadPressLedger(cacheDir, options.ledger);
  const code = codeOf(options);
  const shared = hashInputs({ ...view });
  const printed = new Map<string, PrintedSheet>();
  const counter = createCounter();
  const waiting = new Map<string, Pick<PrintedSheet, 'kind' | 'key' | 'parts'>>();
  let reason: Reason | undefined;
  const decisions = decideSheets(sheets, {
    ...{ before, code, force },
    unchanged: (files) => unchangedFacts(out, files, scan),
  });
  const next = async () => {
    for (let item = await decisions.next(); !item.done; item = await decisions.next()) {
      const { file } = item.value;
      if ('kept' in item.value) {
        const { kept } = item.value;
        if (file === why) reason = { kind: 'kept' };
        printed.set(file, kept);
        counter.count('kept', kept.kind);
        for (const { file } of kept.files) keep('', file);
        continue;
      }
      const { sheet, recipe } = item.value;
      if (file === why) reason = reasonOf(sheet, before.sheets.get(file));
      waiting.set(file, sheet);
      return { file, recipe };
    }
    return undefined;
  };
  const reasonOf = (
    { key, parts }: Pick<PrintedSheet, 'key' | 'parts'>,
    was: PrintedSheet | undefined,
  ): Reason => {
    if (force) return { kind: 'forced' };
    if (was === undefined) return { kind: 'new' };
    if (before.code !== code) return { kind: 'code' };
    if (was.key === key) return { kind: 'output' };
    if (was.key === unfinished) return { kind: 'unfinished' };
    const changed = changedInputs(was.parts, parts).flatMap((name) =>
      name === 'view'
        ? changedInputs(before.shared, shared).map((part) => `view.${part}`)
        : [name],
    );
    return { kind: 'inputs', changed };
  };
  let done = 0;
  let printedBytes = 0;
  await printAll(
    next,
    { view, contentDir, folder, cacheDir, templates, theme, precompress },
    (file, facts) => {
      const sheet = waiting.get(file);
      if (sheet === undefined) throw new Error(`${file} was printed twice`);
      waiting.delete(file);
      printed.set(file, toPrintedSheet(sheet, facts));
      counter.count('printed', sheet.kind);
      for (const { size } of facts.files) printedBytes += size;
      done += 1;
      const total = Math.max(done, before.sheets.size - counter.sum('kept'));
      terminal().progress('Files printed', { done, total });
    },
  );
  for (const [file, { kind }] of before.sheets)
    if (!printed.has(file)) counter.count('removed', kind);
  warnOfPrinted(printed.values());
  const ledger = { code, shared, sheets: printed };
  await keepPressLedger(cacheDir, options.ledger, ledger, before);
  return { ledger, counts: counter.counts, printedBytes, reason };
}

/** Prints the warnings about printed files, also about those that an earlier build printed. */
export function warnOfPrinted(sheets: Iterable<PrintedSheet>): void {
  const faults: PageFault[] = [];
  const found: Problem[] = [];
  for (const { fault, problems = [] } of sheets) {
    if (fault !== undefined) faults.push(fault);
    found.push(...problems);
  }
  for (const line of [...formatPageFaults(faults), ...formatCardProblems(found)])
    terminal().warn(line);
}

export function createCounter() {
  type What = keyof SheetCounts;
  const counts: Record<What, Partial<Record<SheetKind, number>>> = {
    printed: {},
    kept: {},
    removed: {},
  };
  return {
    counts,
    count: (what: What, kind: SheetKind) => {
      counts[what][kind] = (counts[what][kind] ?? 0) + 1;
    },
    sum: (what: What) => sumOf(counts[what]),
  };
}

/** `_headers` and `_redirects`, which hosts read from the site itself. */
export function* hostSheets(site: HostedSite): Generator<Sheet> {
  const texts = { _headers: toHeadersFile(site, '/'), _redirects: toRedirectsFile(site, '/') };
  for (const [file, text] of Object.entries(texts))
    yield {
      file,
      kind: 'host',
      inputs: () => text,
      recipe: () => ({ form: 'bytes', bytes: text }),
    };
}

/** Writes the list of all files, and configuration files for hosts, into a folder beside the site. */
export function writeHostFiles(
  site: HostedSite,
  ledger: PressLedger,
  { folder, out, keep }: Pick<PrintSiteOptions, 'folder' | 'out' | 'keep'>,
): void {
  const beside = `${folder}-hosting`;
  mkdirSync(beside);
  const put = (name: string, pieces: () => Iterable<string>) => {
    if (hasPieces(join(`${out}-hosting`, name), pieces())) keep('-hosting', name);
    else writePieces(join(beside, name), pieces());
  };
  put('files.json', () => formatFileList(filesOf(ledger)));
  put(hostedSiteFile, () => [`${JSON.stringify(site)}\n`]);
  for (const { file, format } of Object.values(hostFiles)) put(file, () => [format(site)]);
}

function* filesOf(ledger: PressLedger): Generator<ListedFile> {
  for (const { files } of ledger.sheets.values()) yield* files;
}
