import type { Explanation } from './explain-yaml.ts';

/**
 * Explains a TOML parser error in words that the author can act on. `line` is the line with the
 * error.
 */
export function explainToml(message: string, line: string, column: number): Explanation {
  const [, key = '', text = ''] = /^\s*([\w.-]+)\s*[=:]\s*(.*?)\s*$/u.exec(line) ?? [];
  const quoted = text === '' || text.length > 80 ? 'put the text in quotes' : undefined;
  const inQuotes = (words: string) =>
    quoted ??
    `put the text in quotes: \`${key} = ${JSON.stringify(words.replace(/^[“”„"']|[“”"']$/gu, ''))}\``;
  if (/^\s*[\w.-]+\s*:/u.test(line))
    return { message: 'a colon in place of `=`', cure: inQuotes(text) };
  if (/unterminated/iu.test(message))
    return { message: 'a quotation mark that is not closed', cure: 'close it' };
  if (/escape/iu.test(message))
    return {
      message: 'a backslash within double quotes',
      cure: 'put the text in single quotes, or write each backslash twice',
    };
  if (/comma/iu.test(message))
    return { message: 'no comma between two items', cure: 'write a comma' };
  if (/equal/iu.test(message))
    return { message: 'a line that is no field', cure: 'write it as `name = "text"`' };
  if (/newline/iu.test(message))
    return { message: 'text behind a closing sign', cure: 'put all of the text in quotes' };
  const isStart = key !== '' && line.slice(0, column).includes('=') && !/^["'[{]/u.test(text);
  return isStart
    ? { message: 'text without quotes', cure: inQuotes(text) }
    : { message: 'a sign with another meaning', cure: 'put text in quotes' };
}
