import type { Element, ElementContent, Root } from 'hast';
import { formatInstant } from '../../../language/format-date.ts';
import {
  createNewsDate,
  parseWrittenDate,
  startOf,
  toMachineDate,
} from '../../../language/news-date.ts';
import { quote } from '../../../system/problems/format-problem.ts';
import { wrongValue } from '../../../system/problems/problem.ts';
import { isVisible } from '../characters.ts';
import { entryClass, type LiveEntry } from '../live-entry.ts';
import { type MarkdownJob, noteProblem } from '../markdown-job.ts';
import { collapse, toPlainText } from '../plain-text.ts';
import { headingDepth } from './level-headings.ts';
import { isFootnotes } from './name-footnotes.ts';

interface Found {
  readonly heading: Element;
  readonly instant: number;
  readonly entry: LiveEntry;
  readonly below: ElementContent[];
}

/**
 * Makes entries of a live article from headings such as `2026-01-06T18:30+09:00 Headline` at the
 * top level of the text, the newest first. Text before the first one stays above them.
 */
export function gatherEntries(tree: Root, job: MarkdownJob): void {
  const first = tree.children.findIndex((node) => node.type === 'element' && isTimed(node));
  if (first < 0) return;
  const found: Found[] = [];
  const depth = headingDepth(tree.children[first] as Element) ?? 2;
  let last = first;
  for (; last < tree.children.length; last++) {
    const node = tree.children[last] as ElementContent;
    if (node.type === 'element' && isFootnotes(node)) break;
    const taken = node.type === 'element' ? takeTime(node, job) : undefined;
    if (taken) {
      found.push({ heading: node as Element, ...taken, below: [] });
      continue;
    }
    if (node.type === 'element' && (headingDepth(node) ?? 7) <= depth && !isTimed(node))
      noteTimeless(node, job);
    found.at(-1)?.below.push(node);
  }
  noteOrder(found, job);
  const isNewestFirst = (found[0]?.instant ?? 0) > (found.at(-1)?.instant ?? 0);
  // Of two entries of one minute the one written later is newer, and gets the longer id.
  const oldestFirst = (isNewestFirst ? found.toReversed() : found).toSorted(
    (a, b) => a.instant - b.instant,
  );
  const times = new Map<string, number>();
  const entries = oldestFirst.map((one) => {
    const { id } = one.entry;
    const count = (times.get(id) ?? 0) + 1;
    times.set(id, count);
    return count === 1 ? one : { ...one, entry: { ...one.entry, id: `${id}-${count}` } };
  });
  entries.reverse();
  job.entries.push(...entries.map(({ entry }) => entry));
  tree.children.splice(first, last - first, ...entries.map((one) => toElement(one, job)));
}

const written =
  /^\s*(\d{4}-\d{2}-\d{2})[T ]\s*(\d{1,2}:\d{2}(?::\d{2})?)\s*(Z|UTC|GMT|[+\-\u2212]\d{2}:?\d{2})?(?=$|[\s\p{P}])[\s:–—|-]*/iu;

/** A heading that begins with a day and a time. */
function isTimed(node: Element): boolean {
  return headingDepth(node) !== undefined && written.test(toPlainText(node));
}

function takeTime(node: Element, job: MarkdownJob) {
  if (!isTimed(node)) return undefined;
  const [text = '', day = '', clock = '', offset] = written.exec(toPlainText(node)) ?? [];
  const real = parseWrittenDate(`${day}T${clock}${offset ?? ''}`);
  if (!real) {
    noteProblem(job, node, {
      severity: 'error',
      field: 'live',
      message: wrongValue(
        'a day and a time such as 2026-01-06T18:30+09:00',
        quote(text.trim()),
      ),
      cure: 'correct it',
    });
    return undefined;
  }
  const date = createNewsDate(real, job.options.timeZone ?? 'UTC');
  const instant = startOf(date, 'UTC');
  cutStart(node, text.trim());
  const utc = new Date(instant).toISOString().replace(/\.\d+Z$|[-:]/gu, '');
  const id = `t-${utc.replace('T', '-').replace(/00$/u, '')}`;
  const headline = collapse(toPlainText(node));
  const isKey = headline !== '' && node.children.every((child) => isBold(child));
  return { instant, entry: { id, time: toMachineDate(date), headline, isKey } };
}

function isBold(node: ElementContent): boolean {
  if (node.type === 'text') return !isVisible(node.value);
  return node.type === 'element' && /^(?:strong|b)$/u.test(node.tagName);
}

/** Removes the beginning of an element's text, which may be in several nodes. */
function cutStart(node: Element, text: string): void {
  let left = text.replace(/\s/gu, '').length;
  const cut = (parent: Element): void => {
    for (const child of [...parent.children]) {
      if (left <= 0) break;
      if (child.type === 'element') cut(child);
      if (child.type !== 'text') continue;
      let index = 0;
      while (index < child.value.length && left > 0) {
        if (/\S/u.test(child.value[index] ?? '')) left -= 1;
        index += 1;
      }
      child.value = child.value.slice(index).trimStart();
    }
  };
  cut(node);
  node.children = node.children.filter((child) => child.type !== 'text' || child.value !== '');
}

function noteTimeless(node: Element, job: MarkdownJob): void {
  noteProblem(job, node, {
    severity: 'warning',
    field: 'live',
    message: wrongValue(
      'a heading with day and time, such as `## 2026-01-06T18:30+09:00 Headline`',
      quote(collapse(toPlainText(node))),
    ),
    cure: 'it is a part of the entry above it; give it a time, or one more `#`',
  });
}

/** Warns about entries against the order of the others. */
function noteOrder(found: readonly Found[], job: MarkdownJob): void {
  const [first] = found;
  const end = found.at(-1);
  if (!first || !end) return;
  const sign = first.instant > end.instant ? -1 : 1;
  for (const [index, one] of found.entries()) {
    const before = found[index - 1];
    if (!before || (one.instant - before.instant) * sign >= 0) continue;
    noteProblem(job, one.heading, {
      severity: 'warning',
      field: 'live',
      message: wrongValue(
        `a time not ${sign > 0 ? 'before' : 'after'} ${before.entry.time}, that of the entry above it`,
        one.entry.time,
      ),
      cure: 'readers see it in the order of time; correct the time, or move it',
    });
  }
}

function toElement({ heading, entry, below }: Found, { options }: MarkdownJob): Element {
  const { id, time } = entry;
  const shown = formatInstant(time, options.language, options.timeZone ?? 'UTC');
  const link = element('a', { href: `#${id}`, className: ['live-link'] }, [
    element('time', { dateTime: time }, [{ type: 'text', value: shown }]),
  ]);
  return element('section', { id, className: [entryClass] }, [
    element('div', { className: ['live-time'] }, [link]),
    ...(isVisible(entry.headline) ? [heading] : []),
    ...below,
  ]);
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}
