import { readFile, stat } from 'node:fs/promises';
import { decodeCopy } from '../article/decode-copy.ts';
import { type PictureNote, parsePictureNote, pictureOfNote } from '../article/picture-note.ts';
import { pathOnDisk } from '../pictures/path-on-disk.ts';
import type { Problem } from '../problems/problem.ts';

/**
 * Reads what lies beside pictures (`harbour.jpg.yaml`), by the paths of all files of a content
 * folder that are no copies. `shown` is the folder as problems name it, `size` the bytes that one
 * may have. A note whose picture is not there is a warning: it was renamed, or is yet to come.
 */
export async function readPictureNotes(
  files: ReadonlySet<string>,
  { contentDir, shown, size }: { contentDir: string; shown: string; size: number },
): Promise<{ notes: Map<string, PictureNote>; problems: Problem[] }> {
  const notes = new Map<string, PictureNote>();
  const problems: Problem[] = [];
  for (const path of files) {
    const file = `${shown}/${path}`;
    const picture = pictureOfNote(path);
    if (picture === undefined) continue;
    const at = { file, line: 1, column: 1, field: 'note of a picture' };
    if (!files.has(picture)) {
      const cure = 'rename one of the two, or remove the note';
      const expected = `the picture ${picture} beside it`;
      problems.push({ severity: 'warning', ...at, expected, got: 'nothing', cure });
      continue;
    }
    const onDisk = pathOnDisk(contentDir, path);
    const { size: written } = await stat(onDisk);
    if (written > size) {
      const got = `${written} bytes`;
      const cure = 'keep only `alt:`, `caption:` and `credit:` in it';
      problems.push({ severity: 'error', ...at, expected: `at most ${size} bytes`, got, cure });
      continue;
    }
    const bytes = await readFile(onDisk);
    const empty = bytes.toString('latin1').trim() === '';
    const { text, problem } = empty ? { text: '' } : decodeCopy(bytes, file);
    if (text === undefined) problems.push(...(problem ? [problem] : []));
    else {
      const read = parsePictureNote(text, { picture, file });
      problems.push(...read.problems);
      if (read.note) notes.set(picture, read.note);
    }
  }
  return { notes, problems };
}
