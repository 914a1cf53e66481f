import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runMeasured } from '../../measure/run-measured.ts';
import type { ReadingArticle } from '../articles/reading-article.ts';
import type { ReadingSite, SiteJob } from './reading-site.ts';
import { writeFiles } from './write-files.ts';

/** Minima, the theme of every new Jekyll site, with its defaults. */
export const minimaSite: ReadingSite = {
  name: 'minima',
  cure: 'no `jekyll` with its theme minima (on Debian: apt install jekyll jekyll-theme-minima)',
  findVersion,
  build,
};

async function findVersion(): Promise<string | undefined> {
  try {
    const run = promisify(execFile);
    const { stdout } = await run('gem', ['list', '--local', '^(jekyll|minima)$']);
    const [jekyll, minima] = ['jekyll', 'minima'].map(
      (name) => new RegExp(`^${name} \\((?:default: )?([^,)]+)`, 'mu').exec(stdout)?.[1],
    );
    return jekyll && minima ? `${minima} (Jekyll ${jekyll})` : undefined;
  } catch {
    return undefined;
  }
}

async function build({ folder, origin, articles }: SiteJob): Promise<string> {
  await writeFiles(folder, {
    '_config.yml': `title: Benchmark Post
description: News.
url: ${origin}
theme: minima
plugins: [jekyll-feed]
permalink: /:title/
`,
    'index.md': '---\nlayout: home\n---\n',
  });
  for (const article of articles) {
    const { slug, date, picture } = article;
    await writeFiles(folder, { [`_posts/${date}-${slug}.md`]: toContentFile(article) });
    if (picture) await writeFiles(folder, { [picture.file]: picture.bytes });
  }
  const env = { JEKYLL_ENV: 'production', LANG: 'C.UTF-8' };
  await runMeasured({ file: 'jekyll', args: ['build', '--future'], cwd: folder, env });
  return join(folder, '_site');
}

function toContentFile({ title, summary, body, picture }: ReadingArticle): string {
  const fields = `layout: post\ntitle: ${JSON.stringify(title)}\nexcerpt: ${JSON.stringify(summary)}`;
  const image = picture ? `![${picture.alt}](/${picture.file})\n\n` : '';
  return `---\n${fields}\n---\n\n${summary}\n\n${image}${body}`;
}
