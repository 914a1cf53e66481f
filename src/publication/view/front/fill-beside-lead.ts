import type { Brief } from '../story-inputs.ts';
import { columnWidth, heightOfStory } from './estimate-height.ts';
import { hasPicture, placed } from './fill-columns.ts';
import type { PlacedStory } from './front-block.ts';
import { frontRules, mayBeOnTop } from './front-rules.ts';
import type { TopChoice } from './top-choice.ts';

/** How many stories must be left for the rows below. */
const left = 2;

/**
 * The stories beside the lead, about as high as it is: first one with a picture, if another is left
 * for the row below, then the newest without. Those in `order` come first, in this order.
 */
export function fillBesideLead(
  lead: PlacedStory,
  others: readonly Brief[],
  { order, isFit = mayBeOnTop }: TopChoice,
): PlacedStory[] {
  const near = others
    .slice(0, frontRules.topFrom)
    .filter((brief) => order.includes(brief) || isFit(brief));
  const chosen = near.filter((brief) => order.includes(brief));
  const most = Math.min(frontRules.beside, others.length - left);
  const pictured = near.filter(hasPicture);
  const wanted = chosen.length > 0 ? chosen[0] : pictured[0];
  const first = pictured.length > 1 && wanted && hasPicture(wanted) ? wanted : undefined;
  const texts = near.filter((brief) => !hasPicture(brief));
  const goal = heightOfStory(lead, columnWidth(3, 2));
  const width = columnWidth(3);
  const taken: PlacedStory[] = [];
  let height = 0;
  for (const brief of new Set([...chosen, ...(first ? [first] : []), ...texts, ...near])) {
    if (taken.length >= most || height >= goal - 70) break;
    const story = placed(brief, brief === first ? 'card' : 'text', 1);
    taken.push(story);
    height += heightOfStory(story, width);
  }
  return taken.map((story) => {
    const longer = { ...story, summary: 3 };
    const more = heightOfStory(longer, width) - heightOfStory(story, width);
    if (height + more > goal) return story;
    height += more;
    return longer;
  });
}
