import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import type { Note } from '../draft.ts';
import { attributeOf, elementsOf } from '../html/html-tree.ts';
import { isBlock, visibleText } from './page-words.ts';
import { isNotice, isPullQuote, isRepeated, isTeaser } from './repeated-words.ts';

/** Interactive elements. */
const controls = new Set(
  'nav form button input select textarea dialog search menu noscript amp-ad amp-sticky-ad amp-consent amp-sidebar amp-social-share amp-user-notification'.split(
    ' ',
  ),
);
const controlRoles = /^(?:navigation|search|button|toolbar|dialog|menu|menubar|tablist)$/iu;

/**
 * Removes everything from an article, in place, that is not part of it: interactive elements,
 * hidden elements, and links or stock phrases in parts named for sharing and the like. Each
 * removal is noted with its text. `isInFields` recognizes lines that front matter has; where it
 * returns '', the line goes to `taken` without a note.
 */
export function dropPageResidue(
  page: Root,
  article: Element,
  isInFields: (block: Element, text: string) => string | undefined,
): { readonly notes: readonly Note[]; readonly taken: readonly string[] } {
  const notes: Note[] = [];
  const taken: string[] = [];
  noteSurroundings(page, article, notes);
  clean(article, false, { article, notes, taken, isInFields });
  return { notes, taken };
}

interface Cleaning {
  readonly article: Element;
  readonly notes: Note[];
  readonly taken: string[];
  readonly isInFields: (block: Element, text: string) => string | undefined;
}

/** Notes the page's text outside the article, one note per part. */
function noteSurroundings(parent: Root | Element, article: Element, notes: Note[]): void {
  let run: (RootContent | ElementContent)[] = [];
  const close = () => {
    const text = run
      .map((node) => visibleText(node))
      .filter(Boolean)
      .join(' ');
    const [first] = run;
    if (text !== '' && first !== undefined)
      notes.push(
        noteOf(first, text, run.some((node) => holdsProse(node)) ? 'doubtful' : 'likely'),
      );
    run = [];
  };
  for (const child of parent.children) {
    if (child === article) close();
    else if (child.type === 'element' && holds(child, article)) {
      close();
      noteSurroundings(child, article, notes);
    } else if (child.type === 'element' && isBlock(child.tagName)) {
      close();
      run = [child];
      close();
    } else run.push(child);
  }
  close();
}

function holds(element: Element, article: Element): boolean {
  for (const { element: inner } of elementsOf(element)) if (inner === article) return true;
  return false;
}

function clean(parent: Element, isSuspect: boolean, cleaning: Cleaning): void {
  const { article, notes, taken, isInFields } = cleaning;
  const drop = (child: Element, certainty: Note['certainty'], why?: string): boolean => {
    const text = visibleText(child);
    if (text === '' && holdsPicture(child)) return false;
    if (text !== '') notes.push(noteOf(child, text, certainty, why));
    return true;
  };
  parent.children = parent.children.filter((child) => {
    if (child.type !== 'element') return true;
    const text = visibleText(child);
    const isControl =
      controls.has(child.tagName) || controlRoles.test(attributeOf(child, 'role'));
    if (isControl || isHidden(child))
      return !drop(child, holdsProse(child) ? 'doubtful' : 'likely');
    const block = isBlock(child.tagName);
    if (block && isNotice(child)) return !drop(child, 'doubtful');
    if (block && isPullQuote(child)) {
      if (isRepeated(child, article))
        return !drop(child, 'likely', 'a pull quote that repeats the text');
      if (!holdsQuote(child) && parent.tagName !== 'blockquote') child.tagName = 'blockquote';
    }
    if (block && text !== '' && text.length <= 300) {
      const field = isInFields(child, text);
      if (field === '') return taken.push(text) === 0;
      if (field !== undefined) return !drop(child, 'certain', field);
      if (isResiduePhrase(text)) return !drop(child, 'likely');
    }
    const named = residueNames.test(
      `${attributeOf(child, 'className')} ${attributeOf(child, 'id')}`,
    );
    const suspect =
      isSuspect || (block && (named || /^(?:aside|footer)$/u.test(child.tagName)));
    // Header and footer of a whole page belong to the site.
    const isSites = parent.tagName === 'body' && /^(?:header|footer)$/u.test(child.tagName);
    if (isSites && !holdsHeadline(child))
      return !drop(child, isLinksAlone(child) || rights.test(text) ? 'likely' : 'doubtful');
    if (suspect && isTeaser(child)) return !drop(child, 'doubtful');
    if (suspect && block && text !== '' && isLinksAlone(child)) return !drop(child, 'likely');
    clean(child, suspect, cleaning);
    const rest = visibleText(child);
    const late = block && rest !== text && rest !== '' ? isInFields(child, rest) : undefined;
    if (late === '') return taken.push(rest) === 0;
    return late === undefined || !drop(child, 'certain', late);
  });
}

const rights =
  /©|\(c\)|copyright|all rights reserved|alle rechte|tous droits|derechos reservados|무단|版权|版權|無断|الحقوق/iu;

function holdsHeadline(element: Element): boolean {
  return [...elementsOf(element)].some(({ element: inner }) => inner.tagName === 'h1');
}

function holdsQuote(element: Element): boolean {
  return [...elementsOf(element)].some(({ element: inner }) => inner.tagName === 'blockquote');
}

