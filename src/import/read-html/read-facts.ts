import type { Element, Root } from 'hast';
import type { ImportOptions, Note } from '../draft.ts';
import { attributeOf, decodeEntities, elementsOf, rawText, textOf } from '../html/html-tree.ts';
import { dropSoftBreaks } from '../plain-text.ts';
import { dateLinesOf } from './date-lines.ts';
import type { Fact } from './fact.ts';
import { findByline, isElsewhere } from './find-byline.ts';
import { createMarkedFacts } from './marked-facts.ts';
import { factsOfMeta, metaRank } from './meta-facts.ts';
import { type JsonLd, parseJsonLd, readJsonLd } from './read-json-ld.ts';

/**
 * Collects all metadata of an article, the most reliable first: JSON-LD, meta elements and links
 * of the head, microdata, and finally the visible text in and around `article`.
 */
export function readFacts(
  page: Root,
  article: Element | undefined,
  { timeZone, lang }: Pick<ImportOptions, 'timeZone' | 'lang'>,
): { facts: Fact[]; notes: Note[] } {
  const data: JsonLd[] = [];
  const metaFacts: { order: number; facts: Fact[] }[] = [];
  const licences: Fact[] = [];
  const marked = createMarkedFacts(article);
  const seen: Fact[] = [];
  const beside: Fact[] = [];
  const notes: Note[] = [];
  for (const { element, ancestors } of elementsOf(page)) {
    const line = element.position?.start.line;
    const at = { line };
    const href = attributeOf(element, 'href');
    const rel = attributeOf(element, 'rel').toLowerCase().split(/\s+/u);
    const content = attributeOf(element, 'content');
    const isMarked = marked.take(element, ancestors);
    switch (element.tagName) {
      case 'script': {
        if (!/^application\/ld\+json/iu.test(attributeOf(element, 'type'))) break;
        const value = parseJsonLd(rawText(element));
        if (value === undefined) {
          const message = 'the JSON-LD of the page is not valid JSON';
          notes.push({ ...at, field: 'dropped', message, certainty: 'likely' });
        } else data.push({ value, line });
        break;
      }
      case 'meta': {
        const name = (
          attributeOf(element, 'property') ||
          attributeOf(element, 'name') ||
          attributeOf(element, 'httpEquiv')
        ).toLowerCase();
        const order = metaRank(name);
        if (order !== undefined && content !== '')
          metaFacts.push({ order, facts: factsOfMeta(name, content, at) });
        break;
      }
      case 'html': {
        const lang = attributeOf(element, 'lang') || attributeOf(element, 'xmlLang');
        if (lang)
          metaFacts.push({
            order: -1,
            facts: [{ kind: 'lang', value: lang, from: '<html lang>', ...at }],
          });
        break;
      }
      case 'link':
        if (rel.includes('canonical') && href)
          metaFacts.push({
            order: -1,
            facts: [{ kind: 'canonical', value: href, from: '<link rel=canonical>', ...at }],
          });
        break;
      case 'title':
        if (!ancestors.some(({ tagName }) => tagName === 'svg'))
          seen.push({
            kind: 'title',
            value: decodeEntities(textOf(element)),
            from: '<title>',
            ...at,
          });
        break;
      case 'h1': {
        const value = decodeEntities(headlineIn(element));
        if (value && !isWithin(ancestors, ['nav', 'footer', 'aside']))
          seen.push({ kind: 'title', value, from: '<h1>', visible: true, ...at });
        break;
      }
    }
    if (rel.includes('license') && href) {
      const value = textOf(element) || href;
      licences.push({ kind: 'licence', value, url: href, from: 'rel=license', ...at });
    }
    if (!isMarked) {
      const date = timeOf(element, ancestors, article);
      if (date) (isWithin(ancestors, ['aside', 'nav']) ? beside : seen).push(date);
    }
    seen.push(...findByline(element, ancestors, rel, href));
  }
  metaFacts.sort((one, other) => one.order - other.order);
  const inHead = metaFacts.flatMap((entry) => entry.facts);
  const titles = [...inHead, ...seen].filter(({ kind }) => kind === 'title');
  const jsonLd = readJsonLd(
    data,
    titles.map(({ value }) => value),
  );
  const said = lang ?? [...jsonLd, ...inHead].find(({ kind }) => kind === 'lang')?.value;
  if (article !== undefined) seen.push(...dateLinesOf(article, timeZone, said));
  const facts = [...jsonLd, ...inHead, ...licences, ...marked.facts(), ...seen, ...beside];
  const clean = facts.map((fact) => ({ ...fact, value: dropSoftBreaks(fact.value) }));
  return { facts: clean.filter(({ value }) => value !== ''), notes };
}

/** The text of a heading without its buttons and permalinks. */
function headlineIn(heading: Element): string {
  const wordsOf = (node: Element): string =>
    node.children
      .map((child) => {
        if (child.type === 'text') return child.value;
        if (child.type !== 'element') return '';
        const isControl =
          /^(?:button|svg|script|style|template|noscript)$/u.test(child.tagName) ||
          attributeOf(child, 'role') === 'button' ||
          (child.tagName === 'a' && /^[#¶§🔗\s]*$/u.test(textOf(child)));
        if (isControl) return '';
        if (child.tagName === 'ruby') return textOf(child);
        return child.tagName === 'br' ? ' ' : wordsOf(child);
      })
      .join('');
  return wordsOf(heading).replace(/\s+/gu, ' ').trim();
}

function isWithin(ancestors: readonly Element[], names: readonly string[]): boolean {
  return ancestors.some(({ tagName }) => names.includes(tagName));
}

/** Attributes with the time of elements such as `3 hours ago`. */
const attributes = ['dateTime', 'title', 'dataDateTime', 'dataDatetime', 'dataModifyDateTime'];
const instant = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/u;

/**
 * The date of a visible element in the article or a header: a <time>, or another with a
 * machine-readable time, such as `<span title="2024-03-05T14:30Z">3 hours ago</span>`.
 */
function timeOf(
  element: Element,
  ancestors: readonly Element[],
  article: Element | undefined,
): Fact | undefined {
  const isNear =
    (article !== undefined && ancestors.includes(article)) ||
    ancestors.some(({ tagName }) => /^(?:article|main|header)$/u.test(tagName));
  if (!isNear || isElsewhere(ancestors)) return undefined;
  const isTime = element.tagName === 'time';
  const [value = isTime ? attributeOf(element, 'dateTime') || textOf(element) : ''] = attributes
    .map((name) => attributeOf(element, name))
    .filter((said) => instant.test(said));
  const text = textOf(element);
  if (value === '' || (!isTime && (text === '' || text.length > 40))) return undefined;
  const outer = ancestors.at(-1) ?? element;
  const words = `${attributeOf(element, 'className')} ${attributeOf(outer, 'className')}`;
  const isUpdate = /updat|modif/iu.test(words) || attributeOf(element, 'dataModifyDateTime');
  const line = element.position?.start.line;
  return {
    ...{ kind: isUpdate ? 'updated' : 'date', value, visible: true },
    from: `<${element.tagName}>`,
    line,
  };
}
