import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { cleanText } from '../fields/clean-text.ts';
import { defaultPublication, readPublication } from '../newsroom/read-publication.ts';
import { toArticleTemplate } from './article-template.ts';
import { CommandError } from './command-error.ts';
import { languageOf } from './import-options.ts';
import { mustBeFolder } from './must-be-folder.ts';
import { toNewName } from './new-name.ts';
import { runCommand } from './run-command.ts';

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
  const given = options['lang'];
  const language = languageOf('new', typeof given === 'string' ? given : undefined);
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
      `new: ${shown} is there already; choose another headline or edit that file`,
    );
  });
  terminal.note({ file: shown });
  terminal.say(`Wrote ${shown}: a draft, shown by npm run dev`);
});
