import type { Brief } from '../story-inputs.ts';
import { fullest } from './estimate-height.ts';
import type { FrontBlock } from './front-block.ts';
import { frontRules, mayBeOnTop } from './front-rules.ts';
import { leadBlock, takeMain, takeTop, toBlocks } from './lead-and-top.ts';

/** The newest page of a list: rows of a front page, then the others as a list, newest first. */
export interface ComposedList {
  readonly blocks: readonly FrontBlock[];
  readonly rest: readonly Brief[];
}

/** Composes the newest page of a list like the top of a front page: a lead and a row below it. */
export function composeList(newest: readonly Brief[]): ComposedList {
  // A section of opinions has nothing else.
  const isMixed = newest.slice(0, frontRules.topFrom).some(mayBeOnTop);
  const isFit: (brief: Pick<Brief, 'genre'>) => boolean = isMixed ? mayBeOnTop : isNotPaid;
  const choice = { order: [], isFit };
  const [lead, others] = takeMain(newest, isFit);
  if (lead === undefined) return { blocks: [], rest: [] };
  const { block, rest } = leadBlock(lead, others, choice);
  const rows = frontRules.listTop.map((count) =>
    toBlocks(takeTop(rest, count, { ...choice, lead })),
  );
  const blocks = [block, ...fullest(rows)];
  const placed = new Set(
    blocks.flatMap(({ columns }) =>
      columns.flatMap(({ stories }) => stories.map(({ brief }) => brief)),
    ),
  );
  return { blocks, rest: newest.filter((brief) => !placed.has(brief)) };
}

function isNotPaid({ genre }: Pick<Brief, 'genre'>): boolean {
  return genre !== 'sponsored';
}
