import { listAddress } from '../edition/list-addresses.ts';
import { type ListPage as Cut, toListPages } from '../edition/list-pages.ts';
import type { Edition, UsedPicture } from '../edition/publication.ts';
import type { AddressedPage } from './addressed-page.ts';
import { creditLine, notesOf, type TextPart } from './credit-view.ts';
import { type Pager, toPager } from './pager.ts';
import { type PictureView, pictureFile } from './picture-view.ts';
import { createShell, type Link, type Shell } from './shell.ts';
import { toHref, type ViewContext, wordsOf } from './view-context.ts';

/** A picture, whom to thank for it, and what shows it. */
export interface CreditEntry {
  readonly picture?: PictureView;
  readonly line: readonly TextPart[];
  readonly notes: readonly (readonly TextPart[])[];
  /** Articles and pages, the newest first. */
  readonly stories: { readonly label: string; readonly links: readonly Link[] };
}

/** A page of the pictures of an edition. */
export interface CreditsPage {
  readonly shell: Shell;
  readonly heading: string;
  readonly entries: readonly CreditEntry[];
  readonly pager?: Pager;
}

/** The pages that list every picture of an edition; none where it has no picture. */
export function createCreditsPages(
  context: ViewContext,
  edition: Edition,
): AddressedPage<CreditsPage>[] {
  if (edition.pictures.length === 0) return [];
  const { pageSize } = context.publication.settings;
  return toListPages(edition.pictures, pageSize).map((cut, _, { length }) =>
    onePage(context, edition, cut, length),
  );
}

function onePage(
  context: ViewContext,
  edition: Edition,
  cut: Cut<UsedPicture>,
  count: number,
): AddressedPage<CreditsPage> {
  const { page, picture, lists } = wordsOf(edition.language);
  const { suffix, items, number } = cut;
  const first = listAddress.credits(edition);
  const numbered = suffix === '' ? [] : [lists.pageNumber(number)];
  const heading = [page.credits, ...numbered].join(' – ');
  const pager = toPager(cut, count, {
    language: edition.language,
    words: picture,
    hrefOf: (own) => toHref(context, first + own),
  });
  return {
    address: first + suffix,
    page: {
      shell: createShell(context, { edition, address: first + suffix, title: heading }),
      heading,
      entries: items.map((item) => toCreditEntry(context, edition, item)),
      ...(pager ? { pager } : {}),
    },
  };
}

function toCreditEntry(
  context: ViewContext,
  { language }: Edition,
  { file, alt, credit, stories }: UsedPicture,
): CreditEntry {
  const words = wordsOf(language);
  const shown = pictureFile(context, file, { alt, place: 'row' });
  return {
    ...(shown ? { picture: shown } : {}),
    line: credit ? creditLine(credit, words, language) : [{ text: words.picture.notStated }],
    notes: credit ? notesOf(credit, words, language) : [],
    stories: {
      label: words.picture.shownIn + words.page.labelSeparator,
      links: stories.map(({ title, address }) => ({
        text: title,
        href: toHref(context, address),
      })),
    },
  };
}
