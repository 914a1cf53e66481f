import { readFile } from 'node:fs/promises';
import type { ContentFile } from '../content/article/content-file.ts';
import { fileBeside } from '../content/article/file-path.ts';
import { pathOnDisk } from '../outputs/pictures/path-on-disk.ts';
import { readEmbeddedCredit, suggestCredit } from '../outputs/pictures/read-embedded-credit.ts';
import type { Problem } from '../system/problems/problem.ts';
import type { FileMemory } from './file-memory.ts';

/**
 * Adds a suggestion to each problem of a picture without a credit: the credit line from the picture's
 * own file, if there is one. It is never used without the author's consent.
 */
export async function suggestCredits(
  problems: readonly Problem[],
  contentFiles: readonly ContentFile[],
  { contentDir, known }: { readonly contentDir: string; readonly known: FileMemory },
): Promise<Problem[]> {
  const byFile = new Map(contentFiles.map((content) => [content.file, content]));
  return Promise.all(
    problems.map(async (problem) => {
      const content = byFile.get(problem.file);
      const written = content && uncredited(problem, content);
      const path = written && fileBeside(content.path, written.address);
      if (!path) return problem;
      const load = () => loadSuggestion(pathOnDisk(contentDir, path));
      const line = await known.once(path, 'credit', load);
      return line === undefined ? problem : { ...problem, cure: written.cure(line) };
    }),
  );
}

/** The address of the picture without a credit, and how to write a credit there. */
function uncredited(
  { field, message, line, column }: Problem,
  content: ContentFile,
): { address: string; cure: (line: string) => string } | undefined {
  if (message !== 'missing') return undefined;
  if (field === 'image.credit') {
    const file = content.fields.image?.file;
    const cure = (line: string) => `the file says: add \`credit: ${JSON.stringify(line)}\``;
    return file === undefined ? undefined : { address: file, cure };
  }
  if (field !== 'picture.credit') return undefined;
  const picture = content.body.references.find(
    (item) => item.kind === 'picture' && item.line === line && item.column === column,
  );
  if (picture?.kind !== 'picture') return undefined;
  const { address } = picture;
  const cure = (line: string) =>
    `the file says: write \`![…](${address} "CAPTION. Credit: ${line.replaceAll('"', '\\"')}")\``;
  return { address, cure };
}

/** Reads the credit in a picture's own file; undefined where there is none, or no such file. */
async function loadSuggestion(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && suggestCredit(await readEmbeddedCredit(bytes));
}
