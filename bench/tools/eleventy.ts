import { cp, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { findMiddleArticle } from '../corpus/find-middle-article.ts';
import { makeCorpus } from '../corpus/make-corpus.ts';
import type { Site, Tool } from './tool.ts';
import { writeStyle } from './write-style.ts';

const peers = join(import.meta.dirname, '..', 'peers');
const installed = join(import.meta.dirname, '..', '..', 'node_modules', '@11ty', 'eleventy');

/** Eleventy as installed with this project, run by its own command. */
export const eleventy: Tool = {
  name: 'eleventy',
  cure: 'npm ci installs @11ty/eleventy',
  findVersion,
  prepare,
};

async function findVersion(): Promise<string | undefined> {
  try {
    const { version } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as {
      version: string;
    };
    return version;
  } catch {
    return undefined;
  }
}

async function prepare(folder: string, count: number, seed: number): Promise<Site> {
  const contentDir = join(folder, 'content');
  makeCorpus({ count, folder: contentDir, seed });
  await cp(join(peers, 'eleventy'), folder, { recursive: true });
  await writeStyle(folder);
  await rename(join(folder, 'content.11tydata.js'), join(contentDir, 'content.11tydata.js'));
  return {
    contentDir,
    article: await findMiddleArticle(contentDir),
    outDir: join(folder, 'out'),
    command: {
      file: process.execPath,
      args: [join(installed, 'cmd.cjs')],
      cwd: folder,
      env: {},
    },
  };
}
