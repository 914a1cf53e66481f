import { readFileSync, statSync } from 'node:fs';
import { decodeContentFile } from '../content/article/decode-content-file.ts';
import {
  type PictureNote,
  parsePictureNote,
  pictureOfNote,
} from '../content/article/picture-note.ts';
import { pathOnDisk } from '../outputs/pictures/path-on-disk.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';
import type { FileMemory } from './file-memory.ts';

/**
 * Reads the notes beside pictures (`harbour.jpg.yaml`). `files` has the paths of all files of the content
 * folder except content files, `shown` is the folder as problems name it, and `size` the maximum number
 * of bytes. A note without a picture is a warning.
 */
export function readPictureNotes(
  files: ReadonlySet<string>,
  {
    contentDir,
    shown,
    size,
    known,
  }: { contentDir: string; shown: string; size: number; known: FileMemory },
): { notes: Map<string, PictureNote>; problems: Problem[] } {
  const notes = new Map<string, PictureNote>();
  const problems: Problem[] = [];
  for (const path of files) {
    const file = `${shown}/${path}`;
    const picture = pictureOfNote(path);
    if (picture === undefined) continue;
    const at = { file, line: 1, column: 1, field: 'note of a picture' };
    if (!files.has(picture)) {
      const cure = 'rename one of the two, or remove the note';
      const message = `the picture ${picture} does not exist`;
      problems.push({
        severity: 'warning',
        ...at,
        message,
        cure,
      });
      continue;
    }
    const read = known.once(path, `note, at most ${size} bytes`, () =>
      readNote(pathOnDisk(contentDir, path), { picture, file, size }),
    );
    problems.push(...read.problems);
    if (read.note) notes.set(picture, read.note);
  }
  return { notes, problems };
}

function readNote(
  path: string,
  { picture, file, size }: { picture: string; file: string; size: number },
): ReturnType<typeof parsePictureNote> {
  const { size: written } = statSync(path);
  if (written > size) {
    const at = { file, line: 1, column: 1, field: 'note of a picture' };
    const got = `${written} bytes`;
    const cure = 'keep only `alt:`, `caption:` and `credit:` in it';
    const expected = `at most ${size} bytes`;
    return {
      problems: [{ severity: 'error', ...at, message: wrongValue(expected, got), cure }],
    };
  }
  const bytes = readFileSync(path);
  const empty = bytes.toString('latin1').trim() === '';
  const { text, problem } = empty ? { text: '' } : decodeContentFile(bytes, file);
  return text === undefined
    ? { problems: problem ? [problem] : [] }
    : parsePictureNote(text, { picture, file });
}
