import type { Brief } from '../story-inputs.ts';
import { fullest } from './estimate-height.ts';
import { hasPicture, level, placed, toRows } from './fill-columns.ts';
import type { FrontBlock, FrontColumn } from './front-block.ts';
import { frontRules } from './front-rules.ts';
import { leadBlock, takeMain, takeTop, toBlocks } from './lead-and-top.ts';
import { type ChosenPackage, packageBlocks, takeRunning } from './package-blocks.ts';

/** What an editor chose. Plain data. */
export interface ChosenStories {
  readonly lead?: Brief | undefined;
  /** The stories after the lead. */
  readonly order: readonly Brief[];
  readonly packages: readonly ChosenPackage[];
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
  const { block, rest: all } = leadBlock(lead, others, { order });
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
  return [block, ...fullest(compositions)];
}

function takeLead(
  [chosen, ...order]: readonly Brief[],
  newest: readonly Brief[],
): [lead: Brief | undefined, others: Brief[]] {
  return chosen ? [chosen, [...order, ...newest]] : takeMain(newest);
}

function takeOpinions(briefs: readonly Brief[]): readonly Brief[] {
  const { kinds, from, row } = frontRules.opinions;
  const opinions = briefs.filter(({ genre }) => kinds.includes(genre)).slice(0, row);
  return opinions.length >= from ? opinions : [];
}

function opinionBlocks(briefs: readonly Brief[]): FrontBlock[] {
  if (briefs.length === 0) return [];
  const units = briefs.length > 2 ? 1 : 2;
  const columns = briefs.map((brief) => ({ stories: [placed(brief, 'opinion', units)] }));
  return [{ kind: 'opinion', columns }];
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
