/** A piece of an excerpt, and whether it was searched for. */
export interface ExcerptPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** An excerpt of the index (text with `<mark>`, other signs of tags escaped) as pieces of text. */
export function toExcerptParts(excerpt: string): ExcerptPart[] {
  return excerpt
    .replaceAll('</mark><mark>', '')
    .split(/<mark>(.*?)<\/mark>/su)
    .map((html, index) => ({ text: toText(html), isMarked: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** The index escapes these two alone. */
function toText(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('\u200b', '');
}

/** The same as nodes, to stand on the page. */
export function markExcerpt(excerpt: string): (Node | string)[] {
  return toExcerptParts(excerpt).map(({ text, isMarked }) => {
    if (!isMarked) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
