/** What is wrong with a line of YAML or TOML, and what to write instead. */
export interface Explanation {
  readonly message: string;
  readonly cure: string;
}

/**
 * Explains a YAML parser error in words that the author can act on, from its code, its line and
 * the line above.
 */
export function explainYaml(
  code: string,
  message: string,
  line: string,
  above = '',
): Explanation {
  const fullWidth = /^\s*(?:- )?[\p{L}\w-]+：/u.exec(line);
  if (fullWidth) return { message: 'a full-width colon', cure: 'write `:` and a space' };
  const tight = /^\s*(?:- )?([\w-]+):([^\s/].*)$/u.exec(line);
  if (tight) {
    const cure = `write ${code === 'NO_FIELDS' ? 'fields such as ' : ''}\`${tight[1]}: ${tight[2]}\``;
    return { message: 'no space after the colon', cure };
  }
  switch (code) {
    case 'TAB_AS_INDENT':
      return {
        message: 'a tab as indentation',
        cure: 'begin the line with spaces in place of tabs',
      };
    case 'BAD_DQ_ESCAPE':
      return {
        message: 'a backslash within double quotes',
        cure: 'put the text in single quotes, or write each backslash twice',
      };
    case 'BAD_SCALAR_START':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'BAD_ALIAS':
      return { message: 'text that begins with a sign', cure: quotesFor(line) };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return /:\s.*:(?:\s|$)/u.test(line) || /:\s+[?-]\s/u.test(line)
        ? { message: 'text that holds a colon, without quotes', cure: quotesFor(line) }
        : {
            message: 'a field further in than the one above',
            cure: 'begin both lines in the same column, or put text of several lines in quotes',
          };
    case 'UNEXPECTED_TOKEN':
      return { message: 'text behind a closing sign', cure: quotesFor(line) };
    case 'BAD_INDENT':
      if (/flow/iu.test(message) && /\s#/u.test(above))
        return {
          message: 'in the line above `#` begins a comment',
          cure: 'put the text with `#` in quotes',
        };
      return /flow/iu.test(message)
        ? {
            message: 'the line above opens a list that is not closed',
            cure: 'close it with `]`',
          }
        : {
            message: 'lines that belong together begin in different columns',
            cure: 'begin them in the same column',
          };
    case 'MISSING_CHAR':
      if (/closing/iu.test(message))
        return { message: 'a quotation mark that is not closed', cure: 'close it' };
      if (/must end with/iu.test(message))
        return { message: 'a bracket that is not closed', cure: 'close it' };
      return {
        message: 'a line that is not a field',
        cure: 'write it as `name: text`, or indent it below its field',
      };
    case 'NO_FIELDS':
      return {
        message: 'text that is not a field',
        cure: 'write fields such as `title: A headline`',
      };
    default:
      return { message: 'a sign with another meaning', cure: quotesFor(line) };
  }
}

/** Suggests how to write a line with its value in quotes. */
export function quotesFor(line: string): string {
  const [, start = '', text = ''] = /^\s*((?:- )?[\w-]+:|-)\s+(.+?)\s*$/u.exec(line) ?? [];
  if (text === '' || text.length > 80) return 'put the text in quotes';
  // Quotes within quotes.
  const words = /^(['"])(.*)\1$/u.exec(text)?.[2] ?? text;
  const mark = /["\\]/u.test(words) ? "'" : '"';
  const inside = mark === "'" ? words.replaceAll("'", "''") : words;
  return `put the text in quotes: \`${start} ${mark}${inside}${mark}\``;
}
