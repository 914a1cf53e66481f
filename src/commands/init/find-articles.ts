import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findContentFiles } from '../../newsroom/find-content-files.ts';
import { projectFiles } from '../../newsroom/project-files.ts';
import { findContentFolder } from '../default-content-folder.ts';

/** The content folder of a new project. Its guides name it. */
const newContentFolder = 'articles';

/**
 * Where the articles of a project are, or will be. A folder that has Markdown files already, but no
 * content folder, is one itself. The folder need not exist.
 *
 * @throws {CommandError} where two folders have a `publication.yaml`
 */
export async function findArticles(
  folder: string,
): Promise<{ readonly content: string; readonly hasArticles: boolean }> {
  const found = findContentFolder(folder) ?? ((await hasText(folder)) ? '.' : undefined);
  const content = found ?? newContentFolder;
  const leftOut = filesBeside(folder, content);
  const { contentFiles } = await findContentFiles(
    join(folder, content),
    content,
    leftOut,
  ).catch(() => ({ contentFiles: [] }));
  return { content, hasArticles: contentFiles.length > 0 };
}

/** Whether a Markdown file is directly in the folder, apart from texts about the project. */
async function hasText(folder: string): Promise<boolean> {
  const leftOut = filesBeside(folder, '.');
  const names = await readdir(folder).catch((): string[] => []);
  return names.some(
    (name) => /^(?![._]|readme\.md$).*\.md$/iu.test(name) && !leftOut.includes(name),
  );
}

function filesBeside(folder: string, contentDir: string): readonly string[] {
  return projectFiles(folder, { contentDir, outDir: 'dist', cacheDir: '.cache' });
}
