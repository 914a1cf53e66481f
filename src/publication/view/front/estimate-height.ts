import type { FrontBlock, FrontColumn, PlacedStory } from './front-block.ts';
import { frontRules } from './front-rules.ts';
import { charactersOf, widthOf } from './summary-length.ts';

/**
 * Estimates of heights in CSS pixels in a window of 1280 px, as `front.css` sets them. They decide
 * which composition has the least empty room. They need not be exact: pictures of the lead and of
 * wide stories grow with their row.
 */

const pageWidth = 1200;
const gap = 40;
const padding = 30;
const kicker = 20;
const date = 24;

/** The height of a line, and the width of a Latin letter. */
const type = {
  lead: { line: 50, letter: 21 },
  wide: { line: 33, letter: 14 },
  headline: { line: 25, letter: 10.5 },
  leadSummary: { line: 31, letter: 10 },
  summary: { line: 25, letter: 8.2 },
} as const;

/** The composition with the least empty room. An earlier one wins unless a later one has less. */
export function fullest(
  compositions: readonly (readonly FrontBlock[])[],
): readonly FrontBlock[] {
  const costs = compositions.map(
    (blocks, index) => emptyShare(blocks) + index * frontRules.order,
  );
  return compositions[costs.indexOf(Math.min(...costs))] ?? [];
}

/** How much of a row is empty, from 0 to 1. */
function emptyShare(blocks: readonly FrontBlock[]): number {
  let empty = 0;
  let all = 0;
  for (const { columns } of blocks) {
    const across = columns.reduce((sum, { span = 1 }) => sum + span, 0);
    const heights = columns.map((column) => heightOfColumn(column, across));
    const height = Math.max(...heights);
    all += height * across;
    columns.forEach(({ span = 1, stories }, index) => {
      const [first, second] = stories;
      const used = heights[index] ?? 0;
      if (first?.place === 'wide' && second === undefined)
        empty += (height - heightOfText(first, columnWidth(across, span))) * (span / 2);
      else if (first?.place !== 'lead') empty += (height - used) * span;
    });
    // One text in a whole row.
    const [only, second] = columns.flatMap(({ stories }) => stories);
    if (only?.place === 'tall' && second === undefined) empty += height;
  }
  return all === 0 ? 0 : empty / all;
}

function heightOfColumn({ stories, span, group }: FrontColumn, across: number): number {
  const width = columnWidth(across, span);
  const title = group === undefined ? 0 : padding;
  return stories.reduce((sum, story) => sum + heightOfStory(story, width), title);
}

export function columnWidth(across: number, span = 1): number {
  return ((pageWidth + gap) / across) * span - gap;
}

/** The height of a story in a column of this width. */
export function heightOfStory(story: PlacedStory, width: number): number {
  const { place } = story;
  const around = kicker + date + padding;
  switch (place) {
    case 'lead':
      return width / 1.5 + textHeight(story, width, type.lead, type.leadSummary) + around;
    case 'wide':
      return Math.max((width - gap) / 3 + padding, heightOfText(story, width));
    case 'tall':
      return textHeight(story, width, type.wide, type.summary) + around;
    case 'card':
      return width / 1.5 + 10 + textHeight(story, width) + around;
    case 'flat':
      return Math.max((width * 0.34) / 1.5, textHeight(story, width * 0.62) + date) + padding;
    default:
      return textHeight(story, width) + around;
  }
}

/** The height of the text beside the picture of a wide story. */
function heightOfText(story: PlacedStory, width: number): number {
  const half = (width - gap) / 2;
  return textHeight(story, half, type.wide, type.summary) + kicker + date + padding;
}

interface Type {
  readonly line: number;
  readonly letter: number;
}

function textHeight(
  { brief, summary: units }: PlacedStory,
  width: number,
  headline: Type = type.headline,
  text: Type = type.summary,
): number {
  const { title, summary } = brief;
  return (
    heightOfLines(title, width, headline) +
    heightOfLines(summary.slice(0, charactersOf(units, summary)), width, text)
  );
}

function heightOfLines(text: string, width: number, { line, letter }: Type): number {
  return Math.ceil((widthOf(text) * letter) / width) * line;
}
