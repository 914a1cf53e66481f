import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findMiddleArticle } from '../corpus/find-middle-article.ts';
import { makeCorpus } from '../corpus/make-corpus.ts';
import { sections } from '../corpus/sections-and-topics.ts';
import type { Command } from '../measure/run-measured.ts';
import type { Site, Tool } from './tool.ts';

/** The folder of the project. */
export const root = join(import.meta.dirname, '..', '..');

/** This project with its default output. */
export const dateline = createDateline('dateline', { extras: true });

/** This project without share cards, search and Markdown files, which no peer has. */
export const datelinePlain = createDateline('dateline-plain', { extras: false });

function createDateline(name: Tool['name'], { extras }: { readonly extras: boolean }): Tool {
  return {
    name,
    cure: 'src/commands/build.ts is missing',
    findVersion: findDateline,
    prepare: (folder, count, seed) => prepareDateline(folder, { count, seed, extras }),
  };
}

export async function findDateline(): Promise<string | undefined> {
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

/** Prepares a corpus in Dateline's form, for the command that `npm run build` runs. */
export async function prepareDateline(
  folder: string,
  {
    count,
    seed,
    extras,
    years,
  }: { count: number; seed: number; extras: boolean; years?: number },
): Promise<Site> {
  const contentDir = join(folder, 'content');
  makeCorpus({ count, folder: contentDir, seed, years });
  await writeFile(
    join(contentDir, 'publication.yaml'),
    extras ? publication : `${publication}extras: []\n`,
  );
  const outDir = join(folder, 'dist');
  return {
    contentDir,
    outDir,
    article: await findMiddleArticle(contentDir),
    command: buildCommand({ CONTENT_DIR: contentDir, OUT_DIR: outDir }, folder),
  };
}

/**
 * The command for a build of this project with settings in addition to those of all benchmarks.
 */
export function buildCommand(
  settings: Readonly<Record<string, string>>,
  folder: string,
): Command {
  return {
    file: process.execPath,
    args: ['--max-semi-space-size=8', join('src', 'commands', 'build.ts')],
    cwd: root,
    env: {
      CACHE_DIR: join(folder, 'cache'),
      SITE_URL: 'https://news.example',
      BASE_PATH: '/',
      // After the newest article, so that none is scheduled or in the news sitemap.
      NOW: '2026-02-01T00:00:00Z',
      SKIP_INVALID: '0',
      ...settings,
    },
  };
}

const publication = `name: Benchmark Post
languages: [en, ko]
sections: [${sections.join(', ')}]
timeZone: UTC
`;
