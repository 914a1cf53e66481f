/** A piece of an excerpt, and whether it matches the query. */
interface ExcerptPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Splits an excerpt of the index (text with `<mark>`, other `<` and `>` escaped) into pieces. */
export function toExcerptParts(excerpt: string): ExcerptPart[] {
  return excerpt
    .replaceAll('</mark><mark>', '')
    .split(/<mark>(.*?)<\/mark>/su)
    .flatMap((html, index) => (index % 2 === 1 ? markWords(toText(html)) : toText(html)))
    .map((part) => (typeof part === 'string' ? { text: part, isMarked: false } : part))
    .filter(({ text }) => text !== '');
}

/** The index also marks punctuation next to a word; this unmarks it. */
function markWords(text: string): (ExcerptPart | string)[] {
  const [before, words, after] = splitPunctuation(text);
  return words === '' ? [text] : [before, { text: words, isMarked: true }, after];
}

/**
 * Removes the heading at the start of an excerpt, which the result shows above it, and the full stop
 * that the index adds to the heading.
 */
export function withoutHeading(
  parts: readonly ExcerptPart[],
  heading: string,
): readonly ExcerptPart[] {
  const text = parts.map((part) => part.text).join('');
  if (heading === '' || !text.startsWith(heading)) return parts;
  const rest = text.slice(heading.length).replace(/^[.。\s]+/u, '');
  let left = rest === '' ? 0 : text.length - rest.length;
  return parts.flatMap((part) => {
    const own = part.text.slice(left);
    left = Math.max(0, left - part.text.length);
    return own === '' ? [] : [{ ...part, text: own }];
  });
}

/** The index escapes only these two characters. */
function toText(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('\u200b', '');
}

/** An excerpt as nodes, for the page, without the heading above it. */
export function markExcerpt(excerpt: string, heading = ''): (Node | string)[] {
  return withoutHeading(toExcerptParts(excerpt), heading).map(({ text, isMarked }) => {
    if (!isMarked) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

/** Punctuation around words. Characters such as `%` belong to the word. */
const around = /^((?:(?![%‰&@#])\p{P}|\s)*)(.*?)((?:(?![%‰&@#])\p{P}|\s)*)$/su;

/** Splits a text into leading punctuation, words, and trailing punctuation. */
export function splitPunctuation(text: string): readonly [string, string, string] {
  const [, before = '', words = '', after = ''] = around.exec(text) ?? [];
  return [before, words, after];
}
