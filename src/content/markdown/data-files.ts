import type { DataReading } from '../data/read-data-file.ts';

/** A data file that an article names, as it was read. */
export interface DataFile {
  /** Path as shown in problems. */
  readonly file: string;
  /** Absent if there is no such file. */
  readonly reading?: DataReading;
  /** Why there is none, and what to do. */
  readonly fault?: { readonly got: string; readonly cure: string };
}

/** By the address as written: `data.csv`. */
export type DataFiles = ReadonlyMap<string, DataFile>;

const named =
  /^[ \t>\-+*\d.)]*::[ \t]*(?:table|chart)\b[^\n]*?\bfile\s*=\s*(?:"(?<double>[^"\n]+)"|'(?<single>[^'\n]+)'|(?<bare>[^\s"'{}]+))/gimu;

/**
 * The addresses of the data files that a text names: `::table{file=data.csv}`. May also find some
 * in code.
 */
export function findDataFiles(body: string): string[] {
  if (!body.includes('::')) return [];
  return [...new Set([...body.matchAll(named)].map((match) => toNamed(match).address))];
}

/** The data file that a directive names, and the range of its name with quotation marks. */
export function findDataFile(
  written: string,
): { readonly address: string; readonly range: readonly [number, number] } | undefined {
  const [match] = written.matchAll(named);
  return match && toNamed(match);
}

function toNamed({ 0: all, index, groups }: RegExpExecArray) {
  const { double, single, bare } = groups ?? {};
  const address = double ?? single ?? bare ?? '';
  const end = index + all.length;
  const length = address.length + (bare === undefined ? 2 : 0);
  return { address, range: [end - length, end] as const };
}
