import type { Story } from '../../content/article/article.ts';
import { type ContentFile, placeOf } from '../../content/article/content-file.ts';
import { releaseOf } from '../../content/article/release-of.ts';
import { isBefore, type NewsDate, startOf, toMachineDate } from '../../language/news-date.ts';
import { quote } from '../../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';

/** How much earlier a day begins in the time zone furthest ahead of UTC, in milliseconds. */
const ahead = 14 * 60 * 60 * 1000;

/**
 * Warns about dates that contradict the date of the story or the clock. `now` is in milliseconds
 * since 1970; a scheduled article is compared with its release.
 */
export function checkTimes(
  content: ContentFile,
  story: Story,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): Problem[] {
  const problems: Problem[] = [];
  const date = story.kind === 'article' ? story.date : undefined;
  const clock = Math.max(now, releaseOf(story));
  const isFuture = (day: NewsDate) =>
    startOf(day, timeZone) > clock + (day.precision === 'day' ? ahead : 0);
  const warn = (field: string, expected: string, got: NewsDate, cure: string) => {
    const at = { severity: 'warning' as const, ...placeOf(content, field), field };
    problems.push({ ...at, message: wrongValue(expected, quote(toMachineDate(got))), cure });
  };
  const { updated, corrections } = story;
  if (updated && isFuture(updated) && content.fields.updated === undefined)
    warn(
      'entries',
      'a time that is not in the future',
      updated,
      'correct the heading of the newest entry: pages print it',
    );
  else if (updated && isFuture(updated))
    warn('updated', 'a date that is not in the future', updated, 'correct it: pages print it');
  for (const [index, correction] of corrections.entries()) {
    const field = `corrections.${index}.date`;
    if (isFuture(correction.date))
      warn(field, 'a date that is not in the future', correction.date, 'correct it');
    else if (date && isBefore(correction.date, date, timeZone)) {
      const expected = `a date not before ${toMachineDate(date)}, the article's own`;
      warn(field, expected, correction.date, 'correct one of the two');
    }
  }
  const published = story.kind === 'article' ? story.source?.published : undefined;
  if (published === undefined || !content.fields.source) return problems;
  if (isFuture(published))
    warn('source.published', 'a date that is not in the future', published, 'correct it');
  else if (date && isBefore(date, published, timeZone)) {
    const expected = `a date not after ${toMachineDate(date)}, the article's own`;
    warn('source.published', expected, published, 'correct one of the two');
  }
  return problems;
}
