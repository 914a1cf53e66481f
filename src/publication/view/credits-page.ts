import type { Credit } from '../../content/article/credit.ts';
import { formatSentence } from '../../language/format-sentence.ts';
import { formatCount } from '../../language/plural.ts';
import { isClipPath } from '../edition/clip-files.ts';
import { isReplaced, listAddress } from '../edition/list-addresses.ts';
import { type ListPart, listSizes, toListParts } from '../edition/list-pages.ts';
import type { Edition, UsedPicture } from '../edition/publication.ts';
import type { InputCollector } from './collect-inputs.ts';
import { creditLine, notesOf, type TextPart } from './credit-view.ts';
import type { Link } from './link.ts';
import { type Pager, pagerCount, toPager } from './pager.ts';
import { type PictureView, toPictureView } from './picture-view.ts';
import type { PlannedPage } from './planned-page.ts';
import { createShell, type Shell } from './shell.ts';
import { describeNames } from './story-entry.ts';
import {
  editionOf,
  type PictureInfo,
  toHref,
  type ViewContext,
  wordsOf,
} from './view-context.ts';

/** A picture or clip, its credit, and the stories that show it. */
export interface CreditEntry {
  readonly picture?: PictureView;
  /** What a film or recording is called: its caption, or its file. */
  readonly name?: string | undefined;
  readonly line: readonly TextPart[];
  readonly notes: readonly (readonly TextPart[])[];
  /** Newest first. */
  readonly stories: {
    readonly label: string;
    readonly links: readonly Link[];
    /** How many show it, where not all are listed. */
    readonly total?: string;
  };
}

/** One page of the list of an edition's pictures. */
export interface CreditsPage {
  readonly shell: Shell;
  readonly heading: string;
  readonly entries: readonly CreditEntry[];
  readonly pager?: Pager;
}

/** What the entry of a picture is made from. */
interface PictureInputs {
  readonly info?: PictureInfo;
  readonly alt: string;
  readonly name?: string | undefined;
  readonly credit?: Credit;
  readonly stories: readonly { readonly title: string; readonly address: string }[];
  /** How many there are, where `stories` has only the newest. */
  readonly total?: number;
}

/** How many stories of a picture are listed: a file picture may be in thousands. */
const maxStories = 20;

/** What one page of the list is made from. */
export interface CreditsInputs {
  readonly language: string;
  readonly part: ListPart<PictureInputs>;
  /** How many pages the list has, see `pagerCount`. */
  readonly count: number;
}

/** The pages that list every picture of an edition; empty if it has no pictures. */
export function planCreditsPages(
  { settings }: ViewContext,
  edition: Edition,
  { assets }: InputCollector,
): PlannedPage<'credits', CreditsInputs>[] {
  if (edition.pictures.length === 0 || isReplaced('credits', edition)) return [];
  const { language } = edition;
  const toInputs = ({ file, alt, caption, credit, stories }: UsedPicture): PictureInputs => {
    const asset = assets.get(file);
    return {
      info: asset?.kind === 'picture' ? asset : undefined,
      alt,
      name: isClipPath(file) ? caption || alt || file.replace(/^.*\//u, '') : undefined,
      credit,
      stories: stories.slice(0, maxStories).map(({ title, address }) => ({ title, address })),
      ...(stories.length > maxStories ? { total: stories.length } : {}),
    };
  };
  return toListParts(edition.pictures, listSizes(settings)).map((part, _, { length }) => ({
    address: listAddress.credits(edition) + part.suffix,
    page: 'credits',
    inputs: {
      language,
      part: { ...part, items: part.items.map(toInputs) },
      count: pagerCount(part.number, length),
    },
  }));
}

export function createCreditsPage(
  context: ViewContext,
  { language, part, count }: CreditsInputs,
): CreditsPage {
  const edition = editionOf(context, { language });
  const { page, picture, lists } = wordsOf(context, language);
  const { suffix, items, number } = part;
  const first = listAddress.credits(edition);
  const numbered =
    suffix === '' ? [] : [formatSentence(lists.pageNumber, { number: String(number) })];
  const heading = [page.credits, ...numbered].join(' – ');
  const pager = toPager(part, count, {
    lists,
    words: picture,
    hrefOf: (own) => toHref(context, first + own),
  });
  const entries = items.map((item) => toCreditEntry(context, language, item));
  return {
    shell: createShell(context, {
      edition,
      address: first + suffix,
      title: heading,
      description: describeNames(
        entries.map(({ line }) => line.map(({ text }) => text).join('')),
      ),
    }),
    heading,
    entries,
    pager,
  };
}

function toCreditEntry(
  context: ViewContext,
  language: string,
  { info, alt, name, credit, stories, total }: PictureInputs,
): CreditEntry {
  const words = wordsOf(context, language);
  return {
    picture: info && toPictureView(context, info, { alt, place: 'row' }),
    name,
    line: credit ? creditLine(credit, words, language) : [{ text: words.picture.notStated }],
    notes: credit ? notesOf(credit, words, language) : [],
    stories: {
      label: words.picture.shownIn + words.page.labelSeparator,
      links: stories.map(({ title, address }) => ({
        text: title,
        href: toHref(context, address),
      })),
      ...(total === undefined
        ? {}
        : { total: formatCount(total, words.lists.numberOfArticles, words) }),
    },
  };
}
