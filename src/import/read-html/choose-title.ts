import type { Note } from '../draft.ts';
import { comparableText } from '../plain-text.ts';
import { type Fact, noteChoice } from './fact.ts';

/**
 * Chooses the headline: the given one, else the first from metadata, else <h1>. Of several <h1>,
 * the one that <title> contains, else <title> itself: the others are headings.
 */
export function chooseTitle(
  facts: readonly Fact[],
  site: string | undefined,
  given: string | undefined,
  notes: Note[],
): string | undefined {
  if (given !== undefined) {
    notes.push({ field: 'title', message: 'from --title', certainty: 'certain' });
    return given;
  }
  const named = facts.find(({ from }) => from === '<title>');
  const isSite = ({ value }: Fact) =>
    (site !== undefined && comparableText(value) === comparableText(site)) ||
    isTail(value, named?.value);
  const heads = facts.filter((fact) => fact.from === '<h1>');
  const shown = heads.filter((fact) => named === undefined || !isSite(fact));
  const siteName = site ?? heads.find(isSite)?.value;
  const same = shown.find(
    ({ value }) => named && comparableText(named.value).includes(comparableText(value)),
  );
  const [only] = shown.length === 1 ? shown : [];
  const head = same ?? only;
  const metadata = facts.find(({ from }) => from !== '<h1>' && from !== '<title>');
  const first = metadata ?? head ?? named ?? shown[0] ?? heads[0];
  if (first === undefined) {
    notes.push({ field: 'title', message: 'the page has no headline', certainty: 'doubtful' });
    return undefined;
  }
  const title = trimTitle(first.value, siteName, head?.value, first.from === '<title>');
  const sure = first.visible || first.from === '<title>' ? 'likely' : 'certain';
  notes.push(noteChoice('title', first, sure, title));
  if (title !== first.value)
    notes.push({
      field: 'dropped',
      message: `${JSON.stringify(first.value.replace(title, '').trim())} after the headline: the name of the site`,
      certainty: 'likely',
    });
  const others = [head ?? shown[0], metadata === undefined ? named : undefined].filter(
    (fact) => fact !== undefined && fact !== first && !containsTitle(fact.value, title),
  );
  for (const fact of others)
    notes.push({
      line: fact?.line,
      field: 'title',
      message: `${fact?.from} has another headline: ${JSON.stringify(fact?.value)}`,
      certainty: fact?.from === '<h1>' && metadata !== undefined ? 'likely' : 'doubtful',
    });
  return title;
}

/** Whether a <title> or <h1> contains a headline, with or without the site's name. */
function containsTitle(value: string, title: string): boolean {
  return (
    comparableText(value).includes(comparableText(title)) ||
    comparableText(value).includes(comparableText(withoutReadings(title)))
  );
}

/** Removes the readings of words from a headline: `東京（とうきょう）`. */
function withoutReadings(title: string): string {
  return title.replace(/（[\p{Script=Hiragana}\p{Script=Katakana}ー]+）/gu, '');
}

/** Whether a heading is the shorter part of a <title> after a separator: the site's name. */
function isTail(value: string, title: string | undefined): boolean {
  return splitTitle(title ?? '').some(
    ({ head, tail }) =>
      comparableText(tail) === comparableText(value) &&
      comparableText(head).length >= comparableText(tail).length,
  );
}

/** Separators between a headline and its site's name; East Asian sites omit the spaces. */
const between = /\s+(?:[|｜·•»›/:—–‐-]|::)\s+|[|｜－]|(?<=\S)_(?=\S)/gu;
/** Separators that do not occur in headlines. */
const sure = /^\s*[|｜_]\s*$/u;

/** Splits a title at each place where a site's name may begin or end. */
function splitTitle(
  title: string,
): { readonly head: string; readonly mark: string; readonly tail: string }[] {
  return [...title.matchAll(between)].map(({ index, 0: mark }) => ({
    head: title.slice(0, index).trim(),
    mark,
    tail: title.slice(index + mark.length).trim(),
  }));
}

/**
 * Removes the site's name after (`Headline | Daily News`) or before a headline: where the part
 * equals `site`, where the rest equals `shown`, or, in a `<title>`, after the last bar.
 */
export function trimTitle(
  title: string,
  site: string | undefined,
  shown: string | undefined,
  isPageTitle: boolean,
): string {
  const parts = splitTitle(title).filter(({ head, tail }) => head !== '' && tail !== '');
  const isSame = (one: string, other: string | undefined) =>
    other !== undefined &&
    comparableText(other) !== '' &&
    comparableText(one) === comparableText(other);
  for (const { head, tail } of parts) {
    if (isSame(head, shown)) return head;
    if (isSame(tail, shown)) return tail;
  }
  for (const { head, tail } of parts) {
    if (isSame(tail, site)) return head;
    if (isSame(head, site)) return tail;
  }
  const last = parts.at(-1);
  const isSure = last !== undefined && sure.test(last.mark) && last.tail.length <= 30;
  const isName = isSure && (!last.mark.includes('_') || /^\P{ASCII}+$/u.test(last.tail));
  return isPageTitle && shown === undefined && isName ? last.head : title;
}
