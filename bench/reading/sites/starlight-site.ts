import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runMeasured } from '../../measure/run-measured.ts';
import type { ReadingArticle } from '../articles/reading-article.ts';
import { installedVersion, packages, packagesCure } from './installed-package.ts';
import type { ReadingSite, SiteJob } from './reading-site.ts';
import { writeFiles } from './write-files.ts';

/** Starlight, the documentation theme of Astro, with its defaults. */
export const starlightSite: ReadingSite = {
  name: 'starlight',
  cure: packagesCure,
  findVersion: () => installedVersion('@astrojs/starlight'),
  build,
};

// Astro needs its project above or next to its packages, so it is built there and not on the
// RAM disk like the others.
async function build({ folder, origin, articles }: SiteJob): Promise<string> {
  const outDir = join(folder, 'dist');
  const parent = join(packages, '.cache');
  await mkdir(parent, { recursive: true });
  const project = await mkdtemp(join(parent, 'starlight-'));
  try {
    await writeFiles(project, { ...projectFiles(origin), ...articleFiles(articles) });
    await runMeasured({
      file: process.execPath,
      args: [join(packages, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build'],
      cwd: project,
      env: { ASTRO_TELEMETRY_DISABLED: '1' },
    });
    await cp(join(project, 'dist'), outDir, { recursive: true });
  } finally {
    await rm(project, { recursive: true, force: true });
  }
  return outDir;
}

function projectFiles(origin: string): Record<string, string> {
  return {
    // Astro bundles dependencies of the project, and leaves other packages to Node.
    'package.json': '{ "type": "module", "dependencies": { "@astrojs/starlight": "*" } }',
    'astro.config.mjs': `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({ site: '${origin}', integrations: [starlight({ title: 'Benchmark Post' })] });
`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
    // Its template has one, too.
    'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
    'src/content/docs/index.md': '---\ntitle: Benchmark Post\n---\n\nNews.\n',
  };
}

function articleFiles(articles: readonly ReadingArticle[]): Record<string, string | Buffer> {
  return Object.fromEntries(
    articles.flatMap((article) => {
      const { slug, picture } = article;
      const content = [`src/content/docs/${slug}.md`, toContentFile(article)];
      return picture
        ? [content, [`src/content/docs/${picture.file}`, picture.bytes]]
        : [content];
    }),
  );
}

function toContentFile({ title, summary, body, picture }: ReadingArticle): string {
  const fields = `title: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(summary)}`;
  const image = picture ? `![${picture.alt}](./${picture.file})\n\n` : '';
  return `---\n${fields}\n---\n\n${summary}\n\n${image}${body}`;
}
