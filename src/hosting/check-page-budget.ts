import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HostingError } from './hosting-error.ts';
import { listFiles } from './list-files.ts';
import { type Furniture, kindOfPage, measureFurniture } from './measure-furniture.ts';
import { pageBudget } from './page-budget.ts';

/** No page with fewer bytes can have more furniture than it may. */
const smallest = Math.min(...Object.values(pageBudget));

/** Pages that are named one by one. */
const named = 5;

/**
 * Validates every page below a folder against the budget of its kind (`page-budget.ts`). What
 * people wrote never stops a build: such a page is a warning, a line of what is returned.
 *
 * @throws {HostingError} where the site's own code is too heavy, naming pages and what is large
 */
export function checkPageBudget(folder: string): string[] {
  const pages = listFiles(folder).filter((file) => file.endsWith('.html'));
  const heavy: string[] = [];
  const written: string[] = [];
  for (const page of pages) {
    const bytes = readFileSync(join(folder, page));
    // Most pages are within their budget with all their words: those are not taken apart.
    if (bytes.length <= smallest || bytes.length <= pageBudget[kindOfPage(bytes)]) continue;
    const furniture = measureFurniture(bytes.toString());
    const budget = pageBudget[furniture.kind];
    if (furniture.fixed > budget) heavy.push(describe(page, furniture));
    else if (furniture.total > budget) written.push(describe(page, furniture));
  }
  if (heavy.length > 0) throw new HostingError([...firstOf(heavy), '', CURE].join('\n'));
  return firstOf(written.map((line) => `warning: ${line}; ${ADVICE}`));
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
