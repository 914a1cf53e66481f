import { parse } from 'yaml';

export interface ContentFields {
  readonly title: string;
  readonly date: string;
  readonly summary: string;
  readonly keyPoints?: readonly string[];
}

/**
 * Splits a content file into fields and Markdown. The date is reduced to its day. Throws if
 * there is no front matter.
 */
export function splitContentFile(content: string): { fields: ContentFields; body: string } {
  const [whole, yaml] = /^---\n(.*?)\n---\n+/su.exec(content) ?? [];
  if (whole === undefined || yaml === undefined) throw new Error('expected front matter');
  const fields = parse(yaml, { schema: 'core' }) as ContentFields;
  return {
    fields: { ...fields, date: fields.date.slice(0, 10) },
    body: content.slice(whole.length),
  };
}
