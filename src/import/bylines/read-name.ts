import {
  isAgency,
  otherRoles,
  roles,
  suffix,
  textRoles,
  unnamedAgencies,
} from './byline-words.ts';
import {
  chinesePlaces,
  isChineseName,
  isKoreanName,
  splitAtSpaces,
} from './east-asian-names.ts';

interface ReadName {
  readonly names: readonly string[];
  readonly isSure: boolean;
  readonly isMarked: boolean;
}

/** Reporters' titles behind a name. */
const behind =
  /\s*(?:\(?(?:특파원|선임기자|전문기자|인턴기자|수습기자|객원기자|통신원|기자)\)?|論説委員|編集委員|特派員|[记記]者|通讯员|通訊員)\s*$/u;
/** And before it, with their paper and where it sent them. */
const before =
  /^(?:本[报報刊台]|\p{Script=Han}{2,6}(?:社|网|網|报|報|台))?(?:特约|特派|见习|实习|首席|特約|[驻駐]\p{Script=Han}{1,4}?)*(?:[记記]者|通讯员|通訊員|特派員|編集委員|論説委員|특파원|기자)\s*[:：]?\s*/u;
/** `北京报道`, `台北6日電`: where a report was written. */
const report = `(?:报道|报导|報導|報道|专电|專電|[电電讯訊摄攝])`;
const reportAlone = new RegExp(String.raw`^\p{Script=Han}{0,6}(?:\d+日)?${report}$`, 'u');
const reported = new RegExp(
  String.raw`\s\p{Script=Han}{0,6}(?:\d+日)?${report}\s*$|(?:${chinesePlaces})+(?:\d+日)?${report}\s*$`,
  'u',
);
/** Where somebody works, and for whom. */
const employed =
  /\s+(?:(?:for|of|from|at)\s+[Tt]he\s.+|(?:for|pour|für|para)\s+\p{Lu}.*|(?:special|exclusively?)\s+(?:to|for)\s.+|(?:in|aus|en|à)\s+\p{Lu}.*)$/u;
/** Words that join a piece to the one before it. */
const joining =
  /^(?:(?:and|und|et|y|by|par|von|por|with|avec|mit|con)\s+)+(?:(?:informations? (?:from|de)|información de|Material von)\s+)?/iu;
const particle =
  "(?:de|da|das|do|dos|di|du|des|del|della|la|le|les|el|al|bin|ibn|ben|bint|van|von|vom|vor|der|den|dem|ten|ter|zu|zum|zur|und|of|the|y|e|d['’])";
const latin = new RegExp(
  String.raw`^(?:(?:${particle}|(?:[dl]['’])?\p{Lu}[\p{L}\p{M}\p{N}'’.-]*)(?:,? |$)){1,6}$|^[\p{Script=Latin}\p{M}\p{N}'’._-]+$`,
  'u',
);
const forms: readonly RegExp[] = [
  latin,
  /^\p{Script=Hangul}{2,8}$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]{2,8}(?:[\s\u3000][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]{1,4})?$/u,
  /^\p{Script=Katakana}[\p{Script=Katakana}ー・＝=\s]+$/u,
  /^[\p{Script=Arabic}\p{M}.]+(?: [\p{Script=Arabic}\p{M}.]+){0,4}$/u,
];
/** A comma that may part two names. */
const openComma = new RegExp(`,(?!\\s*${suffix}(?=$|[\\s,;]))`, 'u');
const roleAlone = new RegExp(`^(?:${textRoles})$`, 'iu');
const otherAlone = new RegExp(`^(?:${otherRoles})$`, 'iu');

/**
 * A piece of a byline -> the name in it; none where it is a role or a place. `isLater`: a name
 * went before it. `isChinese`: two words of two signs are two names.
 */
export function readName(piece: string, isLater: boolean, isChinese: boolean): ReadName {
  const trimmed = trim(piece.replace(joining, ''));
  if (!/\p{L}/u.test(trimmed) || /^\d/u.test(trimmed)) return noName(false);
  if (isLater && reportAlone.test(trimmed)) return noName(true);
  if (unnamedAgencies.test(trimmed)) return noName(false);
  if (isAgency(trimmed))
    return { names: [trimmed.replace(/^l['’]/u, '')], isSure: true, isMarked: false };
  const bracket = /^(.*\S)\s*[（(](.+)[）)]$/u.exec(trimmed);
  if (bracket) {
    const [, name = '', what = ''] = bracket;
    if (otherAlone.test(what)) return noName(true);
    const read = readName(name, isLater, isChinese);
    const isRole = roleAlone.test(what) || roles.some((form) => form.test(what));
    return { ...read, isMarked: read.isMarked || isRole };
  }
  let name = trimmed;
  name = name.replace(
    /^(?=[^=＝]*[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}])[^=＝\s]{1,12}[=＝]\s*/u,
    '',
  );
  name = trim(name.replace(before, '').replace(behind, ''));
  name = trim(name.replace(reported, ''));
  name = trim(name.replace(before, '').replace(behind, ''));
  let isMarked = name !== trimmed;
  const inService = employed.exec(name)?.[0];
  if (inService !== undefined) {
    name = trim(name.slice(0, -inService.length));
    isMarked = true;
  }
  if (!/\p{L}/u.test(name)) return noName(true);
  if (roles.some((form) => form.test(name)) && (isLater || !/^\p{Lu}\S+ \p{Lu}/u.test(name)))
    return noName(true);
  const parts = splitAtSpaces(name);
  if (parts !== undefined) {
    const isOpen =
      !isChinese &&
      parts.length === 2 &&
      parts.every((part) => /^\p{Script=Han}{2}$/u.test(part));
    return isOpen
      ? { names: [name], isSure: false, isMarked }
      : { names: parts, isSure: true, isMarked };
  }
  const alone = nameAmongWords(name, isChinese);
  if (alone !== undefined) return { names: [alone], isSure: true, isMarked };
  const isSure = forms.some((form) => form.test(name)) && !openComma.test(name);
  return { names: [name], isSure, isMarked };
}

function noName(isMarked: boolean): ReadName {
  return { names: [], isSure: true, isMarked };
}

function trim(text: string): string {
  return text.replace(/^[\s\-–—|•:：,]+|[\s\-–—|•:：,=＝]+$/gu, '').replace(/\s+/gu, ' ');
}

/** `연합뉴스 홍길동`, `王小明 北京`: one word of several is a name. */
function nameAmongWords(text: string, isChinese: boolean): string | undefined {
  const words = text.split(' ');
  if (words.length < 2 || words.length > 3) return undefined;
  if (!/^[\p{Script=Hangul}\s\dA-Z]+$/u.test(text) && !isChinese) return undefined;
  const known = words.filter(
    (word) => isKoreanName(word) || (isChinese && isChineseName(word)),
  );
  return known.length === 1 ? known[0] : undefined;
}
