/** A run of marks that emphasise or delete, of whatever kinds. */
const run = /[*_~]+/gu;
const punctuation = /^[\p{P}\p{S}]/u;
const space = /^(?:\s|$)/u;
/** The character before decides what it is. */
const variationSelector = /^[\ufe00-\ufe0e\u{e0100}-\u{e01ef}]/u;
/**
 * More than the characters that count as Chinese, Japanese or Korean, but no letter or mark of
 * other languages' ordinary copy: Hangul, the won sign, and all beyond U+2300.
 */
const eastAsian = /^[\u1100-\u11ff\u20a9\u2300-\u{10ffff}]/u;
const quickEastAsian = /[\u1100-\u11ff\u20a9\u2300-\uffff]/;
const blankLine = /\n[ \t]*\n/u;
/** Links and footnotes without marks in them. */
const plainLink = /\[[^[\]*_~`<\\|\n]*\]\([^()*_~`<\\|\s]*\)|\[\^[^[\]*_~`<\\|\s]+\]/gu;
/** What may hide a mark or set a bound to it. */
const obstacle = /[_[\]`<\\|]/u;

interface Run {
  readonly marks: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Whether copy has emphasis that only the reference reads. Its rules for Chinese, Japanese and
 * Korean let marks between punctuation and a letter do both, begin and end; that changes
 * nothing where every line of a paragraph has pairs alone. Linear.
 */
export function hasEastAsianEmphasis(source: string): boolean {
  if (!quickEastAsian.test(source) || !runsOf(source).some(isBoth)) return false;
  return source
    .split(blankLine)
    .some((block) => runsOf(block).some(isBoth) && !block.split('\n').every(hasPairsOnly));
}

function isBoth({ marks, before, after }: Run): boolean {
  if (!eastAsian.test(before) && !eastAsian.test(after)) return false;
  if (variationSelector.test(before) || variationSelector.test(after)) return true;
  // Marks of one kind are punctuation to those of another.
  if (!isOneKind(marks)) return true;
  if (space.test(before) || space.test(after)) return false;
  return punctuation.test(before) !== punctuation.test(after);
}

/** Whether marks come in twos, each beginning with one that may begin and ending with one that may end. */
function hasPairsOnly(line: string): boolean {
  const plain = line.replace(plainLink, '[)');
  const runs = runsOf(plain).filter(isActive);
  if (runs.length === 0) return true;
  return (
    runs.length % 2 === 0 &&
    !obstacle.test(plain) &&
    runs.every((current, index) => {
      const { marks, before, after } = current;
      if (!isOneKind(marks) || marks.length > 2) return false;
      if (variationSelector.test(before) || variationSelector.test(after)) return false;
      if (index % 2 === 0) return mayBegin(before, after);
      return mayBegin(after, before) && runs[index - 1]?.marks === marks;
    })
  );
}

/** The rule of CommonMark; the other way round, it is the one for the end. */
function mayBegin(before: string, after: string): boolean {
  if (space.test(after)) return false;
  return !punctuation.test(after) || space.test(before) || punctuation.test(before);
}

/** Not a mark between spaces, nor a single tilde. */
function isActive({ marks, before, after }: Run): boolean {
  return marks !== '~' && !(space.test(before) && space.test(after));
}

function isOneKind(marks: string): boolean {
  return marks === marks.charAt(0).repeat(marks.length);
}

function runsOf(source: string): Run[] {
  return [...source.matchAll(run)].map(({ 0: marks, index }) => ({
    marks,
    before: characterBefore(source, index),
    after: characterAt(source, index + marks.length),
  }));
}

function characterAt(text: string, index: number): string {
  const point = text.codePointAt(index);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function characterBefore(text: string, index: number): string {
  const two = index > 1 ? characterAt(text, index - 2) : '';
  return two.length === 2 ? two : text.slice(Math.max(0, index - 1), index);
}
