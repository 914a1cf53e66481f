import type { TestContext } from 'node:test';
import { browserOrSkip } from '../browser.ts';
import { readingContent } from '../reading-content.ts';
import { type SharedSite, sharedSite } from '../test-site.ts';
import { openSite, type Reader } from './reader.ts';

/** Builds and serves the content of the reading tests; undefined if there is no browser. */
export async function openReadingSite(
  t: TestContext,
): Promise<{ readonly reader: Reader; readonly site: SharedSite } | undefined> {
  const browser = await browserOrSkip(t);
  if (!browser) return undefined;
  const site = await sharedSite(t, readingContent);
  return { reader: await openSite(t, browser, site.outDir), site };
}
