import { readFile } from 'node:fs/promises';
import { decodeContentFile } from '../content/article/decode-content-file.ts';
import { cleanCaptions } from '../outputs/clips/clean-captions.ts';
import type { ReadClip, UnusableClip } from '../outputs/clips/clip-facts.ts';
import { keepClip, keepText } from '../outputs/clips/keep-clip.ts';
import { readClip } from '../outputs/clips/read-clip.ts';
import { pathOnDisk } from '../outputs/pictures/path-on-disk.ts';
import type { FileUse } from '../publication/edition/check-references.ts';
import type { Problem } from '../system/problems/problem.ts';
import { wrongValue } from '../system/problems/problem.ts';
import type { FileMemory } from './file-memory.ts';

/** Film or sound to publish: its file below `/assets/`, its size in bytes, what it says of itself. */
export interface ClipAsset {
  readonly kind: 'clip';
  readonly name: string;
  readonly size: number;
  /** Seconds. */
  readonly duration?: number;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
}

/** Captions or a transcript: a file below `/assets/`, and its words as paragraphs. */
export interface WordsAsset {
  readonly kind: 'captions' | 'transcript';
  readonly name: string;
  readonly words: readonly string[];
}

type NamedFile = Pick<FileUse, 'path' | 'place'>;

interface Options {
  readonly contentDir: string;
  readonly cacheDir: string;
  /** The folder as problems name it. */
  readonly shown: string;
  readonly publish: boolean;
  readonly known: FileMemory;
}

/** An asset, if the file can be published, and its problems. */
export interface PreparedFile<Asset> {
  readonly asset?: Asset;
  readonly problems: readonly Problem[];
}

/** Readers on a telephone wait long for more, and some hosts refuse it. In bytes. */
const largeClip = 200_000_000;

/** Prepares a clip. What is wrong with it is reported in every article that plays it. */
export async function prepareClip(
  path: string,
  uses: readonly NamedFile[],
  { contentDir, cacheDir, publish, known }: Options,
): Promise<PreparedFile<ClipAsset>> {
  const source = pathOnDisk(contentDir, path);
  const read = await known.once(path, 'clip', () => readClip(source));
  if (isUnusable(read)) return { problems: uses.flatMap((use) => faultOf(use, read)) };
  const { patches, ...facts } = read;
  const keep = () => keepClip(source, patches, cacheDir);
  const kept = publish ? await known.once(path, 'kept clip', keep) : { name: path, size: 0 };
  const problems = uses.flatMap((use) => sizeProblem(use, kept.size));
  return { asset: { kind: 'clip', ...kept, ...facts }, problems };
}

function isUnusable(read: ReadClip | UnusableClip): read is UnusableClip {
  return 'got' in read;
}

function faultOf({ path, place }: NamedFile, { got, cure }: UnusableClip): Problem[] {
  // A link offers a file to save, whatever it is.
  if (place.field === 'link') return [];
  const ending = /\.[^.]+$/u.exec(path)?.[0] ?? '';
  const expected = `film or sound in the format of its ending, ${ending}`;
  return [
    { severity: 'error', ...place, message: wrongValue(expected, `${path}: ${got}`), cure },
  ];
}

function sizeProblem({ path, place }: NamedFile, size: number): Problem[] {
  if (size <= largeClip || place.field === 'link') return [];
  const got = `${path}: ${Math.round(size / 1_000_000)} MB`;
  return [
    {
      severity: 'warning',
      ...place,
      message: wrongValue(`a clip of at most ${largeClip / 1_000_000} MB`, got),
      cure: 'make it smaller, such as with `ffmpeg -i IN -crf 30 OUT`',
    },
  ];
}

/** The most bytes of captions or a transcript: twenty hours of talk. */
const largestText = 2_000_000;

/** Prepares captions or a transcript. What is wrong with them is reported at their own lines. */
export async function prepareWords(
  path: string,
  { contentDir, cacheDir, shown, publish, known }: Options,
): Promise<PreparedFile<WordsAsset>> {
  const kind = /\.vtt$/iu.test(path) ? 'captions' : 'transcript';
  const file = `${shown}/${path}`;
  const prepare = async (): Promise<PreparedFile<WordsAsset>> => {
    const bytes = await readFile(pathOnDisk(contentDir, path));
    const at = { file, line: 1, column: 1, field: kind };
    if (bytes.length > largestText) {
      const expected = `at most ${largestText / 1_000_000} MB`;
      const got = `${(bytes.length / 1_000_000).toFixed(1)} MB`;
      const message = wrongValue(expected, got);
      return { problems: [{ severity: 'error', ...at, message, cure: 'make it shorter' }] };
    }
    const { text, problem } = decodeContentFile(bytes, file);
    if (text === undefined) return { problems: problem ? [problem] : [] };
    const { words, written, problems } = readWords(text, kind, file);
    if (words.length === 0) {
      const message = wrongValue(
        kind === 'captions' ? 'captions such as 00:01.000 --> 00:04.000' : 'the words spoken',
        'no text',
      );
      const cure = 'write them, or remove the file';
      problems.push({ severity: 'warning', ...at, message, cure });
      return { problems };
    }
    const ending = kind === 'captions' ? '.vtt' : '.txt';
    const name = publish ? await keepText(written, ending, cacheDir) : path;
    return { asset: { kind, name, words }, problems };
  };
  return known.once(path, `words ${publish}`, prepare);
}

function readWords(text: string, kind: WordsAsset['kind'], file: string) {
  if (kind === 'transcript') {
    const paragraphs = text.replace(/\r\n?/gu, '\n').split(/\n[ \t]*\n/u);
    const words = paragraphs
      .map((part) => part.replace(/\s+/gu, ' ').trim())
      .filter((part) => part !== '');
    return { words, written: text, problems: [] as Problem[] };
  }
  const { vtt, transcript, faults } = cleanCaptions(text);
  const problems = faults.map(
    ({ line, expected, got, cure }): Problem => ({
      severity: 'warning',
      ...{ file, line, column: 1, field: 'captions' },
      ...{ message: wrongValue(expected, got), cure },
    }),
  );
  return { words: transcript, written: vtt, problems };
}
