import { findDate } from '../dates/find-date.ts';
import { translateDate } from '../dates/translate-date.ts';
import { isAgency, leads, otherRoles, suffix, textRoles } from './byline-words.ts';
import { readName } from './read-name.ts';

/** A parsed byline. */
export interface Byline {
  /** The authors of the text. */
  readonly names: readonly string[];
  /** Parts that name somebody else, as written: `Photos by Jane Roe`. */
  readonly others: readonly string[];
  /** Whether the boundaries between names are certain. */
  readonly isSure: boolean;
  /** Whether words such as `By`, `Staff Writer` or `기자` mark it as a byline. */
  readonly isMarked: boolean;
}

/**
 * Parses a byline into names: `By Ana Ruiz, Bo Li and Cy Dee`. Roles (`Staff Writer`, `기자`),
 * places, papers, dates and addresses are dropped; agencies are kept (`avec AFP`). Names that
 * cannot be separated with certainty stay one name.
 */
export function readByline(line: string): Byline {
  const bare = withoutFrame(withoutDate(withoutContacts(line.normalize('NFC'))));
  const clauses = clausesOf(bare.text);
  const names: string[] = [];
  let isSure = true;
  let isMarked = bare.isMarked || clauses.some(({ isOther, hasRole }) => !isOther && hasRole);
  for (const clause of clauses) {
    if (clause.isOther) continue;
    const cut = withoutTail(clause.text);
    if (!cut.isSure) isSure = false;
    const lead = leads.exec(cut.text)?.[0] ?? '';
    if (lead !== '') isMarked = true;
    const isChinese =
      bare.isChinese || /^\s*(?:本[报報刊台]|[记記]者[^\s]*[:：\s])/u.test(cut.text);
    for (const piece of piecesOf(cut.text.slice(lead.length))) {
      const read = readName(piece, { isLater: names.length > 0, isChinese });
      if (read.isMarked) isMarked = true;
      if (!read.isSure) isSure = false;
      for (const name of read.names) if (!names.includes(name)) names.push(name);
    }
  }
  const others = clauses.filter(({ isOther }) => isOther).map(({ text }) => text.trim());
  return { names, others, isSure, isMarked };
}

