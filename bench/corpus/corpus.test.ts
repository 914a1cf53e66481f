import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { editArticle, replaceOneWord } from './edit-article.ts';
import { findMiddleArticle } from './find-middle-article.ts';
import { makeCorpus } from './make-corpus.ts';
import { countWords } from './prose.ts';
import { writeArticle } from './write-article.ts';
import { wordsPerArticle } from './write-body.ts';

test('the same seed gives the same articles, another seed different ones', () => {
  assert.deepEqual(writeArticle(3, 1), writeArticle(3, 1));
  assert.notDeepEqual(writeArticle(3, 1), writeArticle(3, 2));
  assert.notDeepEqual(writeArticle(3, 1), writeArticle(4, 1));
});

test('bodies have about the right number of words, and every kind of markup', () => {
  const contents = Array.from(
    { length: 200 },
    (_, index) => writeArticle(index, 1)[0]?.content ?? '',
  );
  const bodies = contents.map((content) => content.split('\n---\n')[1] ?? '');
  const mean = bodies.reduce((sum, body) => sum + countWords(body), 0) / bodies.length;
  assert.ok(Math.abs(mean - wordsPerArticle) < wordsPerArticle / 10, `mean of ${mean} words`);
  for (const mark of ['\n## ', '\n- ', '\n> ', '\n| ', '[^1]: ', '**', ' *', '](https://']) {
    assert.ok(
      bodies.some((body) => body.includes(mark)),
      `no body with "${mark}"`,
    );
  }
});

test('dates cover as many years as asked for, and seven by default', () => {
  const yearsOf = (years?: number) => {
    const all = Array.from({ length: 2000 }, (_, index) => writeArticle(index, 1, years)[0]);
    return new Set(all.map((file) => file?.path.slice(0, 4)));
  };
  assert.equal(yearsOf().size, 7);
  assert.equal(yearsOf(100).size, 100);
  // The figures of earlier versions are of the same corpus.
  assert.equal(
    writeArticle(3, 1)[0]?.path,
    '2018/10/weather-service-financed-disputed-night-train-on-monday-3.md',
  );
});

test('about one article in twenty has a Korean translation', () => {
  const files = Array.from({ length: 1000 }, (_, index) => writeArticle(index, 1)).flat();
  const translations = files.filter(({ path }) => path.endsWith('.ko.md')).length;
  assert.ok(translations > 30 && translations < 70, `${translations} translations`);
});

test('addresses in the corpus are unique', () => {
  const paths = Array.from({ length: 1000 }, (_, index) => writeArticle(index, 1))
    .flat()
    .map(({ path }) => path);
  assert.equal(new Set(paths).size, paths.length);
});

test('an edit changes one word of the body, also without an adjective', () => {
  const cases: [string, string][] = [
    [
      '---\ntitle: A new day\n---\n\nA new start.\n\nThe joint plan.\n',
      '---\ntitle: A new day\n---\n\nA new start.\n\nThe second plan.\n',
    ],
    [
      '---\ntitle: A new day\n---\n\nNothing here.\n',
      '---\ntitle: A new day\n---\n\nNothing here. Later.\n',
    ],
  ];
  for (const [content, edited] of cases) assert.equal(replaceOneWord(content), edited);
});

test('each edit of an article changes one file', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'corpus-'));
  t.after(() => rm(folder, { recursive: true }));
  makeCorpus({ count: 12, folder, seed: 1 });
  const path = await findMiddleArticle(folder);
  const states = [await readAll(folder)];
  for (let edit = 0; edit < 2; edit += 1) {
    await editArticle(join(folder, path));
    const before = states.at(-1);
    const after = await readAll(folder);
    const changed = [...after].filter(([file, content]) => before?.get(file) !== content);
    assert.deepEqual(
      changed.map(([file]) => file),
      [path],
    );
    states.push(after);
  }
});

async function readAll(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true });
  const files = entries.filter((path) => path.endsWith('.md'));
  return new Map(
    await Promise.all(
      files.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const),
    ),
  );
}
