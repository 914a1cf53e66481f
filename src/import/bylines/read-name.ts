import {
  isAgency,
  otherRoles,
  roles,
  suffix,
  textRoles,
  unnamedAgencies,
} from './byline-words.ts';

/** Cities of reports, which may follow a name without a space. */
const chinesePlaces =
  '北京|上海|天津|重庆|重慶|广州|廣州|深圳|香港|澳门|澳門|台北|臺北|台中|高雄|台南|新北|南京|杭州|武汉|武漢|成都|西安|沈阳|郑州|济南|长沙|合肥|福州|厦门|昆明|东京|東京|首尔|首爾|华盛顿|華盛頓|纽约|紐約|伦敦|倫敦|巴黎|柏林|莫斯科|罗马|羅馬|日内瓦|综合|綜合|外电|外電';

interface NameContext {
  /** A name came before it. */
  readonly isLater: boolean;
  /** Two words of two characters are two names. */
  readonly isChinese: boolean;
}

interface ReadName {
  readonly names: readonly string[];
  readonly isSure: boolean;
  readonly isMarked: boolean;
}

/** Reporters' titles after a name. */
const behind =
  /\s*(?:\(?(?:특파원|선임기자|전문기자|인턴기자|수습기자|객원기자|통신원|기자)\)?|論説委員|編集委員|特派員|[记記]者|通讯员|通訊員)\s*$/u;
/** Reporters' titles before a name, with paper and posting. */
const before =
  /^(?:本[报報刊台]|\p{Script=Han}{2,6}(?:社|网|網|报|報|台))?(?:特约|特派|见习|实习|首席|特約|[驻駐]\p{Script=Han}{1,4}?)*(?:[记記]者|通讯员|通訊員|特派員|編集委員|論説委員|특파원|기자)\s*[:：]?\s*/u;
/** `北京报道`, `台北6日電`: where a report was written. */
const report = `(?:报道|报导|報導|報道|专电|專電|[电電讯訊摄攝])`;
const reportAlone = new RegExp(String.raw`^\p{Script=Han}{0,6}(?:\d+日)?${report}$`, 'u');
const reported = new RegExp(
  String.raw`\s\p{Script=Han}{0,6}(?:\d+日)?${report}\s*$|(?:${chinesePlaces})+(?:\d+日)?${report}\s*$`,
  'u',
);
/** Employer or place after a name. */
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
/** A comma that may separate two names. */
const openComma = new RegExp(`,(?!\\s*${suffix}(?=$|[\\s,;]))`, 'u');
const roleAlone = new RegExp(`^(?:${textRoles})$`, 'iu');
const otherAlone = new RegExp(`^(?:${otherRoles})$`, 'iu');

/** Reads the names in a piece of a byline; none if it is a role or a place. */
export function readName(piece: string, context: NameContext): ReadName {
  const { isLater, isChinese } = context;
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
    const read = readName(name, context);
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

/** Finds the only name among several words: `연합뉴스 홍길동`, `王小明 北京`. */
function nameAmongWords(text: string, isChinese: boolean): string | undefined {
  const words = text.split(' ');
  if (words.length < 2 || words.length > 3) return undefined;
  if (!/^[\p{Script=Hangul}\s\dA-Z]+$/u.test(text) && !isChinese) return undefined;
  const known = words.filter(
    (word) => isKoreanName(word) || (isChinese && isChineseName(word)),
  );
  return known.length === 1 ? known[0] : undefined;
}

/** The most common Korean family names; given names have one or two syllables. */
const koreanFamilies =
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나엄원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국은편용';
const koreanFamiliesOfTwo = '남궁|황보|제갈|선우|독고|사공|서문';
const korean = new RegExp(
  `^(?:(?:${koreanFamiliesOfTwo})\\p{Script=Hangul}{1,2}|[${koreanFamilies}]\\p{Script=Hangul}{1,2})$`,
  'u',
);

/** Cities and desks that look like such names. */
const koreanOthers =
  /^(?:서울|부산|대구|인천|광주|대전|울산|세종|수원|성남|고양|용인|안양|안산|전주|여수|순천|남원|제주|강릉|원주|구미|하노이|방콕|도쿄|마닐라|나이로비|유엔|제네바|선양|우한|홍콩|정치부|경제부|사회부|문화부|국제부|전국부|조선일보|한겨레|오마이)$/u;

function isKoreanName(text: string): boolean {
  return korean.test(text) && !koreanOthers.test(text);
}

const chineseFamilies =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂成苗谷曲盛冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤时時穆农農司卓古吉缪簡简车車项項连連芦卜巫麦麥卞';
const chinese = new RegExp(
  `^(?:(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|司徒|东方|東方|皇甫|令狐|慕容)\\p{Script=Han}{1,2}|[${chineseFamilies}]\\p{Script=Han}{1,2})$`,
  'u',
);

const places = new RegExp(`^(?:${chinesePlaces})$`, 'u');

function isChineseName(text: string): boolean {
  return chinese.test(text) && !places.test(text);
}

/**
 * Splits names separated only by spaces: `王小明 李华`, `홍길동 김영희`. Undefined if they may be one name.
 */
function splitAtSpaces(text: string): string[] | undefined {
  const parts = text.split(/[\s\u3000]+/u);
  if (parts.length < 2) return undefined;
  const known = parts.filter((part) => isKoreanName(part) || isChineseName(part));
  return known.length === parts.length ? parts : undefined;
}
