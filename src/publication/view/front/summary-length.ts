import { truncateSentences } from '../../../language/truncate.ts';

/** How long summaries are in columns: in units of about three lines. */

/** Latin letters of a unit. */
const unit = 110;

/** Letters of these scripts are about twice as wide as Latin ones. */
const wideLetter = /\p{scx=Han}|\p{scx=Hiragana}|\p{scx=Katakana}|\p{scx=Hangul}/gu;

/** The width of a text in Latin letters. */
export function widthOf(text: string): number {
  return text.length + (text.match(wideLetter)?.length ?? 0);
}

/** How many characters of a summary are shown in so many units. */
export function charactersOf(units: number, summary: string): number {
  const start = summary.slice(0, unit * units);
  const isWide = widthOf(start) > start.length * 1.5;
  return Math.round((unit * units) / (isWide ? 2 : 1));
}

/** A summary of so many units: whole sentences if these fill half of it. Empty for none. */
export function cutSummary(units: number, summary: string, language: string): string {
  return units === 0 ? '' : truncateSentences(summary, charactersOf(units, summary), language);
}
