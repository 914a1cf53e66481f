import { basename } from 'node:path';

/**
 * Returns the path of an article's page in Dateline, such as `/2024/05/06/ferry-7/`. Throws if
 * it has no date.
 */
export function toArticleAddress(path: string, content: string): string {
  const [, year, month, day] = /^date: (\d{4})-(\d{2})-(\d{2})/mu.exec(content) ?? [];
  if (day === undefined) throw new Error(`expected a date in ${path}, got none`);
  return `/${year}/${month}/${day}/${basename(path, '.md')}/`;
}
