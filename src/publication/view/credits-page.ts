import type { Credit } from '../../content/article/credit.ts';
import { listAddress } from '../edition/list-addresses.ts';
import { type ListPage as Cut, toListPages } from '../edition/list-pages.ts';
import type { Edition, UsedPicture } from '../edition/publication.ts';
import type { PlannedPage } from './create-page.ts';
import { creditLine, notesOf, type TextPart } from './credit-view.ts';
import { type Pager, toPager } from './pager.ts';
import { type PictureView, toPictureView } from './picture-view.ts';
import { createShell, type Link, type Shell } from './shell.ts';
import type { InputDesk } from './story-inputs.ts';
import {
  editionOf,
  type PictureInfo,
  toHref,
  type ViewContext,
  wordsOf,
} from './view-context.ts';

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

/** A picture of an edition, with all that its entry says. */
interface PictureInputs {
  readonly info?: PictureInfo;
  readonly alt: string;
  readonly credit?: Credit;
  readonly stories: readonly { readonly title: string; readonly address: string }[];
}

/** What a page of pictures is made from. */
export interface CreditsInputs {
  readonly language: string;
  readonly cut: Cut<PictureInputs>;
  /** How many pages there are. */
  readonly count: number;
}

/** The pages that list every picture of an edition; none where it has no picture. */
export function planCreditsPages(
  { settings }: ViewContext,
  edition: Edition,
  { assets }: InputDesk,
): PlannedPage<'credits'>[] {
  if (edition.pictures.length === 0) return [];
  const { language } = edition;
  const toInputs = ({ file, alt, credit, stories }: UsedPicture): PictureInputs => {
    const asset = assets.get(file);
    return {
      ...(asset?.kind === 'picture' ? { info: asset } : {}),
      alt,
      ...(credit ? { credit } : {}),
      stories: stories.map(({ title, address }) => ({ title, address })),
    };
  };
  return toListPages(edition.pictures, settings.pageSize).map((cut, _, { length }) => ({
    address: listAddress.credits(edition) + cut.suffix,
    page: 'credits',
    inputs: { language, cut: { ...cut, items: cut.items.map(toInputs) }, count: length },
  }));
}

export function createCreditsPage(
  context: ViewContext,
  { language, cut, count }: CreditsInputs,
): CreditsPage {
  const edition = editionOf(context, { language });
  const { page, picture, lists } = wordsOf(language);
  const { suffix, items, number } = cut;
  const first = listAddress.credits(edition);
  const numbered = suffix === '' ? [] : [lists.pageNumber(number)];
  const heading = [page.credits, ...numbered].join(' – ');
  const pager = toPager(cut, count, {
    language,
    words: picture,
    hrefOf: (own) => toHref(context, first + own),
  });
  return {
    shell: createShell(context, { edition, address: first + suffix, title: heading }),
    heading,
    entries: items.map((item) => toCreditEntry(context, language, item)),
    ...(pager ? { pager } : {}),
  };
}

function toCreditEntry(
  context: ViewContext,
  language: string,
  { info, alt, credit, stories }: PictureInputs,
): CreditEntry {
  const words = wordsOf(language);
  return {
    ...(info ? { picture: toPictureView(context, info, { alt, place: 'row' }) } : {}),
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
