import type { Brief } from '../story-inputs.ts';
import { besideOne, hasPicture, level, placed, textColumns } from './fill-columns.ts';
import type { FrontColumn } from './front-block.ts';

/** The most headlines beside the first story. */
const most = 6;

/**
 * The columns of a running story: its first story large, the others beside it as headlines without
 * pictures. `rest`: those for which there is no room.
 */
export function fillStory(briefs: readonly Brief[]): {
  readonly columns: FrontColumn[];
  readonly rest: readonly Brief[];
} {
  const [main, ...others] = briefs;
  const beside = others.slice(0, most);
  const rest = others.slice(most);
  if (main === undefined) return { columns: [], rest };
  if (hasPicture(main)) return { columns: besideOne(main, beside).map(withoutFlat), rest };
  // Few headlines are one column beside it.
  if (beside.length === 0 || beside.length > 3)
    return { columns: textColumns([main, ...beside]).map(withoutFlat), rest };
  const units = beside.length === 1 ? 2 : beside.length === 2 ? 1 : 0;
  const headlines = beside.map((brief) => placed(brief, 'text', units));
  return { columns: [{ stories: [placed(main, 'tall', 3)] }, ...level([headlines])], rest };
}

function withoutFlat({ stories, ...column }: FrontColumn): FrontColumn {
  return {
    ...column,
    stories: stories.map((story) =>
      story.place === 'flat' ? { ...story, place: 'text' } : story,
    ),
  };
}
