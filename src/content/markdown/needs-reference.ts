import { hasRunOn } from './address-end.ts';
import { hasEastAsianEmphasis } from './differing-marks.ts';

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
