import { listAddress } from '../edition/list-addresses.ts';
import type { PlannedPage } from './create-page.ts';
import { createShell, type Shell } from './shell.ts';
import { type EditionFrame, toHref, type ViewContext, wordsOf } from './view-context.ts';

/**
 * The page that lists what a device holds of the publication, and that stands in for pages that
 * it does not hold. A script fills it; without one nothing is held.
 */
export interface OfflinePage {
  readonly shell: Shell;
  /** Of this page, as an `href`. */
  readonly address: string;
  readonly heading: string;
  readonly nothing: string;
  readonly howToSave: string;
  /** What marks an article that was kept on purpose, and what removes one. */
  readonly saved: string;
  readonly remove: string;
  /** In the place of another page. */
  readonly missing: { readonly title: string; readonly explanation: string };
}

export function planOfflinePage(edition: EditionFrame): PlannedPage<'offline'> {
  return { address: listAddress.offline(edition), page: 'offline', inputs: edition };
}

export function createOfflinePage(context: ViewContext, edition: EditionFrame): OfflinePage {
  const { offline } = wordsOf(edition.language);
  const address = listAddress.offline(edition);
  return {
    shell: createShell(context, {
      edition,
      address,
      title: offline.savedArticles,
      noindex: true,
    }),
    address: toHref(context, address),
    heading: offline.savedArticles,
    nothing: offline.nothingSaved,
    howToSave: offline.howToSave(offline.save),
    saved: offline.saved,
    remove: offline.remove,
    missing: { title: offline.title, explanation: offline.explanation },
  };
}
