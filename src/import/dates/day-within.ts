import { parseForeignDate } from './parse-foreign-date.ts';

/** The day that an address or a path holds between slashes: `/2019/05/15/x`, `2019-05-15/x`. */
export function dayWithin(path: string): string | undefined {
  const [, year, month, day] =
    /(?:^|\/)((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})(?=[/_-]|$)/u.exec(path) ?? [];
  return year === undefined ? undefined : parseForeignDate(`${year}-${month}-${day}`)?.day;
}
