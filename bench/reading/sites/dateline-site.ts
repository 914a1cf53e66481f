import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { runMeasured } from '../../measure/run-measured.ts';
import { createDateline } from '../../tools/dateline.ts';
import { sampleContent } from '../articles/load-sample-article.ts';
import type { ReadingSite, SiteJob } from './reading-site.ts';
import { writeFiles } from './write-files.ts';

const dateline = createDateline({ extras: true });

/** This project: the articles within the whole sample publication, so that its menus are full. */
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
  for (const { slug, copy, picture } of articles) {
    await writeFiles(contentDir, { [`${slug}.md`]: copy });
    if (picture) await writeFiles(contentDir, { [picture.file]: picture.bytes });
  }
  await runMeasured({
    file: process.execPath,
    args: [join('src', 'commands', 'build.ts')],
    cwd: join(import.meta.dirname, '..', '..', '..'),
    env: {
      CONTENT_DIR: contentDir,
      OUT_DIR: outDir,
      CACHE_DIR: join(folder, 'cache'),
      SITE_URL: origin,
      BASE_PATH: '/',
      // After the newest article of the sample.
      NOW: '2026-02-01T00:00:00Z',
      SKIP_INVALID: '0',
    },
  });
  return outDir;
}