function isHidden(element: Element): boolean {
  const { hidden } = element.properties;
  if (hidden !== undefined && hidden !== null && hidden !== false) return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attributeOf(element, 'style'));
}

function holdsPicture(element: Element): boolean {
  return [element, ...[...elementsOf(element)].map(({ element: inner }) => inner)].some(
    ({ tagName }) => tagName === 'img',
  );
}

/** Whether all words of an element are links or stock phrases. */
function isLinksAlone(node: Nodes): boolean {
  let links = 0;
  const rest: string[] = [];
  const visit = (inner: Nodes) => {
    if (inner.type === 'element' && inner.tagName === 'a') links += 1;
    else if (inner.type === 'text') rest.push(inner.value);
    else if ('children' in inner) {
      for (const child of inner.children) visit(child);
      if (inner.type === 'element' && isBlock(inner.tagName)) rest.push('\n');
    }
  };
  visit(node);
  const lines = rest
    .join('')
    .split('\n')
    .map((line) => line.trim());
  return (
    links > 0 && lines.every((line) => !/[\p{L}\p{N}]/u.test(line) || isResiduePhrase(line))
  );
}

/** Whether a node holds a sentence or line that an article might contain. */
function holdsProse(node: Nodes): boolean {
  if (node.type === 'text') return isProse(node.value);
  if (node.type !== 'element') return false;
  if (/^(?:nav|footer|form)$/u.test(node.tagName)) return false;
  const inner = node.children.filter(
    (child) => !(child.type === 'element' && child.tagName === 'a'),
  );
  const own = inner.filter((child) => !(child.type === 'element' && isBlock(child.tagName)));
  if (isProse(own.map((child) => visibleText(child)).join(' '))) return true;
  return inner.some((child) => child.type === 'element' && holdsProse(child));
}

function isProse(text: string): boolean {
  const words = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}|[\p{L}\p{N}]+/gu,
  );
  return (words?.length ?? 0) >= 8;
}

function noteOf(node: Nodes, text: string, certainty: Note['certainty'], why?: string): Note {
  const line = node.position?.start.line;
  return {
    line,
    field: 'dropped',
    message: `${JSON.stringify(text)}${why === undefined ? '' : `: ${why}`}`,
    certainty,
  };
}

/** Class names and ids of the parts around an article: sharing, related articles, payment. */
const residueNames =
  /(?:^|[\s_-])(?:shar(?:e|es|ing)|social|follow|related|recirc\w*|recommend\w*|more-?(?:on|from|stories)|read-?more|read-?next|most-?(?:read|popular)|trending|popular|newsletter|subscri\w*|sign-?up|promo\w*|advert\w*|ads?|ad-slot|sponsor\w*|outbrain|taboola|comments?|disqus|breadcrumbs?|toolbar|pagination|pager|cookie\w*|consent|paywall|tags?|tag-list|topics|categories|print|skip|jump|meta|utility|footer|sidebar|widget|teasers?|bio)(?:$|[\s_-])/iu;

/** Stock phrases that are not about the article, in the interface languages. */
const residuePhrases: readonly RegExp[] = [
  /^(?:advertisement|advertising|sponsored|promoted|ad|share|share (?:this|on|via)\b.*|tweet|save|print|e-?mail|copy link|link copied!?|listen|follow us\b.*|sign up\b.{0,60}|subscribe\b.{0,60}|log in|sign in|register|comments?(?: \(\d+\))?|\d+ comments?|leave a comment|read more|continue reading|see more|show more|load more|related|related (?:articles|stories|topics|content)|more (?:on|from|stories)\b.{0,40}|recommended|most read|most popular|trending|skip to .{0,30}|jump to .{0,30}|back to top|story continues below.{0,30}|\d+[- ]min(?:ute)?s?(?: read)?)[.:]?$/iu,
  /^(?:광고|공유|공유하기|인쇄|스크랩|댓글(?: \d+)?|좋아요|구독|구독하기|로그인|회원가입|더보기|관련 ?기사|추천 ?기사|많이 본 ?뉴스|목록|글자 ?크기)$/u,
  /^(?:広告|シェア|シェアする|共有|印刷|保存|コメント(?:\d+件)?|ログイン|会員登録|続きを読む|もっと見る|関連記事|おすすめ記事|あわせて読みたい|ランキング)$/u,
  /^(?:广告|廣告|分享|打印|列印|收藏|评论|評論|登录|登入|注册|註冊|阅读更多|閱讀更多|更多|相关新闻|相关阅读|相關新聞|相關閱讀|推荐阅读|推薦閱讀|热门|熱門)$/u,
  /^(?:anzeige|werbung|teilen|drucken|merken|kommentare?(?: \(\d+\))?|anmelden|abonnieren|mehr lesen|weiterlesen|mehr zum thema|lesen sie auch|zum thema|publicité|partager|imprimer|commentaires?|se connecter|s’abonner|s'abonner|lire la suite|lire aussi|à lire aussi|articles liés|publicidad|compartir|imprimir|comentarios?|iniciar sesión|suscríbete|leer más|seguir leyendo|noticias relacionadas|lea también|إعلان|شارك|مشاركة|طباعة|تعليقات|تسجيل الدخول|اشترك|اقرأ المزيد|اقرأ أيضا|اقرأ أيضًا|مواضيع ذات صلة)[.:]?$/iu,
];

function isResiduePhrase(text: string): boolean {
  return residuePhrases.some((phrase) => phrase.test(text.trim()));
}
