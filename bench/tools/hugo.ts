import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findMiddleArticle } from '../corpus/find-middle-article.ts';
import { makeCorpus } from '../corpus/make-corpus.ts';
import { sections } from '../corpus/sections-and-topics.ts';
import { toHugoContent } from './to-hugo-content.ts';
import type { Site, Tool } from './tool.ts';
import { writeStyle } from './write-style.ts';

const peers = join(import.meta.dirname, '..', 'peers');

/** The `hugo` on the PATH. */
export const hugo: Tool = {
  name: 'hugo',
  cure: 'no `hugo` on the PATH (on Debian: apt install hugo)',
  findVersion,
  prepare,
};

async function findVersion(): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('hugo', ['version']);
    return /v(\d\S*)/u.exec(stdout)?.[1] ?? stdout.trim();
  } catch {
    return undefined;
  }
}

async function prepare(folder: string, count: number, seed: number): Promise<Site> {
  const contentDir = join(folder, 'content');
  const articles = join(contentDir, 'articles');
  makeCorpus({ count, folder: articles, seed });
  for (const path of await readdir(articles, { recursive: true })) {
    if (!path.endsWith('.md')) continue;
    const file = join(articles, path);
    await writeFile(file, toHugoContent(path, await readFile(file, 'utf8')));
  }
  await writeSectionPages(contentDir);
  await cp(join(peers, 'hugo'), folder, { recursive: true });
  await writeStyle(folder);
  return {
    contentDir: articles,
    article: await findMiddleArticle(articles),
    outDir: join(folder, 'out'),
    command: {
      file: 'hugo',
      args: ['--destination', 'out'],
      cwd: folder,
      env: { HUGO_CACHEDIR: join(folder, 'cache') },
    },
  };
}

// Sections have feeds and topics have none. Hugo needs a page for each section for this.
async function writeSectionPages(contentDir: string): Promise<void> {
  for (const section of sections) {
    const folder = join(contentDir, 'sections', section);
    await mkdir(folder, { recursive: true });
    const page = `---\ntitle: ${section}\noutputs: [HTML, RSS]\n---\n`;
    await writeFile(join(folder, '_index.md'), page);
    await writeFile(join(folder, '_index.ko.md'), page);
  }
}
