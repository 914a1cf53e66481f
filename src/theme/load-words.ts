import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodeContentFile } from '../content/article/decode-content-file.ts';
import { canonicalLanguage } from '../language/canonical-language.ts';
import { fallbackLanguages } from '../language/fallback-languages.ts';
import { languageName } from '../language/language-name.ts';
import type { Words } from '../language/words.ts';
import { type OwnWords, wordsFor } from '../language/words-for.ts';
import { quote } from '../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';
import { parseWords } from './parse-words.ts';
import { type Theme, themeFile } from './theme.ts';

/** Bytes: ten times all words of a language. */
const maxSize = 200_000;

/** A file with words, by the language that its name says. */
interface WordsFile {
  readonly path: string;
  readonly language: string;
  /** The most specific form of its tag, by which `wordsFor` finds it: `zh-Hant-TW` for `zh-TW`. */
  readonly tag: string;
}

/**
 * Loads the words of the interface that a theme changes or adds: `words/TAG.yaml`. A file for a region
 * changes the words of its language. `words` is undefined where there is no valid file.
 */
export function loadWords(theme: Theme | undefined): {
  readonly words?: OwnWords;
  readonly problems: readonly Problem[];
} {
  if (theme === undefined) return { problems: [] };
  const { files, problems } = findWordsFiles(theme);
  const own: Record<string, Words> = {};
  // A language before its regions.
  for (const { path, language, tag } of files.toSorted((a, b) => a.tag.length - b.tag.length)) {
    const { words: base, known } = wordsFor(tag, own);
    const read = readWords(join(theme.folder, path), {
      ...{ file: `${theme.shown}/${path}`, language, base },
      isNew: !known,
    });
    problems.push(...read.problems);
    if (read.words) own[tag] = read.words;
  }
  return { ...(Object.keys(own).length > 0 ? { words: own } : {}), problems };
}

/** Warns about words in languages that nothing is written in. `languages` has tags in any form. */
export function checkWordsUsed(
  theme: Theme | undefined,
  languages: readonly string[],
): Problem[] {
  if (theme === undefined) return [];
  const used = new Set(languages.flatMap(fallbackLanguages));
  // English words replace those that a language does not have.
  const isUsed = ({ tag }: WordsFile) => used.has(tag) || tag === fallbackLanguages('en')[0];
  return findWordsFiles(theme)
    .files.filter((file) => !isUsed(file))
    .map(({ path, language }) => ({
      severity: 'warning',
      ...{ file: `${theme.shown}/${path}`, line: 1, column: 1, field: 'words' },
      message: `the publication has nothing in ${languageName(language)} (${language})`,
      cure: `add ${language} to \`languages\` in publication.yaml, or remove the file`,
    }));
}

function findWordsFiles({ files: paths, shown }: Theme) {
  const files: WordsFile[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    const file = themeFile(path);
    if (file.kind !== 'words') continue;
    const fault = (message: string, cure: string) => {
      const at = { file: `${shown}/${path}`, line: 1, column: 1, field: 'words' };
      problems.push({ severity: 'error', ...at, message, cure });
    };
    const language = canonicalLanguage(file.language);
    const [tag] = language === undefined ? [] : fallbackLanguages(language);
    const same = files.find((other) => other.tag === tag);
    if (language === undefined || tag === undefined) {
      const expected = 'a file named after a language, such as en.yaml or zh-Hans.yaml';
      fault(wrongValue(expected, quote(path)), 'rename it');
    } else if (same)
      fault(`${same.path} is for the same language`, 'put the words into one of them');
    else files.push({ path, language, tag });
  }
  return { files, problems };
}

function readWords(
  path: string,
  options: Parameters<typeof parseWords>[1],
): ReturnType<typeof parseWords> {
  const { file } = options;
  const { size } = statSync(path);
  if (size > maxSize) {
    const at = { severity: 'error' as const, file, line: 1, column: 1, field: 'words' };
    const message = wrongValue(`at most ${maxSize} bytes`, `${size}`);
    return { problems: [{ ...at, message, cure: 'keep only words of the interface in it' }] };
  }
  const bytes = readFileSync(path);
  if (bytes.toString('latin1').trim() === '') return parseWords('', options);
  const { text, problem } = decodeContentFile(bytes, file);
  return text === undefined
    ? { problems: problem ? [problem] : [] }
    : parseWords(text, options);
}
