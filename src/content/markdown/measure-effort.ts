/** Marks of emphasis and links: each may have to be compared with each of its paragraph. */
const marks = /\*+|_+|~+|[[\]]/gu;
/** What may turn out to be a mail address. */
const longWord = /(?<![\w.+-])[\w.+-]{1000,}/gu;
/** Rows, items and the like are paragraphs of their own. */
const paragraphStart = /^\s*(?:[-+*|>#=]|\d+[.)]|$)/u;
const tableRule = /^[ \t>]*[|:-][-|: \t]*$/u;

/** What a parser looks for the end of, to the end of the paragraph. */
const openings: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
];
const noneOpen: readonly number[] = openings.map(() => 0);

/**
 * What copy costs a parser, about: time is quadratic over the marks of one paragraph, over
 * the rows and items of one article and over long words before an `@`; each comment without an end
 * is looked through to the end of its paragraph; a table has a cell
 * for each column in each row, written or not. An article with a link in every line is
 * below a thousand; at 100 million the slower parser needs some seconds. Linear.
 */
export function measureEffort(body: string): number {
  let effort = 0;
  let paragraph = 0;
  let length = 0;
  let open = noneOpen;
  let rows = 0;
  let columns = 0;
  for (const line of body.split('\n')) {
    const starts = paragraphStart.test(line);
    if (starts) {
      effort += paragraph ** 2 + length * Math.max(...open);
      paragraph = 0;
      length = 0;
      open = noneOpen;
    }
    length += line.length;
    if (line.includes('<'))
      open = openings.map(([start, end], index) => {
        const last = line.lastIndexOf(end);
        const unclosed = line.slice(last + 1).split(start).length - 1;
        return last < 0 ? (open[index] ?? 0) + unclosed : unclosed;
      });
    if ((starts && line !== '') || line.includes('|')) rows++;
    if (tableRule.test(line)) columns = Math.max(columns, line.split('|').length);
    paragraph += line.match(marks)?.length ?? 0;
    if (line.length >= 1000)
      for (const word of line.match(longWord) ?? []) effort += word.length ** 2;
  }
  return (
    effort + paragraph ** 2 + length * Math.max(...open) + 4 * rows ** 2 + 100 * columns * rows
  );
}
