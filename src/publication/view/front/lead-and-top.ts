import type { Brief } from '../story-inputs.ts';
import { fillBesideLead } from './fill-beside-lead.ts';
import { fillColumns, hasPicture, placed } from './fill-columns.ts';
import type { FrontBlock, FrontColumn } from './front-block.ts';
import { frontRules, mayBeOnTop } from './front-rules.ts';
import type { TopChoice } from './top-choice.ts';

/** The story that leads others where no editor has chosen. */
export function takeMain(
  newest: readonly Brief[],
  isFit = mayBeOnTop,
): [main: Brief | undefined, others: Brief[]] {
  const news = newest.filter(isFit);
  const main = news.slice(0, frontRules.leadFrom).find(hasPicture) ?? news[0] ?? newest[0];
  return [main, newest.filter((brief) => brief !== main)];
}

/** The lead, with stories beside it if there are many, and the stories that are left. */
export function leadBlock(
  lead: Brief,
  others: readonly Brief[],
  choice: TopChoice,
): { readonly block: FrontBlock; readonly rest: readonly Brief[] } {
  const story = placed(lead, 'lead', 3);
  const beside =
    hasPicture(lead) && others.length >= frontRules.besideFrom
      ? fillBesideLead(story, others, choice)
      : [];
  const used = new Set(beside.map(({ brief }) => brief));
  const columns: FrontColumn[] =
    beside.length > 0
      ? [{ stories: [story], span: 2 }, { stories: beside }]
      : [{ stories: [story] }];
  return {
    block: { kind: 'lead', columns },
    rest: others.filter((brief) => !used.has(brief)),
  };
}

/** The stories below the lead: with a picture and of other sections where possible. */
export function takeTop(
  others: readonly Brief[],
  count: number,
  { lead, order, isFit = mayBeOnTop }: TopChoice & { readonly lead: Brief },
): Brief[] {
  // So few that no section has a row of its own.
  if (others.length <= 4) return [...others];
  const chosen = others.filter((brief) => order.includes(brief));
  const near = others.slice(0, frontRules.topFrom).filter(isFit);
  const seen = new Set([lead.section?.slug]);
  const isOfNew = ({ section }: Brief) => {
    if (section === undefined || seen.has(section.slug)) return false;
    seen.add(section.slug);
    return true;
  };
  const pictured = near.filter(hasPicture);
  const ranked = new Set([
    ...chosen,
    ...pictured.filter(isOfNew),
    ...pictured,
    ...near.filter(isOfNew),
    ...near,
  ]);
  const taken = new Set([...ranked].slice(0, Math.max(count, chosen.length)));
  return others.filter((brief) => taken.has(brief));
}

/** Rows of stories. */
export function toBlocks(briefs: readonly Brief[]): FrontBlock[] {
  return fillColumns(briefs).map((columns) => ({ kind: 'stories', columns }));
}
