import type { ReadingSite, SiteJob } from './reading-site.ts';
import { toBareHtml } from './to-bare-html.ts';
import { writeFiles } from './write-files.ts';

/** No generator and no theme: the texts as complete documents, as browsers show them unasked. */
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
