import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { stringify } from 'yaml';
import { toSlug } from '../content/article/slug.ts';
import { cleanText } from '../content/fields/clean-text.ts';
import { truncateBytes } from '../language/truncate.ts';
import { defaultPublication, readPublication } from '../newsroom/read-publication.ts';
import { mustBeFolder } from './check-folders.ts';
import { CommandError, parseLanguage } from './parse-command.ts';
import { runCommand } from './run-command.ts';

/** Length of a name in bytes that every file system accepts, with a language and an ending. */
const maxBytes = 120;

/** Names with a special meaning in a content folder, and device names of Windows. */
const reserved = /^(?:readme|index|con|prn|aux|nul|com\d|lpt\d)$/u;

/** Quotation marks, apostrophes and ellipses of all languages. */
const quotes = /[\p{Pi}\p{Pf}„‚「」『』《》〈〉…]/gu;

/**
 * The file name, without ending, for an article with this headline; undefined if no character of the
 * headline can be in a name. A reserved name gets `day` as a prefix.
 */
export function toNewName(headline: string, day: string): string | undefined {
  // A full stop would start a language or an ending.
  const words = toSlug(headline.toLowerCase().replace(quotes, '').replaceAll('.', '-'))
    .replace(/-{2,}/gu, '-')
    .replace(/^[-_]+|[-_]+$/gu, '');
  const name = cutName(words);
  if (name === '') return undefined;
  // A date at the start would be read as the date of the article.
  return reserved.test(name) || /^\d{4}-\d{2}-\d{2}/u.test(name) ? `${day}-${name}` : name;
}

/** As many whole words as fit, or as many characters of a single word. */
function cutName(name: string): string {
  const cut = truncateBytes(name, maxBytes);
  const end = /^(?:-|$)/u.test(name.slice(cut.length)) ? cut.length : cut.lastIndexOf('-');
  return end > 0 ? cut.slice(0, end) : cut;
}

/** The text of a new article: valid front matter with a date (`2026-01-06`), marked as a draft. */
function toArticleTemplate(title: string, day: string): string {
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

if (import.meta.main)
  await runCommand('new', async ({ settings, options, operands, terminal }) => {
    mustBeFolder(settings.contentDir);
    const contentDir = resolve(settings.contentDir);
    const read = await readPublication(contentDir, settings.contentDir);
    const { languages, timeZone } = read.publication ?? defaultPublication('');
    const title = cleanText(operands.join(' '));
    const day = format(new TZDate(settings.now, timeZone), 'yyyy-MM-dd');
    const name = toNewName(title, day);
    if (name === undefined)
      throw new CommandError(
        'new: expected a headline, as in: npm run new -- "A bridge for Seoul"',
      );
    const language = options.lang && parseLanguage('new', options.lang);
    if (language !== undefined && !languages.includes(language))
      throw new CommandError(
        `new: --lang: expected one of ${languages.join(', ')}, got "${language}"; add it to \`languages\` in publication.yaml`,
      );
    const isDefault = language === undefined || language === languages[0];
    const file = isDefault ? `${name}.md` : `${name}.${language}.md`;
    const shown = join(settings.contentDir, file);
    const text = toArticleTemplate(title, day);
    await writeFile(join(contentDir, file), text, { flag: 'wx' }).catch((error) => {
      if (error.code !== 'EEXIST') throw error;
      throw new CommandError(
        `new: ${shown} already exists; choose another headline or edit the file`,
      );
    });
    terminal.addFacts({ file: shown });
    terminal.info(`Wrote ${shown}: a draft, shown by npm run dev`);
  });
