import type { Brief } from '../story-inputs.ts';
import { fillStory } from './fill-story.ts';
import type { FrontBlock, FrontStoryKey } from './front-block.ts';
import { frontRules, mayBeOnTop } from './front-rules.ts';
import { takeMain, toBlocks } from './lead-and-top.ts';

/** Stories in rows of their own, with a title or that of their section or running story. */
export interface ChosenPackage {
  readonly title?: string | undefined;
  readonly section?: string | undefined;
  readonly story?: FrontStoryKey | undefined;
  /** Whether an editor named the first story; else that of a running story is chosen by rule. */
  readonly isNamed?: true | undefined;
  readonly briefs: readonly Brief[];
}

/** A package for each running story of which enough is left. */
export function takeRunning(
  running: readonly ChosenPackage[],
  others: readonly Brief[],
  order: readonly Brief[],
): ChosenPackage[] {
  const { from, row, packages, others: least } = frontRules.runningStories;
  let left = others.length;
  const taken = running.flatMap((own): ChosenPackage[] => {
    const free = own.briefs.filter((brief) => others.includes(brief) && !order.includes(brief));
    const briefs = free.slice(0, row);
    if (briefs.length < from || left - briefs.length < least) return [];
    if (!briefs.some(mayBeOnTop)) return [];
    left -= briefs.length;
    return [{ ...own, briefs }];
  });
  return taken.slice(0, packages);
}

/** The rows of a package. The first has its title. */
export function packageBlocks(own: ChosenPackage): FrontBlock[] {
  const { title, section, story, briefs, isNamed } = own;
  const blocks = story ? storyBlocks(isNamed ? briefs : mainFirst(briefs)) : toBlocks(briefs);
  return blocks.map((block, index) => ({
    ...block,
    ...(section === undefined ? {} : { group: { section } }),
    ...(story === undefined ? {} : { story }),
    ...(index > 0 ? { continued: true } : { title }),
  }));
}

function mainFirst(briefs: readonly Brief[]): Brief[] {
  const [main, others] = takeMain(briefs);
  return main ? [main, ...others] : others;
}

function storyBlocks(briefs: readonly Brief[]): FrontBlock[] {
  const { columns, rest } = fillStory(briefs);
  return [{ kind: 'stories', columns }, ...toBlocks(rest)];
}
