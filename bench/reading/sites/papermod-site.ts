import { access, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { runMeasured } from '../../measure/run-measured.ts';
import { hugo } from '../../tools/hugo.ts';
import type { ReadingArticle } from '../articles/reading-article.ts';
import type { ReadingSite, SiteJob } from './reading-site.ts';
import { writeFiles } from './write-files.ts';

/** Hugo's theme PaperMod, from the folder in `PAPERMOD_DIR`, with its defaults. */
export const papermodSite: ReadingSite = {
  name: 'papermod',
  cure: 'PAPERMOD_DIR names no folder of the theme, or no `hugo` is on the PATH',
  findVersion,
  build,
};

async function findVersion(): Promise<string | undefined> {
  const theme = process.env['PAPERMOD_DIR'];
  if (!theme) return undefined;
  try {
    await access(join(theme, 'layouts'));
  } catch {
    return undefined;
  }
  const version = await hugo.findVersion();
  return version && `${theme} (Hugo ${version})`;
}

async function build({ folder, origin, articles }: SiteJob): Promise<string> {
  await writeFiles(folder, {
    'hugo.yaml': `baseURL: ${origin}/
title: Benchmark Post
theme: PaperMod
permalinks: { posts: '/:slug/' }
params: { env: production, mainSections: [posts] }
`,
  });
  await cp(process.env['PAPERMOD_DIR'] ?? '', join(folder, 'themes', 'PaperMod'), {
    recursive: true,
  });
  for (const article of articles) {
    const { slug, picture } = article;
    await writeFiles(folder, { [`content/posts/${slug}/index.md`]: toContentFile(article) });
    if (picture)
      await writeFiles(folder, { [`content/posts/${slug}/${picture.file}`]: picture.bytes });
  }
  const args = ['--minify', '--destination', 'out'];
  await runMeasured({
    file: 'hugo',
    args,
    cwd: folder,
    env: { HUGO_CACHEDIR: join(folder, 'cache') },
  });
  return join(folder, 'out');
}

function toContentFile({ slug, title, summary, date, body, picture }: ReadingArticle): string {
  const fields = [
    `slug: ${slug}`,
    `title: ${JSON.stringify(title)}`,
    `description: ${JSON.stringify(summary)}`,
    `date: ${date}`,
    ...(picture
      ? [
          `cover: { image: ${picture.file}, alt: ${JSON.stringify(picture.alt)}, relative: true }`,
        ]
      : []),
  ];
  return `---\n${fields.join('\n')}\n---\n\n${body}`;
}
