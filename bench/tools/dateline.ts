import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCorpus } from '../corpus/make-corpus.ts';
import { sections } from '../corpus/sections-and-topics.ts';
import type { Site, Tool } from './tool.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * This project, by the command behind `npm run build`.
 *
 * @param settings.extras whether it makes share cards, a search index and Markdown copies
 */
export function createDateline({ extras }: { readonly extras: boolean }): Tool {
  return {
    name: 'dateline',
    cure: 'src/commands/build.ts is not there',
    findVersion,
    prepare: (folder, count, seed) => prepare(folder, { count, seed, extras }),
  };
}

async function findVersion(): Promise<string | undefined> {
  try {
    await access(join(root, 'src', 'commands', 'build.ts'));
  } catch {
    return undefined;
  }
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

async function prepare(
  folder: string,
  { count, seed, extras }: { count: number; seed: number; extras: boolean },
): Promise<Site> {
  const contentDir = join(folder, 'content');
  const outDir = join(folder, 'dist');
  const cacheDir = join(folder, 'cache');
  await makeCorpus({ count, folder: contentDir, seed });
  await writeFile(
    join(contentDir, 'publication.yaml'),
    extras ? publication : `${publication}extras: []\n`,
  );
  return {
    contentDir,
    outDir,
    command: {
      file: process.execPath,
      args: [join('src', 'commands', 'build.ts')],
      cwd: root,
      env: {
        CONTENT_DIR: contentDir,
        OUT_DIR: outDir,
        CACHE_DIR: cacheDir,
        SITE_URL: 'https://news.example',
        BASE_PATH: '/',
        // After the newest article: nothing is scheduled, nothing is news for the news sitemap.
        NOW: '2025-06-01T00:00:00Z',
        SKIP_INVALID: '0',
      },
    },
  };
}

const publication = `name: Benchmark Post
languages: [en, ko]
sections: [${sections.join(', ')}]
timeZone: UTC
`;
