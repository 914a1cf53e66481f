import { toPlainLine } from './to-plain-line.ts';

/** The heading at the beginning of a text. */
interface FirstHeading {
  /** 1 or 2, as written. */
  readonly level: number;
  readonly words: string;
  /** Offset after the heading. */
  readonly end: number;
}

const forms: readonly RegExp[] = [
  /^\s*(?<marks>#{1,2})[ \t]+(?<words>\S.*?)[ \t]*#*[ \t]*(?:\n|$)/u,
  /^\s*(?<words>[^\s#>|`~<+*-].*?)[ \t]*\n[ ]{0,3}(?<line>=+|-{2,})[ \t]*(?:\n|$)/u,
  /^\s*<h(?<tag>[12])\b[^<>]*>(?<words>(?:(?!<\/?h[1-6]\b)[\s\S]){1,500})<\/h\k<tag>>[ \t]*(?:\n|$)/iu,
];

/** The first or second level heading at the beginning of a text. */
export function firstHeading(body: string): FirstHeading | undefined {
  for (const form of forms) {
    const found = form.exec(body);
    if (!found) continue;
    const { marks, words = '', line = '', tag } = found.groups ?? {};
    const level = tag ? Number(tag) : (marks?.length ?? (line.startsWith('=') ? 1 : 2));
    const plain = toPlainLine(words.replace(/\s*\{[^{}]*\}$/u, ''));
    return plain === '' ? undefined : { level, words: plain, end: found[0].length };
  }
  return undefined;
}

/** Compares two lines, ignoring quotation marks, dashes, spaces and case. */
export function isSameLine(a: string, b: string): boolean {
  return toTypewriter(a) === toTypewriter(b);
}

function toTypewriter(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
    .replace(/[“”„‟«»‹›‘’‚‛"'`´′″「」『』]+/gu, "'")
    .replace(/\s*[\p{Pd}\u2212]+\s*/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/\s*([:;!?…])/gu, '$1')
    .trim()
    .replace(/(?<!\.)\.$/u, '')
    .toLowerCase();
}

/** Removes the heading that repeats the headline. */
export function dropRepeatedHeading(body: string, title: string): string {
  const heading = firstHeading(body);
  return heading && isSameLine(heading.words, title) ? body.slice(heading.end) : body;
}
