import { hasRunOn } from './end-addresses.ts';

interface Difference {
  readonly what: string;
  readonly pattern: RegExp;
  /**
   * One of these strings is in every match. Searching for it is faster than running the
   * pattern.
   */
  readonly with?: string | readonly string[];
}

/**
 * Syntax that the two parsers read differently, found by comparing them on random texts. Each
 * pattern matches more than the difference, looks at one or two lines, and takes linear time.
 */
const differences: readonly Difference[] = [
  {
    what: 'a task without words',
    with: ['[ ]', '[x]', '[X]', '[\t]'],
    pattern: /\[[ \txX]\](?:[ \t]*\n|[ \t]{2}|[ \t]*$)/u,
  },
  { what: 'an empty list item', pattern: /(?:^|\n)[ \t>]*(?:[-+*]|\d+[.)])[ \t]*(?:\n|$)/u },
  // The reference parser treats it as white space.
  { what: 'U+FEFF', with: '\ufeff', pattern: /\ufeff/u },
  {
    // The fast parser removes the text between them.
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

/** A bare URL inside an HTML link: the link's position is lost. */
const linkTag = /<a\s/iu;
const bareAddress = /(?<!\]\(|["'=])https?:|@/iu;

/** One parser keeps the indentation of an indented tag that continues a quotation. */
const indentedTag = /\S[ \t]*\n[ \t]+</u;
const quotation = /^[ \t]*>/mu;

/** A line without indentation may continue a footnote or end it. */
const lineBelowIndented = /^[ \t]{2,}[^\n]*\n[^\s\-+*\d>]/mu;

/** A tag in the line below a table row, or in a footnote, may end it or not. */
const tagBelowText = /\S[ \t]*\n[ \t>]*</u;
const tableRule = /^[ \t>]*(?:\|[ \t]*:?-|:?-+:?[ \t]*\|)/mu;

/**
 * Whether a source contains something that the fast parser reads differently from the reference
 * parser. Ordinary articles do not.
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

/** The fast parser takes quadratic time for character references. */
function hasManyReferences(source: string): boolean {
  if (!source.includes('&')) return false;
  return (source.match(/&[#\w]{1,32};/gu)?.length ?? 0) > 500;
}

/** A run of emphasis and strikethrough marks of any kind. */
const run = /[*_~]+/gu;
const punctuation = /^[\p{P}\p{S}]/u;
const space = /^(?:\s|$)/u;
/** The character before it decides. */
const variationSelector = /^[\ufe00-\ufe0e\u{e0100}-\u{e01ef}]/u;
/**
 * A superset of the characters that count as Chinese, Japanese or Korean, without the letters
 * and marks of other languages: Hangul, the won sign, and everything from U+2300.
 */
const eastAsian = /^[\u1100-\u11ff\u20a9\u2300-\u{10ffff}]/u;
const quickEastAsian = /[\u1100-\u11ff\u20a9\u2300-\uffff]/;
const blankLine = /\n[ \t]*\n/u;
/** Links and footnotes that contain no marks. */
const plainLink = /\[[^[\]*_~`<\\|\n]*\]\([^()*_~`<\\|\s]*\)|\[\^[^[\]*_~`<\\|\s]+\]/gu;
/** Characters that may hide or limit a mark. */
const obstacle = /[_[\]`<\\|]/u;

interface Run {
  readonly marks: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Whether a source has emphasis that only the reference parser reads. Its rules for Chinese,
 * Japanese and Korean let marks between punctuation and a letter both open and close. That
 * makes no difference if every line of a paragraph contains pairs only. Linear time.
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
  // Marks of one kind are punctuation for marks of another.
  if (!isOneKind(marks)) return true;
  if (space.test(before) || space.test(after)) return false;
  return punctuation.test(before) !== punctuation.test(after);
}

/** Whether the marks of a line are pairs: one that can open, then one that can close. */
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

/** The CommonMark rule for opening; swap the arguments for closing. */
function mayBegin(before: string, after: string): boolean {
  if (space.test(after)) return false;
  return !punctuation.test(after) || space.test(before) || punctuation.test(before);
}

/** Whether a run can open or close: not between spaces, and not a single tilde. */
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
