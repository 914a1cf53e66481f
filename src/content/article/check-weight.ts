import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import { type ContentFile, placeOf } from './content-file.ts';

/**
 * Bytes that the fields of an article may add to its page around the text, by an estimate that is on
 * the high side. What the page really weighs is compared with `hosting/page-budget.ts` in a build.
 */
const allowance = 60_000;

/** How often a page has a name, in its head, its text and what programs read of it, about. */
const times = 6;

/** Bytes of mark-up around each item of a list, about. */
const markup = 100;

/** A field that is too much for one page, told where it is: it would be heavier than any text. */
export function checkWeight(copy: ContentFile): Problem[] {
  const {
    title,
    summary,
    authors = [],
    topics = [],
    translator,
    dateline,
    source,
  } = copy.fields;
  const weights = {
    title: weightOf([title]),
    summary: weightOf([summary]),
    authors: weightOf(authors.map(({ name, url = '' }) => name + url)),
    topics: weightOf(topics),
    translator: weightOf([translator]),
    dateline: weightOf([dateline]),
    source: weightOf([source?.name, source?.url, source?.archived]),
  };
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  if (total <= allowance) return [];
  const [field = 'title', weight = 0] =
    Object.entries(weights).sort(([, a], [, b]) => b - a)[0] ?? [];
  const list = { authors, topics }[field];
  const count = list ? ` (${list.length} names)` : '';
  return [
    {
      severity: 'error',
      ...placeOf(copy, field),
      field,
      message: wrongValue(
        `fields that add at most ${allowance} bytes to the page around the text`,
        `about ${weight} for this one${count}`,
      ),
      cure: list ? 'name fewer, or put the list into the text' : 'shorten it',
    },
  ];
}

function weightOf(texts: readonly (string | undefined)[]): number {
  return texts
    .filter((text) => text !== undefined)
    .reduce((sum, text) => sum + bytesOf(text) * times + markup, 0);
}

function bytesOf(text: string): number {
  return /^[\0-\x7f]*$/u.test(text) ? text.length : new TextEncoder().encode(text).length;
}
