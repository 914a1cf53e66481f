import {
  type FileSum,
  type KindSum,
  largePage,
  noFiles,
  type SiteFigures,
} from './measure-site.ts';

/** A setting that makes a site smaller. */
interface Saving {
  /** As in: without …. */
  readonly text: string;
  /** What it saves, with compressed files. */
  readonly saves: FileSum;
  /** The same without them. */
  readonly plain: FileSum;
}

type Unit = keyof FileSum;

/**
 * Names the settings that bring a site below a limit: each that is enough alone, else as many as are
 * needed, those first that readers miss least. The numbers are what this site would have.
 */
export function suggestSettings(figures: SiteFigures, unit: Unit, max: number): string {
  const all = figures.values[unit] ?? 0;
  const savings = listSavings(figures).filter(({ saves }) => saves[unit] > 0);
  const enough = savings.filter(({ saves }) => all - saves[unit] <= max);
  const several = enough.length > 0 ? undefined : joinSavings(savings, all, unit, max);
  const advice = [
    ...enough.map(({ text, saves }) => `${text}: ${formatAmount(all - saves[unit], unit)}`),
    ...(several && several.left <= max ? [several.text] : []),
    ...oneFileSaving(figures)
      .filter((saved) => unit === 'files' && all - saved <= max)
      .map((saved) => `${oneFile}: about ${formatAmount(all - saved, unit)}`),
  ];
  if (advice.length > 0) return advice.join('; ');
  return [several?.text ?? [], describeRest(figures, unit)].flat().join('; ');
}

const oneFile = 'with one file for each article (`hosting: {files: one}`)';

/** As many savings as are needed; undefined if there are none. */
function joinSavings(savings: readonly Saving[], all: number, unit: Unit, max: number) {
  let left = all;
  const used: string[] = [];
  for (const { text, saves, plain } of savings) {
    if (left <= max) break;
    // The first one takes all compressed files away.
    left -= used.includes(noCompressed) ? plain[unit] : saves[unit];
    used.push(text);
  }
  if (used.length === 0) return undefined;
  return { left, text: `${used.join(', ')}: ${formatAmount(left, unit)}` };
}

const noCompressed = 'without compressed files (no `precompress`)';

/** Of each feed. */
const formats = 3;

function listSavings({ kinds }: SiteFigures): Saving[] {
  const sum = (...names: string[]) =>
    names.map((name) => kinds.get(name) ?? noSum).reduce(addSums);
  const saving = (text: string, { plain, compressed }: KindSum): Saving => ({
    ...{ text, plain },
    saves: add(plain, compressed),
  });
  const fronts = sum('front').plain.files;
  return [
    saving(noCompressed, { plain: noFiles, compressed: allCompressed(kinds) }),
    saving('without Markdown versions (`extras` without `markdown`)', sum('markdown')),
    saving(
      'without share cards of articles (`extras` without `card`)',
      without(sum('card'), fronts),
    ),
    saving(
      'without feeds of sections, topics, authors and running stories (`feeds: []`)',
      without(sum('feed'), fronts * formats),
    ),
    saving('without the days of all years (`extras` without `days`)', sum('day', 'days')),
    saving('without search (`extras` without `search`)', sum('search')),
  ];
}

function allCompressed(kinds: SiteFigures['kinds']): FileSum {
  return [...kinds.values()].map(({ compressed }) => compressed).reduce(add, noFiles);
}

/** The number of files that `files: one` saves, about; empty if it is on. */
function oneFileSaving({ kinds, olderPages, fragments, ...site }: SiteFigures): number[] {
  if (site.oneFile) return [];
  const filesOf = (name: string) => kinds.get(name)?.plain.files ?? 0;
  const lists = Math.round(olderPages * Math.max(0, 1 - site.pageSize / largePage));
  const groups = Math.max(0, filesOf('card') - filesOf('front'));
  return [allCompressed(kinds).files + filesOf('markdown') + groups + fragments + lists];
}

const noSum: KindSum = { plain: noFiles, compressed: noFiles };

function add(a: FileSum, b: FileSum): FileSum {
  return { files: a.files + b.files, bytes: a.bytes + b.bytes };
}

function addSums(a: KindSum, b: KindSum): KindSum {
  return { plain: add(a.plain, b.plain), compressed: add(a.compressed, b.compressed) };
}

/** A sum of files of about the same size without some of them. */
function without({ plain, compressed }: KindSum, files: number): KindSum {
  const part = plain.files === 0 ? 0 : Math.max(0, plain.files - files) / plain.files;
  const scale = (sum: FileSum) => ({
    files: Math.round(sum.files * part),
    bytes: Math.round(sum.bytes * part),
  });
  return { plain: scale(plain), compressed: scale(compressed) };
}

/** What no setting saves: the largest kinds. */
const restNames: Readonly<Record<string, string>> = {
  article: 'pages of articles',
  asset: 'pictures and other media',
  alias: 'pages of old addresses (`aliases`)',
};

function describeRest({ kinds }: SiteFigures, unit: Unit): string {
  const parts = Object.entries(restNames)
    .map(([kind, name]) => ({ name, amount: kinds.get(kind)?.plain[unit] ?? 0 }))
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount)
    .map(({ name, amount }) => `${name} are ${formatAmount(amount, unit)}`);
  return [...parts, 'choose a host that takes more'].join('; ');
}

/** `19,200 files`, `1.2 GB` */
export function formatAmount(value: number, unit: Unit): string {
  if (unit === 'files')
    return `${value.toLocaleString('en')} ${value === 1 ? 'file' : 'files'}`;
  return value >= 1e9 ? `${(value / 1e9).toFixed(2)} GB` : `${(value / 1e6).toFixed(1)} MB`;
}
