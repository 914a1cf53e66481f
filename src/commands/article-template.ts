import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { stringify } from 'yaml';

/**
 * The text of a new article: valid front matter with today's date in the publication's zone,
 * marked as a draft. `now` is milliseconds since 1970.
 */
export function toArticleTemplate(title: string, now: number, timeZone: string): string {
  const date = format(new TZDate(now, timeZone), 'yyyy-MM-dd');
  const fields = [
    stringify(
      { title },
      { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
    ).trimEnd(),
    `date: ${date}`,
    'draft: true',
  ];
  return `---\n${fields.join('\n')}\n---\n\nWrite here. A line that begins with \`##\` opens a section.\n`;
}
