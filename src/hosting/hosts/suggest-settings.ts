import { type FileSum, type KindSum, noFiles, type SiteFigures } from './measure-site.ts';

/** A setting that makes a site smaller, and what it saves. */
interface Saving extends KindSum {
  /** As in: without …. */
  readonly text: string;
}

type Unit = keyof FileSum;

/**
 * Names the settings that bring a site below a limit: each that is enough alone, else as many as are
 * needed, those first that readers miss least. The numbers are what this site would have.
 */
export function suggestSettings(figures: SiteFigures, unit: Unit, max: number): string {
  const all = figures.values[unit] ?? 0;
  const withCompressed = ({ plain, compressed }: Saving) => plain[unit] + compressed[unit];
  const savings = listSavings(figures).filter((saving) => withCompressed(saving) > 0);
  const enough = savings.filter((saving) => all - withCompressed(saving) <= max);
  if (enough.length > 0)
    return enough
      .map((saving) => `${saving.text}: ${formatAmount(all - withCompressed(saving), unit)}`)
      .join('; ');
  let left = all;
  const used: string[] = [];
  for (const { text, plain, compressed } of savings) {
    // The first one takes all compressed files away.
    const saved = used.includes(noCompressed) ? plain[unit] : plain[unit] + compressed[unit];
    if (left <= max || saved === 0) continue;
    left -= saved;
    used.push(text);
  }
  const advice = used.length > 0 ? [`${used.join(', ')}: ${formatAmount(left, unit)}`] : [];
  return [...advice, ...(left > max ? [describeRest(figures, unit)] : [])].join('; ');
}

const noCompressed = 'without compressed files (no `precompress`)';

/** Of each feed. */
const formats = 3;

function listSavings({ kinds }: SiteFigures): Saving[] {
  const sum = (...names: string[]) =>
    names.map((name) => kinds.get(name) ?? noSum).reduce(addSums);
  const fronts = sum('front').plain.files;
  const compressed = [...kinds.values()]
    .map(({ compressed }) => compressed)
    .reduce(add, noFiles);
  return [
    { text: noCompressed, plain: noFiles, compressed },
    {
      text: 'without Markdown versions (`extras` without `markdown`)',
      ...sum('markdown'),
    },
    {
      text: 'without share cards of articles (`extras` without `card`)',
      ...without(sum('card'), fronts),
    },
    {
      text: 'without feeds of sections, topics, authors and running stories (`feeds: []`)',
      ...without(sum('feed'), fronts * formats),
    },
    {
      text: 'without the days of all years (`extras` without `days`)',
      ...sum('day', 'days'),
    },
    { text: 'without search (`extras` without `search`)', ...sum('search') },
  ];
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
