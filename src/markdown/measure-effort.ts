/** Marks of emphasis and links: each may have to be compared with each of its paragraph. */
const marks = /[*_~]+|[[\]]/gu;
/** What may turn out to be an e-mail address. */
const longWord = /[\w.+-]{1000,}/gu;
/** Rows and list items are paragraphs of their own. */
const paragraphStart = /^\s*(?:[-+*|>#]|\d+[.)]|$)/u;

/**
 * What the inline marks of copy cost a parser, about: both take quadratic time over the
 * marks of one paragraph and over long words before an `@`. An article with a link in
 * every line is below a thousand; at 100 million the slower parser needs some seconds.
 * Linear.
 */
export function measureEffort(body: string): number {
  let effort = 0;
  let paragraph = 0;
  for (const line of body.split('\n')) {
    if (paragraphStart.test(line)) {
      effort += paragraph ** 2;
      paragraph = 0;
    }
    paragraph += line.match(marks)?.length ?? 0;
    for (const word of line.match(longWord) ?? []) effort += word.length ** 2;
  }
  return effort + paragraph ** 2;
}
