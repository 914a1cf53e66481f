import { formatSentence } from '../../language/format-sentence.ts';
import { listAddress } from '../edition/list-addresses.ts';
import type { PlannedPage } from './planned-page.ts';
import { createShell, type Shell } from './shell.ts';
import { type EditionFrame, toHref, type ViewContext, wordsOf } from './view-context.ts';

/**
 * The page that lists the articles saved on this device. Offline it also replaces pages that are
 * not saved. A script fills in the list; without a script nothing is saved.
 */
export interface OfflinePage {
  readonly shell: Shell;
  /** The address of this page, as an `href`. */
  readonly address: string;
  readonly heading: string;
  readonly nothing: string;
  readonly howToSave: string;
  /** The mark of an article that the reader saved, and the text of the button that removes it. */
  readonly saved: string;
  readonly remove: string;
  /** Shown instead of a page that is not saved. */
  readonly missing: { readonly title: string; readonly explanation: string };
}

export function planOfflinePage(edition: EditionFrame): PlannedPage<'offline', EditionFrame> {
  return { address: listAddress.offline(edition), page: 'offline', inputs: edition };
}

export function createOfflinePage(context: ViewContext, edition: EditionFrame): OfflinePage {
  const { offline } = wordsOf(context, edition.language);
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
    howToSave: formatSentence(offline.howToSave, { button: offline.save }),
    saved: offline.saved,
    remove: offline.remove,
    missing: { title: offline.title, explanation: offline.explanation },
  };
}
