import type { Brief } from '../story-inputs.ts';
import { emptyShare } from './estimate-height.ts';
import { fillBesideLead } from './fill-beside-lead.ts';
import { fillColumns, hasPicture, level, placed, toRows } from './fill-columns.ts';
import { fillStory } from './fill-story.ts';
import type { FrontBlock, FrontColumn, FrontStoryKey } from './front-block.ts';
import { frontRules, mayBeOnTop } from './front-rules.ts';

/** What an editor chose. Plain data. */
export interface ChosenStories {
  readonly lead?: Brief | undefined;
  /** The stories after the lead. */
  readonly order: readonly Brief[];
  readonly packages: readonly ChosenPackage[];
}

/** Stories in rows of their own, with a title or that of their section or running story. */
export interface ChosenPackage {
  readonly title?: string | undefined;
  readonly section?: string | undefined;
  readonly story?: FrontStoryKey | undefined;
  /** Whether an editor named the first story; else that of a running story is chosen by rule. */
  readonly isNamed?: true | undefined;
  readonly briefs: readonly Brief[];
}

/** What a front page is composed from. */
export interface FrontStories {
  /** The newest stories, newest first. */
  readonly newest: readonly Brief[];
  readonly chosen?: ChosenStories | undefined;
  /** Running stories that go on, with their stories among `newest`. */
  readonly running?: readonly ChosenPackage[] | undefined;
  /** Slugs of sections in menu order. */
  readonly sections: readonly string[];
}

/** The stories of one section, or those without a section. */
interface StoryGroup {
  readonly section: string | undefined;
  readonly briefs: readonly Brief[];
}

/**
 * Composes a front page of blocks without gaps: the lead, with stories beside it if there are many;
 * the top stories; packages that an editor chose, or of running stories; a row for each section with several stories; rows
 * that small sections share. Every story is in one block. What an editor chose comes first.
 */
export function composeFront({
  newest,
  chosen,
  running = [],
  sections,
}: FrontStories): FrontBlock[] {
  const { order = [], packages: written = [] } = chosen ?? {};
  const first = chosen?.lead ? [chosen.lead, ...order] : order;
  const named = [...first, ...written.flatMap(({ briefs }) => briefs)];
  const addresses = new Set(named.map(({ address }) => address));
  const free = newest.filter(({ address }) => !addresses.has(address));
  const [lead, afterLead] = takeLead(first, free);
  if (lead === undefined) return written.flatMap(packageBlocks);
  const packages = written.length > 0 ? written : takeRunning(running, afterLead, order);
  const packaged = new Set(packages.flatMap(({ briefs }) => briefs));
  const others = afterLead.filter((brief) => !packaged.has(brief));
  const { block, rest: all } = leadBlock(lead, others, order);
  const opinions = takeOpinions(all.filter((brief) => !order.includes(brief)));
  const rest = all.filter((brief) => !opinions.includes(brief));
  const compositions = frontRules.top.flatMap((count) => {
    const top = takeTop(rest, count, { lead, order });
    const left = rest.filter((brief) => !top.includes(brief));
    const groups = groupBySection(left, sections);
    return [true, false].map((apart) => [
      ...toBlocks(top),
      ...packages.flatMap(packageBlocks),
      ...opinionBlocks(opinions),
      ...sectionBlocks(groups, apart),
    ]);
  });
  const costs = compositions.map(
    (blocks, index) => emptyShare(blocks) + index * frontRules.order,
  );
  const best = costs.indexOf(Math.min(...costs));
  return [block, ...(compositions[best] ?? [])];
}

function takeLead(
  [chosen, ...order]: readonly Brief[],
  newest: readonly Brief[],
): [lead: Brief | undefined, others: Brief[]] {
  return chosen ? [chosen, [...order, ...newest]] : takeMain(newest);
}

/** The story that leads others where no editor has chosen. */
function takeMain(newest: readonly Brief[]): [main: Brief | undefined, others: Brief[]] {
  const news = newest.filter(mayBeOnTop);
  const main = news.slice(0, frontRules.leadFrom).find(hasPicture) ?? news[0] ?? newest[0];
  return [main, newest.filter((brief) => brief !== main)];
}

