import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import { type ContentFile, placeOf } from './content-file.ts';

/**
 * The maximum number of bytes that the fields of an article may add to its page, by a high
 * estimate. A build compares the real size with `hosting/page-budget.ts`.
 */
const allowance = 60_000;

/** Roughly how often a page repeats a name: in its head, its text and its structured data. */
const times = 6;

/** Roughly the bytes of markup around each item of a list. */
const markup = 100;

/** Reports a field that is too large for one page, at its position. */
export function checkWeight(content: ContentFile): Problem[] {
  const {
    title,
    summary,
    authors = [],
    topics = [],
    translator,
    dateline,
    kicker,
    source,
    name,
    role,
  } = content.fields;
  const weights = {
    title: weightOf([title]),
    name: weightOf([name]),
    role: weightOf([role]),
    summary: weightOf([summary]),
    authors: weightOf(authors.map(({ name, url = '' }) => name + url)),
    topics: weightOf(topics),
    translator: weightOf([translator]),
    dateline: weightOf([dateline]),
    kicker: weightOf([kicker]),
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
      ...placeOf(content, field),
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
