/** A piece of an excerpt, and whether it was searched for. */
interface ExcerptPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** An excerpt of the index (text with `<mark>`, other signs of tags escaped) as pieces of text. */
export function toExcerptParts(excerpt: string): ExcerptPart[] {
  return excerpt
    .replaceAll('</mark><mark>', '')
    .split(/<mark>(.*?)<\/mark>/su)
    .flatMap((html, index) => (index % 2 === 1 ? markWords(toText(html)) : toText(html)))
    .map((part) => (typeof part === 'string' ? { text: part, isMarked: false } : part))
    .filter(({ text }) => text !== '');
}

/** The index marks the comma, the full stop and the quotation marks of a word as well. */
function markWords(text: string): (ExcerptPart | string)[] {
  const [before, words, behind] = splitPunctuation(text);
  return words === '' ? [text] : [before, { text: words, isMarked: true }, behind];
}

/**
 * An excerpt without the heading that it begins with, which stands above it already, and the full
 * stop that the index puts behind that.
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

/** The index escapes these two alone. */
function toText(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('\u200b', '');
}

/** The same as nodes, to stand on the page below a heading. */
export function markExcerpt(excerpt: string, heading = ''): (Node | string)[] {
  return withoutHeading(toExcerptParts(excerpt), heading).map(({ text, isMarked }) => {
    if (!isMarked) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

/** What stands around words and is not searched for; signs such as `%` belong to a word. */
const around = /^((?:(?![%‰&@#])\p{P}|\s)*)(.*?)((?:(?![%‰&@#])\p{P}|\s)*)$/su;

/** The punctuation before words, the words, and the punctuation behind them. */
export function splitPunctuation(text: string): readonly [string, string, string] {
  const [, before = '', words = '', behind = ''] = around.exec(text) ?? [];
  return [before, words, behind];
}