function takeOpinions(briefs: readonly Brief[]): readonly Brief[] {
  const { kinds, from, row } = frontRules.opinions;
  const opinions = briefs.filter(({ genre }) => kinds.includes(genre)).slice(0, row);
  return opinions.length >= from ? opinions : [];
}

/** A package for each running story of which enough is left. */
function takeRunning(
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

function packageBlocks(own: ChosenPackage): FrontBlock[] {
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

function opinionBlocks(briefs: readonly Brief[]): FrontBlock[] {
  if (briefs.length === 0) return [];
  const units = briefs.length > 2 ? 1 : 2;
  const columns = briefs.map((brief) => ({ stories: [placed(brief, 'opinion', units)] }));
  return [{ kind: 'opinion', columns }];
}

function leadBlock(
  lead: Brief,
  others: readonly Brief[],
  order: readonly Brief[],
): { readonly block: FrontBlock; readonly rest: readonly Brief[] } {
  const story = placed(lead, 'lead', 3);
  const beside =
    hasPicture(lead) && others.length >= frontRules.besideFrom
      ? fillBesideLead(story, others, order)
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
function takeTop(
  others: readonly Brief[],
  count: number,
  { lead, order }: { readonly lead: Brief; readonly order: readonly Brief[] },
): Brief[] {
  // So few that no section has a row of its own.
  if (others.length <= 4) return [...others];
  const chosen = others.filter((brief) => order.includes(brief));
  const near = others.slice(0, frontRules.topFrom).filter(mayBeOnTop);
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

function groupBySection(briefs: readonly Brief[], sections: readonly string[]): StoryGroup[] {
  const groups = Map.groupBy(briefs, ({ section }) => section?.slug);
  return [...sections, undefined].flatMap((section) => {
    const own = groups.get(section);
    return own ? { section, briefs: own } : [];
  });
}

/** `apart`: sections with a picture do not share rows with others. */
function sectionBlocks(groups: readonly StoryGroup[], apart: boolean): FrontBlock[] {
  const large = groups.filter(({ briefs }) => briefs.length >= frontRules.ownRow);
  const small = groups.filter((group) => !large.includes(group));
  return [...large.flatMap(ownRows), ...sharedRows(small, apart)];
}

/** The rows of one section. The first has its title. */
function ownRows({ section, briefs }: StoryGroup): FrontBlock[] {
  const count = Math.ceil(briefs.length / frontRules.row);
  const size = Math.ceil(briefs.length / count);
  const blocks = Array.from({ length: count }, (_, row) =>
    toBlocks(briefs.slice(row * size, (row + 1) * size)),
  ).flat();
  return blocks.map((block, index) => ({
    ...block,
    group: { section },
    continued: index > 0 ? true : undefined,
  }));
}

function sharedRows(groups: readonly StoryGroup[], apart: boolean): FrontBlock[] {
  const isPictured = ({ briefs }: StoryGroup) => briefs.some(hasPicture);
  const kinds = apart
    ? [groups.filter(isPictured), groups.filter((group) => !isPictured(group))]
    : [groups];
  return kinds
    .filter(({ length }) => length > 0)
    .flatMap(toRows)
    .flatMap((row): FrontBlock[] => {
      const [only, second] = row;
      return only && second === undefined
        ? ownRows(only)
        : [{ kind: 'stories', columns: sharedRow(row) }];
    });
}

function sharedRow(groups: readonly StoryGroup[]): FrontColumn[] {
  const allPictured = groups.every(({ briefs }) => briefs.some(hasPicture));
  const columns = groups.map(({ briefs }) => {
    const first = briefs.find(hasPicture) ?? briefs[0];
    const others = briefs.filter((brief) => brief !== first);
    const pictured = allPictured ? (groups.length > 2 ? 'card' : 'wide') : 'flat';
    const place = first && hasPicture(first) ? pictured : 'text';
    return [
      ...(first ? [placed(first, place, 1)] : []),
      ...others.map((brief) => placed(brief, 'text', 0)),
    ];
  });
  return level(columns).map((column, index) => ({
    ...column,
    group: { section: groups[index]?.section },
  }));
}

function toBlocks(briefs: readonly Brief[]): FrontBlock[] {
  return fillColumns(briefs).map((columns) => ({ kind: 'stories', columns }));
}
