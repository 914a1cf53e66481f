import type { Element } from 'hast';
import { attributeOf, textOf } from '../html/html-tree.ts';
import { isElsewhere } from './byline-of.ts';
import type { Fact } from './fact.ts';

/** Attributes in which elements that say `3 hours ago` have the time. */
const attributes = ['dateTime', 'title', 'dataDateTime', 'dataDatetime', 'dataModifyDateTime'];
const instant = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/u;

/**
 * The date of an element that shows readers one, in the article or a header: a <time>, or another
 * with a time for programs, such as `<span title="2024-03-05T14:30Z">3 hours ago</span>`.
 */
export function timeOf(
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
    ...{ kind: isUpdate ? 'updated' : 'date', value, seen: true },
    from: `<${element.tagName}>`,
    ...(line !== undefined && { line }),
  };
}
