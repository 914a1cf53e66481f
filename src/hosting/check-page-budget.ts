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
 * Holds every page below a folder against the budget of its kind (`page-budget.ts`).
 *
 * @throws {HostingError} naming the pages that pass it, what is large there, and the cure
 */
export function checkPageBudget(folder: string): void {
  const pages = listFiles(folder).filter((file) => file.endsWith('.html'));
  const over: string[] = [];
  for (const page of pages) {
    const bytes = readFileSync(join(folder, page));
    // Most pages are within their budget with all their words: those are not taken apart.
    if (bytes.length <= smallest || bytes.length <= pageBudget[kindOfPage(bytes)]) continue;
    const furniture = measureFurniture(bytes.toString());
    if (furniture.total > pageBudget[furniture.kind]) over.push(describe(page, furniture));
  }
  if (over.length === 0) return;
  over.sort();
  const more = over.length > named ? [`… and ${over.length - named} more pages`] : [];
  throw new HostingError([...over.slice(0, named), ...more, '', CURE].join('\n'));
}

function describe(page: string, { kind, total, parts }: Furniture): string {
  const largest = parts
    .slice(0, 3)
    .map(([name, bytes]) => `${name} ${bytes}`)
    .join(', ');
  return `${page}: expected at most ${pageBudget[kind]} bytes around the text, got ${total} (${largest})`;
}

const CURE =
  'Readers wait for all of it before they can read. Name fewer sections, languages, pages, ' +
  'topics or authors; or raise the budget in src/hosting/page-budget.ts. Nothing was published.';
