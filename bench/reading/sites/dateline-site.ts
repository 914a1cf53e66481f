import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { runMeasured } from '../../measure/run-measured.ts';
import { buildCommand, dateline } from '../../tools/dateline.ts';
import { sampleContent } from '../articles/load-sample-article.ts';
import type { ReadingSite, SiteJob } from './reading-site.ts';
import { writeFiles } from './write-files.ts';

/**
 * This project: the articles within the whole sample publication, so that its menus are full.
 */
export const datelineSite: ReadingSite = {
  name: 'dateline',
  cure: dateline.cure,
  findVersion: dateline.findVersion,
  build,
};

async function build({ folder, origin, articles }: SiteJob): Promise<string> {
  const contentDir = join(folder, 'content');
  const outDir = join(folder, 'dist');
  await cp(sampleContent, contentDir, { recursive: true });
  for (const { slug, content, picture } of articles) {
    await writeFiles(contentDir, { [`${slug}.md`]: content });
    if (picture) await writeFiles(contentDir, { [picture.file]: picture.bytes });
  }
  const settings = { CONTENT_DIR: contentDir, OUT_DIR: outDir, SITE_URL: origin };
  await runMeasured(buildCommand(settings, folder));
  return outDir;
}