function withoutContacts(line: string): string {
  return line
    .replace(/https?:\S+|[\w.+-]+[@＠][\w.-]+|(?<![\p{L}\p{N}])[@＠]\w+/gu, ' ')
    .replace(/\((?:she|he|they)\/\p{L}+\)|[（(【[]\s*[）)】\]]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A weekday before a date. */
const weekday =
  /(?<![\p{L}\p{M}])(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد)[.,،]?\s*$/iu;

const figures = new RegExp(
  String.raw`(?:${weekday.source.slice(0, -1)})?(?:\b\d{1,2}[/.-]\s?\d{1,2}[/.-]\s?\d{2,4}\b|\b\d{1,2}:\d{2}\b).*$`,
  'iu',
);

function withoutDate(line: string): string {
  const said = translateDate(line);
  const found = findDate(said, 'UTC');
  const before = found ? said.slice(0, found.from).replace(weekday, '') : line;
  // Drops ambiguous numeric dates as well: they are not names.
  const bare = `${before}${found ? ` , ${said.slice(found.to)}` : ''}`.replace(figures, ' ');
  return bare
    .replace(/(?<!\p{L})(?:\s|,)*(?:published|posted|updated|on)\s*[:,]?\s*$/iu, '')
    .replace(/[\s,]+$/u, '');
}

/**
 * Strips place, agency and brackets from an agency's byline before a text: `新华社北京电（记者 王小明）`,
 * `(서울=연합뉴스) 홍길동 기자 =`, `【東京＝山田太郎】`.
 */
function withoutFrame(line: string): { text: string; isMarked: boolean; isChinese: boolean } {
  const chinese =
    /^[^（(]{0,30}[电電讯訊]\s*[（(]([^（()）]*[记記]者[^（()）]*)[）)]$/u.exec(line)?.[1] ??
    /^[（(【[〔]?\s*(?:中央社|本[报報])?([记記]者\s*\p{Script=Han}{2,}[^（()）【】[\]〔〕]*)[）)】\]〕]?$/u.exec(
      line,
    )?.[1];
  if (chinese !== undefined) return { text: chinese, isMarked: true, isChinese: true };
  const agency =
    /^[（(【[〔]([^=＝]{1,20})[=＝]([^（()）【】[\]〔〕]+)[）)】\]〕]\s*(.*)$/u.exec(line);
  if (agency) {
    const [, , from = '', rest = ''] = agency;
    const text = rest.replace(/\s*[=＝]\s*$/u, '').trim();
    return { text: text === '' ? from : text, isMarked: true, isChinese: false };
  }
  const inner = /^[（(【[〔]\s*([^（()）【】[\]〔〕]+?)\s*[）)】\]〕]$/u.exec(line)?.[1];
  const text = (inner ?? line).replace(/^\s*[=＝]\s*|\s*[=＝]\s*$/gu, '');
  const isMarked = inner !== undefined && text.split(/[、，]/u).every(isBracketed);
  return { text, isMarked, isChinese: false };
}

/**
 * Japanese texts end with their authors in brackets, but also with other words of that length.
 */
function isBracketed(name: string): boolean {
  return (
    /^\p{Script=Han}{4,5}$/u.test(name) &&
    !/[略写真提供新聞通信放送社終完続注編資料撮影]/u.test(name)
  );
}

interface Clause {
  readonly text: string;
  readonly hasRole: boolean;
  readonly isOther: boolean;
}

const role = `(?:${textRoles}|${otherRoles})`;
const also = String.raw`\s*(?:\s(?:and|und|et|y)\s|[&＆,·・/／、+]|و)\s*`;
const marker = new RegExp(
  String.raw`(?<=^|[;,.|·•—–()（）、，；。/／\s])(?<said>${role}(?:${also}${role})*)(?:\s*[:：／/＝=]\s*|\s*・\s*(?=\p{Script=Han})|\s+(?:by|von|par|por|de|durch)\s*:?\s+|(?<=[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Arabic}])\s+(?=[\p{Script=Han}\p{Script=Hangul}\p{Script=Arabic}]))`,
  'giu',
);
const isText = new RegExp(`(?:^|[^\\p{L}])(?:${textRoles})(?=$|[^\\p{L}])`, 'iu');

/** Splits a line at role words: `Story by X; Photos by Y`. */
function clausesOf(line: string): Clause[] {
  const marks = [...line.matchAll(marker)].filter(
    ([mark], index) =>
      // `王小明 记者 李华`: the role may also belong to the name before it.
      (index === 0 || !/^(?:[记記]者|通[讯訊]员)\s*$/u.test(mark)) &&
      // `Opinion: The Ferry` is a headline.
      !/^(?:opinion|analysis|commentary|essay|column|interview)\s*[:：]/iu.test(mark),
  );
  const clauses: Clause[] = [];
  const add = (text: string, hasRole: boolean, isOther: boolean) => {
    const bare = text
      .replace(/^[\s;,.|·•]+|[\s;,|·•(（/／]+$/gu, '')
      .replace(/(?<=\p{L}{3})\.$/u, '');
    if (/[\p{L}\p{N}]/u.test(bare)) clauses.push({ text: bare, hasRole, isOther });
  };
  add(line.slice(0, marks[0]?.index), false, false);
  for (const [position, mark] of marks.entries()) {
    const end = marks[position + 1]?.index;
    const isOther = !isText.test(mark.groups?.['said'] ?? '');
    add(line.slice(isOther ? mark.index : mark.index + mark[0].length, end), true, isOther);
  }
  return clauses;
}

/** Drops what follows the names after a bar or a dash: the paper, the place. */
function withoutTail(clause: string): { text: string; isSure: boolean } {
  const found = /^(.*?\S)(?:\s*[|｜]\s*|\s+[—–-]\s+)(.+)$/u.exec(clause);
  if (!found) return { text: clause, isSure: true };
  const [, head = '', tail = ''] = found;
  // `PARIS — Jane Roe`: here the place comes first.
  const isPlace =
    !/\s/u.test(head) && /^\p{L}[\p{L}\p{M}.]*\s+\p{L}[\p{L}\p{M}.\s]*$/u.test(tail);
  if (isPlace) return { text: tail, isSure: false };
  const words = tail.split(/\s+/u).length;
  return { text: head, isSure: words <= 5 && !/[.!?。！？]$/u.test(tail) };
}

const separators = new RegExp(
  String.raw`\s*(?:,(?!\s*${suffix}(?=$|[\s,;]))|[、，،•·ㆍ／]|/|・(?=\p{Script=Han})|\s[Aa][Nn][Dd]\s|\s[Uu]nd\s|\s[Ee]t\s|\s[Yy]\s|\se\s(?=H?[Ii])|\s?[&＆]\s|\s(?=(?:with|avec|mit|con)\s(?:\p{Lu}|informa|agenc|wire|les agences|las agencias))|\sو\s)\s*`,
  'u',
);

function piecesOf(clause: string): string[] {
  return clause
    .replace(/\s*[（(]\s*((?:with|avec|mit|con)\s+[^（()）]+)[）)]/giu, '; $1')
    .split(/[;；]/u)
    .flatMap((part) => joinDoubtful(part.split(separators).filter(Boolean)))
    .flatMap(splitArabic);
}

/**
 * `Roe, Jane` and `Anna Maier, Berlin` may be one name or two: a single Latin word after a comma
 * stays with the word before it.
 */
function joinDoubtful(pieces: readonly string[]): string[] {
  const isWord = (piece: string) =>
    /^\p{Script=Latin}[\p{Script=Latin}\p{M}'’.-]*$/u.test(piece) && !isAgency(piece);
  if (pieces.length > 2 && pieces.every(isWord)) return [...pieces];
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before !== undefined && isWord(piece) && !isRoleWord(piece) && !isAgency(before))
      joined[joined.length - 1] = `${before}, ${piece}`;
    else joined.push(piece);
  }
  return joined;
}

function isRoleWord(piece: string): boolean {
  return readName(piece, { isLater: true, isChinese: false }).names.length === 0;
}

const arabicNames =
  /^(?:وليد|وائل|وسام|وفاء|ولاء|وجدي|وحيد|وصال|وسيم|وردة|ورد|وهبة|وهيب|وداد|وجيه|وعد|ونيس|وديع|وصفي|وهبي)(?:$|\s)/u;

/** `أحمد علي ومحمد حسن` is two names: `و` is attached to the next word. */
function splitArabic(piece: string): string[] {
  if (!/\p{Script=Arabic}/u.test(piece)) return [piece];
  const words = piece.split(' ');
  const at = words.findIndex(
    (word, index) =>
      index >= 2 &&
      index <= words.length - 2 &&
      /^و\p{L}{2,}/u.test(word) &&
      !arabicNames.test(word),
  );
  if (at < 0) return [piece];
  const after = words.slice(at).join(' ').slice(1);
  return [words.slice(0, at).join(' '), ...splitArabic(after)];
}
