import { remarkSigns } from '../../content/markdown/escape-text.ts';

/** Characters that are markup anywhere in a line, entities, and beginnings of hidden remarks. */
const signs = /[\\`*_[\]<~]|&(?=#?\w+;)|\|/u;
const marks = new RegExp(`${signs.source}|${remarkSigns.source}`, 'gu');

/** Line beginnings that start a block. The match goes before the escaping backslash. */
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

/** GFM autolinks, in which a backslash would be visible. */
const address = /(?<![a-z])(?:https?:\/\/|www\.)[^\s<>]+/giu;
const trailing = new Set('[]().,;:!?\'"’”»*_~|`\\');

/** Escapes one line of plain text, so that Markdown shows exactly that text. */
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

/** Escapes the text of a heading, whose trailing `#` must not close it. */
export function escapeHeading(line: string): string {
  return escapeLine(line).replace(/(?<=\s)#+$/u, '\\$&');
}

/** Angle brackets protect a URL from markup; one without a scheme must not become a link. */
function formatAddress(url: string): string {
  return /^http/iu.test(url) ? `<${url}>` : escapeMarks(url).replace('.', '\\.');
}

function escapeMarks(text: string): string {
  return text.replace(marks, '\\$&');
}
