import { formatMonthName, formatYearDay } from '../../language/format-date.ts';
import { isReplaced, listAddress } from '../edition/list-addresses.ts';
import type { Edition } from '../edition/publication.ts';
import { toYearDays } from '../edition/year-days.ts';
import type { Link } from './link.ts';
import type { PlannedPage } from './planned-page.ts';
import { createShell, type Shell } from './shell.ts';
import { editionOf, hasDays, toHref, type ViewContext, wordsOf } from './view-context.ts';

/** The page of all days of every year. */
export interface DaysPage {
  readonly shell: Shell;
  readonly heading: string;
  readonly months: readonly {
    readonly name: string;
    /** Days without a page have no `href`. `day`: `01-06`. */
    readonly days: readonly {
      readonly number: string;
      readonly day: string;
      readonly href?: string;
      readonly label?: string;
    }[];
  }[];
  readonly links: readonly Link[];
}

/** What the page of all days is made from. */
export interface DaysInputs {
  readonly language: string;
  /** The days that have a page: `01-06`. */
  readonly days: readonly string[];
}

/** The page of all days; empty if none of them has articles of several years. */
export function planDaysPage(
  context: ViewContext,
  edition: Edition,
): PlannedPage<'days', DaysInputs>[] {
  const { language, articles } = edition;
  const frame = editionOf(context, edition);
  if (!hasDays(context, frame) || isReplaced('days', edition)) return [];
  const days = toYearDays(articles).map(({ day }) => day);
  return [{ address: listAddress.days(edition), page: 'days', inputs: { language, days } }];
}

export function createDaysPage(context: ViewContext, { language, days }: DaysInputs): DaysPage {
  const edition = editionOf(context, { language });
  const { archive, lists } = wordsOf(context, language);
  const withPage = new Set(days);
  return {
    shell: createShell(context, {
      edition,
      address: listAddress.days(edition),
      title: archive.onThisDay,
      subject: { kind: 'list' },
    }),
    heading: archive.onThisDay,
    months: lengths.map((length, index) => ({
      name: formatMonthName(index + 1, language),
      days: Array.from({ length }, (_, before) => {
        const day = `${twoDigits(index + 1)}-${twoDigits(before + 1)}`;
        const number = String(before + 1);
        return withPage.has(day)
          ? {
              ...{ number, day, label: formatYearDay(day, language) },
              href: toHref(context, listAddress.day(edition, day)),
            }
          : { number, day };
      }),
    })),
    links: [
      { text: lists.allArticles, href: toHref(context, listAddress.all(edition)) },
      { text: archive.title, href: toHref(context, listAddress.archive(edition)) },
    ],
  };
}

/** The number of days of each month in a leap year. */
const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
