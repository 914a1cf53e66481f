import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { cleanText } from '../article/front-matter.ts';
import { toSlug } from '../article/slug.ts';
import { readPublication } from '../newsroom/read-publication.ts';
import { toArticleTemplate } from './article-template.ts';
import { CommandError, runCommand } from './run-command.ts';

await runCommand(async (settings) => {
  const title = cleanText(process.argv.slice(2).join(' '));
  const slug = toSlug(title.toLowerCase()).replace(/-{2,}/gu, '-');
  if (slug === '') {
    throw new CommandError(
      'new: expected a headline, as in: npm run new -- "A bridge for Seoul"',
    );
  }
  const contentDir = resolve(settings.contentDir);
  const { publication } = await readPublication(contentDir, settings.contentDir);
  const path = join(contentDir, `${slug}.md`);
  await mkdir(contentDir, { recursive: true });
  const text = toArticleTemplate(title, settings.now, publication?.timeZone ?? 'UTC');
  await writeFile(path, text, { flag: 'wx' }).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
    throw new CommandError(
      `new: ${path} is there already; choose another headline or edit that file`,
    );
  });
  console.log(
    `Wrote ${join(settings.contentDir, `${slug}.md`)}: a draft, shown by npm run dev`,
  );
});
