import type { ReadingSite, SiteJob } from './reading-site.ts';
import { toBareHtml } from './to-bare-html.ts';
import { writeFiles } from './write-files.ts';

/**
 * Without a generator and a theme: the articles as complete documents in the default style of
 * browsers.
 */
export const bareSite: ReadingSite = {
  name: 'bare',
  cure: '',
  findVersion: async () => 'HTML',
  build,
};

async function build({ folder, articles }: SiteJob): Promise<string> {
  for (const article of articles) {
    const { slug, picture } = article;
    await writeFiles(folder, { [`${slug}.html`]: toBareHtml(article) });
    if (picture) await writeFiles(folder, { [picture.file]: picture.bytes });
  }
  return folder;
}
