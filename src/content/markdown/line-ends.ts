/** Full-width letters without spaces between words. Hangul has spaces. */
const wide = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\u3001-\u303f\u30fb\u30fc\uff01-\uff9f\uffe0-\uffe6\ufe30-\ufe4f]`;
/** Punctuation that Chinese and Japanese share with other languages. */
const shared = '[‘’“”…‥—–·]';

const [endsWide, startsWide] = [new RegExp(`${wide}$`, 'u'), new RegExp(`^${wide}`, 'u')];
const [endsShared, startsShared] = [
  new RegExp(`${shared}$`, 'u'),
  new RegExp(`^${shared}`, 'u'),
];

/**
 * Whether a line break between two texts becomes nothing instead of a space
 * (https://drafts.csswg.org/css-text-4/#line-break-transform, which browsers do not implement
 * yet).
 */
export function isTight(before: string, after: string, language: string): boolean {
  // Korean writes spaces between words in Han characters too.
  if (/^ko\b/iu.test(language)) return false;
  const [left, right] = [endsWide.test(before), startsWide.test(after)];
  if (left && right) return true;
  return (
    /^(?:zh|ja)\b/iu.test(language) &&
    ((left && startsShared.test(after)) || (right && endsShared.test(before)))
  );
}

/** Joins lines of Chinese and Japanese text without a space. */
export function joinLines(text: string, language: string): string {
  if (!text.includes('\n')) return text;
  return text
    .split(/(?<![ \t])[ \t]*\n[ \t]*/u)
    .reduce((joined, line) =>
      isTight(joined.slice(-2), line.slice(0, 2), language)
        ? joined + line
        : `${joined}\n${line}`,
    );
}
