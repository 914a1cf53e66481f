import { stringify } from 'yaml';

/**
 * The text of a new article: valid front matter with the day (`2026-01-06`), marked as a draft.
 */
export function toArticleTemplate(title: string, day: string): string {
  const fields = [
    stringify(
      { title },
      { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
    ).trimEnd(),
    `date: ${day}`,
    'draft: true',
  ];
  return `---\n${fields.join('\n')}\n---\n\nWrite here. A line that begins with \`##\` opens a section.\n`;
}
