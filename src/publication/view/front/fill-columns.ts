import type { Brief } from '../story-inputs.ts';
import type { FrontColumn, FrontPlace, PlacedStory } from './front-block.ts';

/** The most columns of a row. */
const maxColumns = 4;

/** Divides things into rows of two to four that are about equally long, the first the shortest. */
export function toRows<Item>(items: readonly Item[]): Item[][] {
  const rows = Math.ceil(items.length / maxColumns);
  return deal(items.toReversed(), rows)
    .map((row) => row.toReversed())
    .toReversed();
}

/**
 * Sets stories in rows of columns that are about equally high. Pictures are at the top of columns,
 * all of one form in a row, or in one wide column beside columns of text.
 */
export function fillColumns(briefs: readonly Brief[]): FrontColumn[][] {
  if (briefs.length === 0) return [];
  const pictured = briefs.filter(hasPicture);
  const others = briefs.filter((brief) => !hasPicture(brief));
  if (pictured.length === briefs.length && briefs.length > 1)
    return toRows(briefs).map((row) =>
      row.map((brief) => column([placed(brief, 'card', row.length > 2 ? 1 : 2)])),
    );
  if (pictured.length > 2) return [besidePictures(pictured, others)];
  const [main, ...more] = pictured;
  return [main ? besideOne(main, [...more, ...others]) : textColumns(others)];
}

/** Each column begins with a picture. The other stories are below them. */
function besidePictures(pictured: readonly Brief[], others: readonly Brief[]): FrontColumn[] {
  const count = Math.min(pictured.length, maxColumns);
  const heads = pictured.slice(0, count).map((brief) => placed(brief, 'card', 1));
  const rest = [...pictured.slice(count), ...others].map((brief) => small(brief, 0));
  return level(
    heads.map((head, index) => [head, ...rest.filter((_, own) => own % count === index)]),
  );
}

/** One wide story with a picture, and the other stories in one or two columns. */
export function besideOne(main: Brief, others: readonly Brief[]): FrontColumn[] {
  const wide: FrontColumn = { stories: [placed(main, 'wide', 3)], span: 2 };
  const count = Math.min(others.length, others.length > 3 ? 2 : 1);
  return [wide, ...level(deal(others, count).map((own) => besideWide(own)))];
}

/** As high as the picture beside them: one or two with a summary, or more without. */
function besideWide(briefs: readonly Brief[]): PlacedStory[] {
  return briefs.map((brief) => small(brief, briefs.length > 2 ? 0 : 3 - briefs.length));
}

/** Columns of text, without large pictures. */
export function textColumns(briefs: readonly Brief[]): FrontColumn[] {
  const count = columnsFor(briefs.length);
  const [first, ...others] = briefs;
  const twoEach = others.length === 2 * (count - 1);
  // One story with a larger headline is as high as two.
  if (first && count > 1 && twoEach)
    return [
      column([placed(first, 'tall', 3)]),
      ...level(deal(others, count - 1).map((own) => textColumn(own, 2))),
    ];
  if (first && others.length === 0) return [column([placed(first, 'tall', 3)])];
  const tallest = Math.ceil(briefs.length / count);
  return level(deal(briefs, count).map((own) => textColumn(own, tallest)));
}

/** Few stories have longer summaries. */
function textColumn(briefs: readonly Brief[], usual: number): PlacedStory[] {
  const units = briefs.length === 1 && usual === 1 ? 2 : 1;
  return briefs.map((brief) => small(brief, units));
}

function small(brief: Brief, units: number): PlacedStory {
  return placed(brief, hasPicture(brief) ? 'flat' : 'text', units);
}

/** The number of columns of text that leaves the fewest of them short. */
function columnsFor(stories: number): number {
  if (stories <= maxColumns) return stories;
  return stories % 3 === 0 || stories === 5 ? 3 : maxColumns;
}

/** Divides stories into columns, the first of which are longer if some are. */
function deal<Item>(items: readonly Item[], count: number): Item[][] {
  return Array.from({ length: count }, (_, column) => {
    const short = Math.floor(items.length / count);
    const long = items.length % count;
    const start = column * short + Math.min(column, long);
    return items.slice(start, start + short + (column < long ? 1 : 0));
  });
}

/** The first story of a column with fewer stories than the others has a longer summary. */
export function level(columns: readonly (readonly PlacedStory[])[]): FrontColumn[] {
  const tallest = Math.max(...columns.map(({ length }) => length));
  return columns.map(([first, ...others]) =>
    column(
      first
        ? [{ ...first, summary: first.summary + tallest - others.length - 1 }, ...others]
        : [],
    ),
  );
}

export function placed(brief: Brief, place: FrontPlace, summary: number): PlacedStory {
  return { brief, place, summary };
}

export function hasPicture({ picture }: Brief): boolean {
  return picture !== undefined;
}

function column(stories: readonly PlacedStory[]): FrontColumn {
  return { stories };
}
