import { HostingError } from './hosting-error.ts';
import {
  type BudgetKind,
  kindOfPage,
  measureOverhead,
  type Overhead,
} from './measure-overhead.ts';

/**
 * How many bytes a page may have besides its text, uncompressed; compressed it is about a third. With
 * 700 words of text, an article then fits into the 14,000 bytes of the first round trip of a new
 * connection (RFC 6928: ten segments).
 */
export const pageBudget = {
  /**
   * Without the text of the article, its list of sections and its key points. A plain article has
   * 18 KB. Styles that only some articles need (pictures, sections, code, writing systems) are 5 KB;
   * structured data in nine languages is 5 KB, 0.8 KB compressed.
   */
  article: 31_000,
  /** The front page, lists and other pages, without `main`. */
  other: 25_000,
} as const satisfies Record<BudgetKind, number>;

/** A page that exceeds its budget, or lacks the credit of a picture. */
export interface PageFault {
  /** `error`: because of the code of the site; `warning`: because of names in the content, or of a theme. */
  readonly severity: 'error' | 'warning';
  readonly text: string;
  /** Of a warning. Default: about names in the content. */
  readonly advice?: string;
}

/** A smaller page is always within its budget. */
const smallest = Math.min(...Object.values(pageBudget));

/** How many pages a message lists. */
const maxListed = 5;

/** Compares a page with its budget. `file` names the page in the message. */
export function judgePage(file: string, page: Uint8Array): PageFault | undefined {
  if (page.length <= smallest) return undefined;
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
  // Most pages are within their budget even with their text.
  if (bytes.length <= pageBudget[kindOfPage(bytes)]) return undefined;
  const overhead = measureOverhead(bytes.toString());
  const budget = pageBudget[overhead.kind];
  if (overhead.fixed > budget) return { severity: 'error', text: describe(file, overhead) };
  if (overhead.total <= budget) return undefined;
  return { severity: 'warning', text: describe(file, overhead) };
}

/**
 * Formats up to five warnings about the pages of a site.
 *
 * @throws {HostingError} if the code of the site is too large, listing pages and their largest parts
 */
export function formatPageFaults(faults: readonly PageFault[]): string[] {
  const faultsOf = (wanted: PageFault['severity']) =>
    faults.filter(({ severity }) => severity === wanted);
  const errors = faultsOf('error').map(({ text }) => text);
  if (errors.length > 0) throw new HostingError([...firstOf(errors), '', CURE].join('\n'));
  return firstOf(
    faultsOf('warning').map(({ text, advice = ADVICE }) => `warning: ${text}; ${advice}`),
  );
}

function firstOf(lines: string[]): string[] {
  const more = lines.length - maxListed;
  const first = lines.sort().slice(0, maxListed);
  return more > 0 ? [...first, `… and ${more} more pages`] : first;
}

function describe(page: string, { kind, total, fixed, parts }: Overhead): string {
  const largest = parts
    .slice(0, 3)
    .map(([name, bytes]) => `${name} ${bytes}`)
    .join(', ');
  return `${page}: expected at most ${pageBudget[kind]} bytes besides the text, got ${total} (${largest}; ${fixed} in every such page)`;
}

const CURE =
  'Readers wait for these bytes before they can read. Reduce them, or raise the budget in ' +
  'src/hosting/page-budget.ts. Nothing was published.';

const ADVICE = 'use fewer or shorter names of sections, languages, pages, topics or authors';
