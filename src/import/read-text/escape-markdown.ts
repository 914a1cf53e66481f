/** Characters that mark something up wherever they stand, and entities. */
const marks = /[\\`*_[\]<~]|&(?=#?\w+;)|\|/gu;

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

const address = /\bhttps?:\/\/[^\s<>]+/giu;
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
    // Between angle brackets no sign of an address is taken for markup.
    escaped += url.search(marks) < 0 ? url : `<${url}>`;
    last = index + url.length;
  }
  escaped += escapeMarks(line.slice(last));
  const begins = beginnings.map((pattern) => pattern.exec(escaped)).find((match) => match);
  return begins ? `${begins[0]}\\${escaped.slice(begins[0].length)}` : escaped;
}

function escapeMarks(text: string): string {
  return text.replace(marks, '\\$&');
}
