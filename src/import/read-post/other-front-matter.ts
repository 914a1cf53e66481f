/** Front matter as text for the YAML or TOML parser, and the body after it. */
interface OtherFrontMatter {
  readonly format: 'yaml' | 'toml';
  readonly written: string;
  /** Lines of the file, from 1. */
  readonly line: number;
  readonly body: string;
  readonly bodyLine: number;
}

/**
 * Splits front matter in less common forms: `---json`, `---toml`, `--- # comment`, `;;;` (JSON
 * without braces), no opening fence (Hexo), a comment above it, `Title: …` up to an empty line
 * (Pelican, MultiMarkdown), `.. title: …` (Nikola), `Date: …` below the heading (Notion).
 * Undefined for other texts.
 */
export function otherFrontMatter(text: string): OtherFrontMatter | undefined {
  return (
    readFence(text) ??
    readUnopened(text) ??
    readHeader(text) ??
    readNikola(text) ??
    readNotion(text)
  );
}

function readFence(text: string): OtherFrontMatter | undefined {
  const above = /^(?:[ \t]*\n|<!--(?:(?!-->)[\s\S])*-->[ \t]*\n)*/u.exec(text)?.[0] ?? '';
  const rest = text.slice(above.length);
  const open =
    /^(?<fence>---|\+\+\+|;;;)[ \t]*(?<kind>json|ya?ml|toml)?[ \t]*(?<remark>#[^\n]*)?\n/iu.exec(
      rest,
    );
  const { fence = '', kind = '', remark } = open?.groups ?? {};
  const isUsual = above === '' && kind === '' && remark === undefined && fence !== ';;;';
  if (open === null || isUsual) return undefined;
  const close = new RegExp(`^${fence.replace(/\+/gu, '\\+')}[ \\t]*(?:\\n|$)`, 'mu').exec(
    rest.slice(open[0].length),
  );
  if (close === null) return undefined;
  const inner = rest.slice(open[0].length).slice(0, close.index);
  // Horizontal rules above and below a text are not fences.
  if (!/^\s*(?:\{|["\w][^\n]*[:=])/u.test(inner)) return undefined;
  const isToml = fence === '+++' ? kind === '' : /^toml$/iu.test(kind);
  const isBare = fence === ';;;' && !inner.trimStart().startsWith('{');
  return made(text, {
    format: isToml ? 'toml' : 'yaml',
    // JSON without braces: YAML needs them around it, and no `}` alone at the margin.
    written: isBare ? `{${inner.trimEnd()}}` : inner,
    from: above.length + open[0].length,
    to: above.length + open[0].length + close.index + close[0].length,
  });
}

const field = /^(?<key>\p{L}[\p{L}\p{N}_ -]{0,30}):(?:[ \t]+(?<value>\S.*?))?[ \t]*$/u;
const named = /^(?:title|date|layout|slug|published|draft|status)$/iu;

/** Hexo needs no opening fence. */
function readUnopened(text: string): OtherFrontMatter | undefined {
  const end = /^(?:---|;;;)[ \t]*(?:\n|$)/mu.exec(text);
  if (end === null || end.index === 0 || end.index > 64_000) return undefined;
  const written = text.slice(0, end.index);
  const lines = written.trimEnd().split('\n');
  const isFields = lines.every(
    (line) => field.test(line) || /^(?:[ \t]+\S|-[ \t]|#|$)/u.test(line),
  );
  if (!isFields || !lines.some((line) => named.test(field.exec(line)?.groups?.['key'] ?? '')))
    return undefined;
  return made(text, { format: 'yaml', written, from: 0, to: end.index + end[0].length });
}

/** Lines `Title: A: b` up to an empty one; their values are not YAML. */
function readHeader(text: string): OtherFrontMatter | undefined {
  const header = /^(?:[^\n]+\n)+/u.exec(text)?.[0] ?? '';
  const lines = header.trimEnd().split('\n');
  const fields = lines.filter((line) => field.test(line));
  const isHeader =
    fields.length > 1 &&
    lines.every((line) => field.test(line) || /^[ \t]+\S/u.test(line)) &&
    fields.some((line) => /^(?:title|date):/iu.test(line));
  if (!isHeader) return undefined;
  return made(text, { format: 'yaml', written: quoteLines(lines), from: 0, to: header.length });
}

/** `<!--`, lines `.. title: A`, `-->`. */
function readNikola(text: string): OtherFrontMatter | undefined {
  const block = /^<!--[ \t]*\n(?<lines>(?:\.\. [^\n]*\n|[ \t]*\n)+)-->[ \t]*(?:\n|$)/u.exec(
    text,
  );
  const lines = block?.groups?.['lines']
    ?.split('\n')
    .map((line) => line.replace(/^\.\. /u, ''));
  if (!block || lines === undefined || !lines.some((line) => field.test(line)))
    return undefined;
  const from = text.indexOf('\n') + 1;
  return made(text, { format: 'yaml', written: quoteLines(lines), from, to: block[0].length });
}

/** The heading, an empty line, lines `Date: March 5, 2024`, and another empty line. */
function readNotion(text: string): OtherFrontMatter | undefined {
  const { title, header } =
    /^# (?<title>[^\n]+)\n\n(?<header>(?:\p{L}[^\n:]{0,30}:[ \t]+\S[^\n]*\n)+)(?=\n|$)/u.exec(
      text,
    )?.groups ?? {};
  if (title === undefined || header === undefined) return undefined;
  const lines = header.trimEnd().split('\n');
  const isDated = /^(?:date|created|created time|published|publish date|published at):/iu;
  if (!lines.every((line) => field.test(line)) || !lines.some((line) => isDated.test(line)))
    return undefined;
  const to = text.indexOf(header) + header.length;
  const written = `title: ${JSON.stringify(title.trim())}\n\n${quoteLines(lines)}`;
  return made(text, { format: 'yaml', written, from: 0, to });
}

/** Quotes each value and keeps its line; splits a list of authors at commas. */
function quoteLines(lines: readonly string[]): string {
  const values: [key: string, value: string][] = [];
  const made: string[] = [];
  for (const line of lines) {
    const { key, value = '' } = field.exec(line)?.groups ?? {};
    const last = values.at(-1);
    if (key !== undefined) values.push([key, value]);
    else if (last !== undefined && line.trim() !== '') last[1] = `${last[1]} ${line.trim()}`;
    made.push(key === undefined ? '' : key);
  }
  let count = 0;
  return made
    .map((key) => {
      const [, value = ''] = key === '' ? [] : (values[count++] ?? []);
      if (key === '' || value === '') return '';
      const names = /^authors$/iu.test(key) ? value.split(/\s*[,;]\s*/u) : [value];
      return `${key}: ${names.length > 1 ? JSON.stringify(names) : JSON.stringify(value)}`;
    })
    .join('\n');
}

function made(
  text: string,
  {
    format,
    written,
    from,
    to,
  }: { format: 'yaml' | 'toml'; written: string; from: number; to: number },
): OtherFrontMatter {
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  return { format, written, line: lineOf(from), body: text.slice(to), bodyLine: lineOf(to) };
}
