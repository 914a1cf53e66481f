import type { Element } from 'hast';
import { findDate, updatedWords } from '../dates/find-date.ts';
import { translateDate } from '../dates/translate-date.ts';
import { attributeOf } from '../html/html-tree.ts';
import type { Fact } from './fact.ts';
import { namesOfLine, openingNamesOf } from './find-byline.ts';
import { isBlock, visibleText } from './page-words.ts';

/** Longer lines are sentences, whose dates may be unrelated. */
const maxLength = 160;

/** Number of lines that may hold the publication date. */
const maxLines = 12;

const dateNames =
  /(?:^|[\s_-])(?:dates?|dateline|pub-?date|published|posted|timestamp|time|byline|meta|article-info|entry-meta|post-meta)(?:$|[\s_-])/iu;
/**
 * Finds dates in visible lines above an article's text: `By Jane Roe • Nov 11, 2020`, `입력
 * 2024.03.05. 오전 10:30`; below it only in elements whose name marks them as a date.
 */
export function dateLinesOf(
  article: Element,
  timeZone: string,
  lang: string | undefined,
): Fact[] {
  const facts: Fact[] = [];
  let isText = false;
  let lines = 0;
  const visit = (element: Element, isNamed: boolean) => {
    for (const child of element.children) {
      if (child.type !== 'element') continue;
      const name = `${attributeOf(child, 'className')} ${attributeOf(child, 'id')}`;
      const named = isNamed || dateNames.test(name);
      const isLeaf = !child.children.some(
        (inner) => inner.type === 'element' && isBlock(inner.tagName) && inner.tagName !== 'br',
      );
      if (!isLeaf) {
        visit(child, named);
        continue;
      }
      const text = visibleText(child);
      if (text === '') continue;
      lines += 1;
      if (!isText || lines <= maxLines) facts.push(...openingNamesOf(text, child));
      if (text.length > maxLength) isText = true;
      if (text.length > maxLength || /^h\d$/u.test(child.tagName)) continue;
      if ((isText || lines > maxLines) && !named) continue;
      facts.push(...datesIn(text, timeZone, child, lang), ...namesOfLine(text, child));
    }
  };
  visit(article, false);
  return facts;
}

/** The dates of a line, unless it is a sentence about something else. */
function datesIn(
  text: string,
  timeZone: string,
  element: Element,
  lang: string | undefined,
): Fact[] {
  const facts: Fact[] = [];
  let rest = translateDate(text, lang);
  let before = '';
  for (let found = findDate(rest, timeZone); found; found = findDate(rest, timeZone)) {
    before += rest.slice(0, found.from);
    const line = element.position?.start.line;
    facts.push({
      kind: updatedWords.test(rest.slice(0, found.from)) ? 'updated' : 'date',
      value: rest.slice(found.from, found.to),
      from: `the line ${JSON.stringify(text)}`,
      visible: true,
      line,
    });
    rest = rest.slice(found.to);
  }
  const others = `${before} ${rest}`;
  const words = others.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  const isSentence = words > 14 || /\p{L}{2,}[.!?。！？]["”’」』)]*\s*$/u.test(others.trim());
  return isSentence ? [] : facts;
}
