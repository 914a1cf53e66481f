import { hasRunOn } from './end-addresses.ts';

interface Difference {
  readonly what: string;
  readonly pattern: RegExp;
  /** What is in every such text, or some of which: quicker to look for than the pattern. */
  readonly with?: string | readonly string[];
}

/**
 * What the two parsers read differently, as found by comparing them on random texts. Each
 * pattern is wider than the difference, looks at a line or two, and takes linear time.
 */
const differences: readonly Difference[] = [
  {
    what: 'a task without words',
    with: ['[ ]', '[x]', '[X]', '[\t]'],
    pattern: /\[[ \txX]\](?:[ \t]*\n|[ \t]{2}|[ \t]*$)/u,
  },
  { what: 'an empty list item', pattern: /(?:^|\n)[ \t>]*(?:[-+*]|\d+[.)])[ \t]*(?:\n|$)/u },
  // The reference takes it for white space.
  { what: 'U+FEFF', with: '\ufeff', pattern: /\ufeff/u },
  {
    // The fast parser deletes what stands between them.
    what: 'two single tildes in one paragraph',
    with: '~',
    pattern: /(?<!~)~(?!~)(?:(?!\n[ \t>]*\n)[^~]|~{2,}(?!~))*?(?<!~)~(?!~)/u,
  },
  {
    what: 'a bare address after an emoji or a character reference',
    pattern: /[\ud800-\udfff;]https?:/i,
  },
  { what: 'two kinds of mark side by side', with: '_', pattern: /[*~]_|_[*~]/u },
  { what: 'an escaped mark before another', with: '\\', pattern: /\\[*_~][*_~]/u },
  { what: 'a bare mailto:', pattern: /(?<!\]\(|=")(?:mailto|xmpp):/iu },
  { what: 'a bare www.', pattern: /(?<!:\/\/)www\./iu },
  {
    what: 'a bare address that begins a line of a quotation',
    with: '>',
    pattern: />[ \t]*https?:/iu,
  },
  {
    what: 'a mail address after a slash or a letter beyond ASCII',
    with: '@',
    pattern: /[/\\\u0080-\uffff][-.\w+]*@/,
  },
  {
    what: 'a bare address before a bar',
    with: '|',
    pattern: /\/\/(?:(?!\/\/)[^\s|])*\|/u,
  },
  { what: 'a bare address after a bar', with: '|', pattern: /\|[^\n|]*(?<!\]\()https?:\/\//iu },
  { what: 'a comment, declaration or instruction', with: '<', pattern: /<[!?]/u },
  {
    what: 'HTML that ends at its end tag',
    with: '<',
    pattern: /<(?:script|style|pre|textarea)/iu,
  },
  {
    what: 'a table in a list or quotation, or a rule that looks like one',
    pattern: /^(?:[ \t>]+|-[ \t]+)[|:-][-|: \t]*$/mu,
  },
  {
    what: 'a footnote with white space or brackets in its name',
    with: '[^',
    pattern: /\[\^[^[\]\s]*(?:[[\s]|$)/u,
  },
  {
    what: 'a footnote within a link',
    with: '[^',
    pattern: /\[[^[\]]*\[\^|\[\^[^[\]\s]*\][^[\]]*\]/u,
  },
  {
    what: 'a definition or footnote with something in the line below',
    with: ']:',
    pattern: /\]:(?:(?!\]:)[^\n])*\n(?![ \t]*(?:\[|\n|$))/mu,
  },
];

/** A bare address within a link that is HTML: the link's position is lost. */
const linkTag = /<a\s/iu;
const bareAddress = /(?<!\]\(|["'=])https?:|@/iu;

/** Of an indented tag that continues a quotation, one keeps the indentation. */
const indentedTag = /\S[ \t]*\n[ \t]+</u;
const quotation = /^[ \t]*>/mu;

/** A line in the margin may go on with a footnote or end it. */
const lineBelowIndented = /^[ \t]{2,}[^\n]*\n[^\s\-+*\d>]/mu;

/** A tag in the line below a row of a table, or in a footnote, may end it or not. */
const tagBelowText = /\S[ \t]*\n[ \t>]*</u;
const tableRule = /^[ \t>]*(?:\|[ \t]*:?-|:?-+:?[ \t]*\|)/mu;

/**
 * Whether copy holds something that the fast parser reads differently from the reference.
 * Ordinary articles do not.
 */
export function needsReference(source: string): boolean {
  return (
    differences.some(
      ({ pattern, with: part }) =>
        (part === undefined || holds(source, part)) && pattern.test(source),
    ) ||
    hasManyReferences(source) ||
    hasEastAsianEmphasis(source) ||
    hasRunOn(source) ||
    (source.includes('[^') && lineBelowIndented.test(source)) ||
    (source.includes('<') && hasDifferingTag(source))
  );
}

function hasDifferingTag(source: string): boolean {
  return (
    (linkTag.test(source) && bareAddress.test(source)) ||
    (indentedTag.test(source) && quotation.test(source)) ||
    (tagBelowText.test(source) && (source.includes('[^') || tableRule.test(source)))
  );
}

function holds(source: string, part: string | readonly string[]): boolean {
  return typeof part === 'string'
    ? source.includes(part)
    : part.some((one) => source.includes(one));
}

/** The fast parser takes the square of their number. */
function hasManyReferences(source: string): boolean {
  if (!source.includes('&')) return false;
  return (source.match(/&[#\w]{1,32};/gu)?.length ?? 0) > 500;
}

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
