import type { Element } from 'hast';
import { attributeOf, elementsOf } from '../html/html-tree.ts';
import { comparableText } from '../plain-text.ts';
import { visibleText } from './page-words.ts';

const pullQuote = /(?:^|[\s_-])pull-?quotes?(?:$|[\s_-])/iu;

/** Minimum length of a deliberate repetition. */
const minLength = 12;

/** Whether a part of an article is a pull quote. */
export function isPullQuote(element: Element): boolean {
  return pullQuote.test(attributeOf(element, 'className'));
}

/** Whether the article has the words of one of its parts elsewhere as well. */
export function isRepeated(part: Element, article: Element): boolean {
  const words = comparableText(visibleText(part).replace(/[—–-][^—–-]{0,60}$/u, ''));
  if (words.length < minLength) return false;
  const all = comparableText(visibleText(article));
  const first = all.indexOf(words);
  return first >= 0 && all.includes(words, first + words.length);
}

const noticeNames =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|paywall|regwall|subscri\w*)(?:$|[\s_-])/iu;
const noticeWords =
  /cookies?(?!\p{L})|subscri|free (?:article|stor)|log in|sign (?:in|up)|abonn|anmelden|datenschutz|se connecter|inscri|suscr|inicia(?:r)? sesión|쿠키|구독|유료|로그인|会員|有料|登録|订阅|訂閱|登录|登入|会员|會員|اشترك|اشتراك|ملفات تعريف الارتباط/iu;

/** Maximum length of a notice; a part with an article is longer. */
const maxNotice = 500;

/** Whether a part asks readers to allow cookies, subscribe or pay. */
export function isNotice(element: Element): boolean {
  const name = `${attributeOf(element, 'className')} ${attributeOf(element, 'id')}`;
  if (!noticeNames.test(name)) return false;
  const text = visibleText(element);
  return text.length <= maxNotice && noticeWords.test(text);
}

/** Whether a part announces another article: its headline is a link. */
export function isTeaser(element: Element): boolean {
  if (!/^(?:article|li)$/u.test(element.tagName) || visibleText(element).length > maxNotice)
    return false;
  return [...elementsOf(element)].some(({ element: inner, ancestors }) => {
    if (inner.tagName !== 'a' || visibleText(inner) === '') return false;
    const around = ancestors.some(({ tagName }) => /^h[2-6]$/u.test(tagName));
    return (
      around || [...elementsOf(inner)].some(({ element: one }) => /^h[2-6]$/u.test(one.tagName))
    );
  });
}
