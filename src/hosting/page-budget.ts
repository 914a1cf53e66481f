import { HostingError } from './hosting-error.ts';
import {
  kindOfPage,
  measureOverhead,
  type Overhead,
  type PageKind,
} from './measure-overhead.ts';

/**
 * How many bytes a page may have without the text that it is about. As written to the disk;
 * compressed, it is about a third. With a text of 700 words an article then fits into the 14,000
 * bytes of the first round trip of a new connection (RFC 6928: ten segments).
 */
export const pageBudget = {
  /**
   * All but the text of the article, its list of sections and its key points. A plain one has 22 KB.
   * The style of what only some have (pictures, tables, a script of their own) is 6 KB; the structured
   * data in nine languages is 5 KB of the same words: 0.8 KB compressed.
   */
  article: 32_000,
  /** Of the front page, lists and the rest: all but `main`. */
  other: 25_000,
} as const satisfies Record<PageKind, number>;

/** A page with more bytes around its text than it may have. */
export interface PageFault {
  /** `error`: by the site's own code; `warning`: by names that people wrote. */
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

/** A page with fewer bytes is always within its budget. */
const smallest = Math.min(...Object.values(pageBudget));

/** The most pages that are named. */
const named = 5;

/** Compares a page with the budget of its kind. `file` names it. */
export function judgePage(file: string, page: Uint8Array): PageFault | undefined {
  if (page.length <= smallest) return undefined;
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
  // Most pages are within their budget with all their text: those need not be measured.
  if (bytes.length <= pageBudget[kindOfPage(bytes)]) return undefined;
  const overhead = measureOverhead(bytes.toString());
  const budget = pageBudget[overhead.kind];
  if (overhead.fixed > budget) return { severity: 'error', text: describe(file, overhead) };
  if (overhead.total <= budget) return undefined;
  return { severity: 'warning', text: describe(file, overhead) };
}

/**
 * The warnings for the pages of a site, up to five.
 *
 * @throws {HostingError} where the site's own code is too heavy, naming pages and what is large
 */
export function formatPageFaults(faults: readonly PageFault[]): string[] {
  const of = (wanted: PageFault['severity']) =>
    faults.filter(({ severity }) => severity === wanted).map(({ text }) => text);
  const heavy = of('error');
  if (heavy.length > 0) throw new HostingError([...firstOf(heavy), '', CURE].join('\n'));
  return firstOf(of('warning').map((line) => `warning: ${line}; ${ADVICE}`));
}

function firstOf(lines: string[]): string[] {
  const more = lines.length - named;
  const first = lines.sort().slice(0, named);
  return more > 0 ? [...first, `… and ${more} more pages`] : first;
}

function describe(page: string, { kind, total, parts }: Overhead): string {
  const largest = parts
    .slice(0, 3)
    .map(([name, bytes]) => `${name} ${bytes}`)
    .join(', ');
  return `${page}: expected at most ${pageBudget[kind]} bytes around the text, got ${total} (${largest})`;
}

const CURE =
  'Readers wait for all of it before they can read. Make it smaller, or raise the budget in ' +
  'src/hosting/page-budget.ts. Nothing was published.';

const ADVICE = 'name fewer sections, languages, pages, topics or authors';
