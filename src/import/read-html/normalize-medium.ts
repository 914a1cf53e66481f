import type { Element, Root } from 'hast';
import type { Note } from '../draft.ts';
import { attributeOf, elementsOf, textOf } from '../html/html-tree.ts';
import { comparableText } from '../plain-text.ts';
import type { Fact } from './fact.ts';

interface MediumPage {
  readonly facts: readonly Fact[];
  readonly notes: readonly Note[];
  readonly isDraft: boolean;
}

/**
 * Normalizes a page of a Medium export, in place: removes the export's own lines, and what
 * repeats the headline and the subtitle, which becomes the summary. Drafts have no date and file
 * names that begin with `draft_`. Other pages stay unchanged.
 */
export function normalizeMedium(page: Root, source: string): MediumPage {
  const all = [...elementsOf(page)].map(({ element }) => element);
  const part = (name: string) =>
    all.find((element) => attributeOf(element, 'dataField') === name);
  const body = part('body');
  const footer = all.find(
    (element) => element.tagName === 'footer' && /Exported from Medium/u.test(textOf(element)),
  );
  if (body === undefined || footer === undefined)
    return { facts: [], notes: [], isDraft: false };
  const facts: Fact[] = [];
  const notes: Note[] = [];
  const head = all.find(({ tagName }) => tagName === 'h1');
  const below = part('subtitle');
  const summary = below === undefined ? '' : textOf(below);
  const repeated = new Set(
    [head ? textOf(head) : '', summary].filter(Boolean).map(comparableText),
  );
  const isRepeated = (element: Element) =>
    /(?:^| )graf--(?:title|subtitle)(?: |$)/u.test(attributeOf(element, 'className')) &&
    repeated.has(comparableText(textOf(element)));
  const isRule = (element: Element) =>
    /(?:^| )section-divider(?: |$)/u.test(attributeOf(element, 'className'));
  const [rule] = all.filter(isRule);
  const isOfExport = (element: Element) =>
    element.tagName === 'p' &&
    /^(?:Exported from Medium|Canonical link|View original)/u.test(textOf(element));
  const lineOf = ({ position }: Element) =>
    position === undefined ? {} : { line: position.start.line };
  if (below && summary !== '')
    facts.push({ kind: 'summary', value: summary, from: 'the subtitle', ...lineOf(below) });
  for (const element of all) {
    const name = attributeOf(element, 'className');
    const href = attributeOf(element, 'href');
    if (/(?:^| )p-canonical(?: |$)/u.test(name) && href !== '')
      facts.push({ kind: 'canonical', value: href, from: 'class=p-canonical' });
    if (isOfExport(element) || isRepeated(element)) {
      const why = isRepeated(element) ? ': it repeats the line above' : '';
      const message = `${JSON.stringify(textOf(element))}${why}`;
      notes.push({ ...lineOf(element), field: 'dropped', message, certainty: 'certain' });
    }
  }
  remove(
    page,
    (element) =>
      element === below || element === rule || isRepeated(element) || isOfExport(element),
  );
  const isDated = all.some(({ tagName }) => tagName === 'time');
  const isDraft = !isDated || /(?:^|[\\/])draft_[^\\/]*$/u.test(source);
  if (isDraft)
    notes.push({
      field: 'draft',
      message: 'true: the export marks it as a draft',
      certainty: 'certain',
    });
  return { facts, notes, isDraft };
}

function remove(parent: Root | Element, isTaken: (element: Element) => boolean): void {
  parent.children = parent.children.filter(
    (child) => child.type !== 'element' || !isTaken(child),
  ) as Element['children'];
  for (const child of parent.children) if (child.type === 'element') remove(child, isTaken);
}
