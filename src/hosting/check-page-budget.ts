import { HostingError } from './hosting-error.ts';
import { type Furniture, kindOfPage, measureFurniture } from './measure-furniture.ts';
import { pageBudget } from './page-budget.ts';

/** That a page has more bytes around its text than it may. */
export interface PageFault {
  /** `error`: the site's own code is too heavy; `warning`: what people wrote. */
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

/** No page with fewer bytes can have more overhead than it may. */
const smallest = Math.min(...Object.values(pageBudget));

/** Pages that are named one by one. */
const named = 5;

/** Compares a page with the budget of its kind (`page-budget.ts`). `file` names it. */
export function judgePage(file: string, page: Uint8Array): PageFault | undefined {
  if (page.length <= smallest) return undefined;
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
  // Most pages are within their budget with all their words: those are not taken apart.
  if (bytes.length <= pageBudget[kindOfPage(bytes)]) return undefined;
  const furniture = measureFurniture(bytes.toString());
  const budget = pageBudget[furniture.kind];
  if (furniture.fixed > budget) return { severity: 'error', text: describe(file, furniture) };
  if (furniture.total <= budget) return undefined;
  return { severity: 'warning', text: describe(file, furniture) };
}

/**
 * What is said of the pages of a site: a warning for each whose writers are the reason, up to five.
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

function describe(page: string, { kind, total, parts }: Furniture): string {
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
