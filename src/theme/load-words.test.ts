import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { WORDS, wordsFor } from '../language/words-for.ts';
import { formatProblem } from '../system/problems/format-problem.ts';
import { checkWordsUsed, loadWords } from './load-words.ts';

async function load(t: TestContext, files: Record<string, string>, languages = ['en']) {
  const folder = await temporaryFolder(t);
  await mkdir(join(folder, 'words'));
  for (const [name, text] of Object.entries(files))
    await writeFile(join(folder, 'words', name), text);
  const paths = Object.keys(files).map((name) => `words/${name}`);
  const theme = {
    folder,
    root: folder,
    shown: 'theme',
    files: paths.sort(),
    hash: '',
    styleHash: '',
  };
  const { words = {}, problems } = loadWords(theme);
  return {
    closeIn: (language: string) => wordsFor(language, words).words.page.close,
    isKnown: (language: string) => wordsFor(language, words).known,
    problems: [...problems, ...checkWordsUsed(theme, languages)].map(formatProblem),
  };
}

const close = (text: string) => `page: {close: ${text}}`;

test('the words of a language are those of its regions, unless they have their own', async (t) => {
  const files = { 'fr.yaml': close('Clore'), 'fr-CA.yaml': 'page: {feeds: Fils}' };
  const { closeIn, problems } = await load(t, files, ['fr-CA']);
  assert.deepEqual(['fr', 'fr-CA', 'FR-ch', 'de'].map(closeIn), [
    ...['Clore', 'Clore', 'Clore', WORDS.de.page.close],
  ]);
  assert.deepEqual(problems, []);
});

test('a region changes the words of its language, and no others', async (t) => {
  const files = { 'fr-CA.yaml': close('Clore'), 'zh-TW.yaml': close('關') };
  const { closeIn, problems } = await load(t, files, ['fr-CA', 'zh-Hant-TW']);
  assert.deepEqual(['fr', 'fr-CA', 'zh-TW', 'zh-Hant'].map(closeIn), [
    ...[WORDS.fr.page.close, 'Clore', '關', WORDS['zh-Hant'].page.close],
  ]);
  assert.deepEqual(problems, []);
});

test('a new language is a language of the interface', async (t) => {
  const { closeIn, isKnown } = await load(t, { 'nl.yaml': close('Sluiten') }, ['nl']);
  assert.deepEqual(['nl', 'nl-BE', 'fi'].map(isKnown), [true, true, false]);
  assert.equal(closeIn('nl-BE'), 'Sluiten');
});

test('languages without words have the English ones of the theme', async (t) => {
  const { closeIn, problems } = await load(t, { 'en.yaml': close('Shut') }, ['fi']);
  assert.equal(closeIn('fi'), 'Shut');
  assert.deepEqual(problems, []);
});

test('warns about words in a language that the publication does not have', async (t) => {
  const { problems } = await load(t, { 'de.yaml': close('Zu') });
  assert.deepEqual(problems, [
    'theme/words/de.yaml:1:1  warning: words: the publication has nothing in Deutsch (de); add de to `languages` in publication.yaml, or remove the file',
  ]);
});

test('reports files that cannot be read', async (t) => {
  const { problems } = await load(
    t,
    {
      'a_b.yaml': '',
      'en.yaml': '\xff\xfe\0',
      'EN-us.yaml': close('Shut'),
      'en-Latn-US.yaml': close('Shut'),
      'en-GB.yaml': `# ${'x'.repeat(200_000)}`,
    },
    ['en-US', 'en-GB'],
  );
  assert.deepEqual(problems, [
    'theme/words/a_b.yaml:1:1  words: expected a file named after a language, such as en.yaml or zh-Hans.yaml, got "words/a_b.yaml"; rename it',
    'theme/words/en-Latn-US.yaml:1:1  words: words/EN-us.yaml is for the same language; put the words into one of them',
    'theme/words/en.yaml:1:3  text: expected text, got a NUL byte; remove it, or save the file as UTF-8',
    'theme/words/en-GB.yaml:1:1  words: expected at most 200000 bytes, got 200002; keep only words of the interface in it',
  ]);
});
