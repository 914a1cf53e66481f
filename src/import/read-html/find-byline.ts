import type { Element } from 'hast';
import { readByline } from '../bylines/read-byline.ts';
import { attributeOf, textOf } from '../html/html-tree.ts';
import type { Fact } from './fact.ts';

const named =
  /(?:^| )(?:[\w-]+__)?(?:byline|author|authors|author-name|article-author|article-byline|post-author|entry-author|story-author|writer|reporter|journalist|autor|auteur)(?:__?(?:names?|text))?(?: |$)/iu;
/** Names of readers, or in other articles. */
const elsewhere =
  /(?:^|[\s_-])(?:comments?|replies|related|recommend\w*|bio|disqus)(?:$|[\s_-])/iu;

/** The names of a byline element. */
export function findByline(
  element: Element,
  ancestors: readonly Element[],
  rel: string[],
  href: string,
): Fact[] {
  const isLink = element.tagName === 'a' && rel.includes('author');
  const isLine = named.test(attributeOf(element, 'className'));
  if (!isLink && !isLine) return [];
  const value = textOf(element);
  if (value.length > 120 || isSentence(value)) return [];
  if (isElsewhere(ancestors)) return [];
  const from = isLink ? 'rel=author' : `class=${attributeOf(element, 'className')}`;
  return [{ ...factOf(value, from, element), url: (isLink && href) || undefined }];
}

/** Whether an element is in a part for readers' comments or other articles. */
export function isElsewhere(ancestors: readonly Element[]): boolean {
  return ancestors.some((outer) =>
    elsewhere.test(`${attributeOf(outer, 'className')} ${attributeOf(outer, 'id')}`),
  );
}

/** The names of a line that is marked as a byline: `By Jane Roe`, `홍길동 기자`. */
export function namesOfLine(text: string, element: Element): Fact[] {
  if (text.length > 120 || isSentence(text)) return [];
  const { names, isSure, isMarked } = readByline(text);
  if (names.length === 0 || !isSure || !isMarked) return [];
  return [factOf(text, `the line ${JSON.stringify(text)}`, element)];
}

/** How texts of Korean, Chinese and Japanese agencies and newspapers begin. */
const openings: readonly RegExp[] = [
  /^[（([]([^=（()[\]]{1,15})=([^（()[\]]{1,20})[）)\]]\s*[\p{Script=Hangul}\s·,ㆍ]{0,40}(?:기자|특파원)\s*=?/u,
  /^[（([][^=（()[\]]{1,15}=[^（()[\]]{2,20}(?:기자|특파원)[）)\]]/u,
  /^[^（(。，,]{0,20}[电電讯訊]\s*[（(][^（()）]{0,10}[记記]者[^（()）]{2,40}[）)]/u,
  /^[（(【[〔](?:中央社|本[报報])?[记記]者[^（()）】\]〕]{2,30}[）)】\]〕]/u,
  /^【[^】＝=]{1,12}[＝=][^】]{2,20}】/u,
];

/** The names at the beginning of a text: `(서울=연합뉴스) 홍길동 기자 = …`. They stay in the text. */
export function openingNamesOf(text: string, element: Element): Fact[] {
  for (const form of openings) {
    const opening = form.exec(text)?.[0];
    if (opening === undefined || opening === text) continue;
    const { names, isSure } = readByline(opening);
    if (names.length > 0 && isSure)
      return [
        factOf(opening, `the beginning of the text, ${JSON.stringify(opening)}`, element),
      ];
  }
  return [];
}

function factOf(value: string, from: string, element: Element): Fact {
  const line = element.position?.start.line;
  return { kind: 'author', value, from, visible: true, line };
}

/** Whether a line contains more than names. */
function isSentence(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  return words > 14 || (words > 6 && /\p{L}{3,}[.!?。！？]["”’」』)]*$/u.test(text));
}
