import { remarkSigns } from '../markdown/escape-text.ts';

/** Characters that mark something up wherever they stand, entities, and beginnings of remarks. */
const signs = /[\\`*_[\]<~]|&(?=#?\w+;)|\|/u;
const marks = new RegExp(`${signs.source}|${remarkSigns.source}`, 'gu');

/** What begins a block when a line begins with it: the sign that a backslash makes harmless. */
const beginnings: readonly RegExp[] = [
  /^(?=#{1,6}(?:\s|$))/u,
  /^(?=>)/u,
  /^(?=[-+](?:\s|$))/u,
  /^(?=(?:-\s*){3,}$)/u,
  /^(?==+\s*$)/u,
  /^(?=-+\s*$)/u,
  /^(?=:?-+:?(?:\s|$))/u,
  /^(?=\+\+\+)/u,
  /^\d{1,9}(?=[.)](?:\s|$))/u,
];

/** What becomes a link by itself, in which a backslash would be shown (GFM, autolinks). */
const address = /(?<![a-z])(?:https?:\/\/|www\.)[^\s<>]+/giu;
const trailing = new Set('[]().,;:!?\'"’”»*_~|`\\');

/** One line of plain text as Markdown that shows that very text. */
export function escapeLine(line: string): string {
  let escaped = '';
  let last = 0;
  for (const { 0: found, index } of line.matchAll(address)) {
    let end = found.length;
    while (trailing.has(found[end - 1] ?? '')) end--;
    const url = found.slice(0, end);
    escaped += escapeMarks(line.slice(last, index));
    escaped += url.search(marks) < 0 ? url : formatAddress(url);
    last = index + url.length;
  }
  escaped += escapeMarks(line.slice(last));
  const begins = beginnings.map((pattern) => pattern.exec(escaped)).find((match) => match);
  return begins ? `${begins[0]}\\${escaped.slice(begins[0].length)}` : escaped;
}

/** The same for the text of a heading, whose last signs may not close it. */
export function escapeHeading(line: string): string {
  return escapeLine(line).replace(/(?<=\s)#+$/u, '\\$&');
}

/** Between angle brackets no sign is taken for markup; without a scheme there must be no link. */
function formatAddress(url: string): string {
  return /^http/iu.test(url) ? `<${url}>` : escapeMarks(url).replace('.', '\\.');
}

function escapeMarks(text: string): string {
  return text.replace(marks, '\\$&');
}
