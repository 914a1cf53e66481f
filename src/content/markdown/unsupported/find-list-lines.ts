import type { Range } from './finding.ts';

/** How a line of a list begins: a sign, or a number or letter with the marks around it. */
interface Marker {
  readonly at: number;
  /** Equal for the lines of one list. */
  readonly form: string;
  /** The number or letter; undefined for a sign. */
  readonly key?: string;
}

/**
 * Finds lines that look like a list but that Markdown joins to one paragraph: with the same
 * sign (`•`, `—`, `✅`), with numbers or letters in order (`(1)`, `一、`, `가)`), or with question
 * and answer (`Q.`, `A.`). `text` is one paragraph with its code and marks masked.
 */
export function findListLines(text: string): Range[] {
  if (!text.includes('\n')) return [];
  const found: Range[] = [];
  let before: Marker | undefined;
  let isWithin = false;
  let start = 0;
  for (const line of text.split('\n')) {
    const marker = toMarker(line);
    const begins = start + (marker?.at ?? 0);
    if (marker && before && isNext(before, marker)) {
      if (!isWithin) found.push([before.at, Math.min(start + line.length, begins + 100)]);
      isWithin = true;
    } else isWithin = false;
    // A line may end in a hard line break.
    const ends = / {2}$|\\$/u.test(line);
    before = marker && !ends ? { ...marker, at: begins } : undefined;
    start += line.length + 1;
  }
  return found;
}

/** Masked marks, such as those of bold numbers, count as space. */
const indent = /^[ \t\u3000>\uFFFC]*/u;
/** A dash or another sign; `-`, `*` and `+` only without the space that would make a list. */
const sign =
  /^(?:(?<it>[\p{So}\p{Extended_Pictographic}•·◦‣⁃∙▪▫・･ㆍ‧※†→–—―─])\uFE0F?|(?<joined>[-*+])(?=[\p{L}\u00A0\u3000])|(?<wide>[－＋＊])(?=[ \u3000]))/u;
const opening = '[(（[［【<〈]?';
const keys = [
  String.raw`\p{Nd}{1,3}`,
  '[ivx]{1,5}|[IVX]{1,5}',
  '[A-Za-z]',
  '[一二三四五六七八九十]{1,3}',
  String.raw`[\p{Script=Hangul}甲乙丙丁イロハアイウあいうأبجدسج问問答]`,
].join('|');
const closing = String.raw`[.．、)）\]］】>〉:：/]|[ \t][-–—](?=[ \t])`;
const numbered = new RegExp(
  String.raw`^(?<open>${opening})(?<key>${keys})(?<close>${closing})(?<gap>[\s\uFFFC]*)(?=\S)(?!\p{Nd})`,
  'u',
);
const counted = /^(?:(?<circled>\p{No})|(?<keycap>\d)\uFE0F?\u20E3)/u;

function toMarker(line: string): Marker | undefined {
  const at = indent.exec(line)?.[0].length ?? 0;
  const text = line.slice(at, at + 40);
  const count = counted.exec(text)?.groups;
  const single = count?.['circled'] ?? count?.['keycap'];
  if (single) return { at, form: 'counted', key: single };
  const signs = sign.exec(text)?.groups;
  const own = signs?.['it'] ?? signs?.['joined'] ?? signs?.['wide'];
  if (own) return { at, form: own };
  const { open = '', key, close, gap } = numbered.exec(text)?.groups ?? {};
  if (key === undefined) return undefined;
  // `e.g.` and the initials of a name are not list marks.
  if (/^[A-Za-z]/u.test(key) && open === '' && close !== ')' && gap === '') return undefined;
  return { at, form: open + close, key };
}

function isNext(before: Marker, marker: Marker): boolean {
  if (before.form !== marker.form) return false;
  const [first, second] = [before.key, marker.key];
  if (first === undefined || second === undefined) return first === second;
  if (/^\p{Nd}+$/u.test(first) && /^\p{Nd}+$/u.test(second))
    return toNumber(second) === toNumber(first) + 1;
  if (/^\p{No}$/u.test(first)) return second.codePointAt(0) === (first.codePointAt(0) ?? 0) + 1;
  if (dialogues.some((pair) => pair === first + second || pair === second + first)) return true;
  return series.some((items) => {
    const index = items.indexOf(first);
    return index >= 0 && items[index + 1] === second;
  });
}

/** Digits of any script. */
function toNumber(digits: string): number {
  let number = 0;
  for (const digit of digits) {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
    number = number * 10 + (code - zero);
  }
  return number;
}

const dialogues = ['QA', 'qa', 'FA', 'PR', '문답', '问答', '問答', 'سج'];
const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const series: readonly (readonly string[])[] = [
  roman,
  roman.map((item) => item.toUpperCase()),
  ...[
    'abcdefghijklmnopqrstuvwxyz',
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    '一二三四五六七八九十',
    '가나다라마바사아자차카타파하',
    'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ',
    '甲乙丙丁',
    'イロハ',
    'アイウ',
    'あいう',
    'أبجد',
  ].map((items) => [...items]),
];
