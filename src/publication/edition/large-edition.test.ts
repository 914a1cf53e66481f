import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { checkReferences } from './check-references.ts';
import { createPublication } from './create-publication.ts';
import { neighboursOf } from './neighbours.ts';
import { relatedArticles } from './related-articles.ts';

/** What would take minutes if it looked at all articles for each of them. */

const size = 20_000;
const settings = testSettings('languages: [en]');
const options = { now: Date.parse('2026-02-01'), drafts: false };
const range = Array.from({ length: size }, (_, n) => n);

function create(fieldsOf: (n: number) => Record<string, unknown>) {
  const files = range.map((n) =>
    testContentFile(`a${n}.md`, { title: `A${n}`, ...fieldsOf(n) }),
  );
  return createPublication(files, settings, { ...options, files: pictures });
}

const pictures = new Set(range.map((n) => `pictures/${n}.jpg`));

/** Fails if the work takes as long as when each article was compared with all. */
function inSeconds<T>(work: () => T): T {
  const started = process.cpuUsage();
  const result = work();
  assert.ok(process.cpuUsage(started).user < 15e6, 'took too long');
  return result;
}

test('an author with thousands of articles, each with another URL', () => {
  const { publication } = inSeconds(() =>
    create((n) => ({
      date: n % 2 ? '2026-01-06' : '2026-01-05',
      authors: [{ name: 'Jane Roe', url: `https://x.example/${n}` }],
    })),
  );
  const [author] = publication.editions[0]?.authors ?? [];
  assert.equal(author?.urls.length, size);
  // The oldest article's first.
  assert.match(author.urls[0] ?? '', /[02468]$/u);
});

test('thousands of articles of one day', () => {
  const { publication } = create((n) => ({ date: '2026-01-06', topics: [`T${n % 9}`] }));
  const [edition] = publication.editions;
  assert.ok(edition);
  inSeconds(() => {
    for (const article of edition.articles) {
      relatedArticles(edition, article);
      neighboursOf(edition, article);
    }
  });
});

test('thousands of problems', () => {
  const { publication, problems } = inSeconds(() =>
    create((n) => ({ date: '2026-01-06', slug: `s${n >> 1}`, card: `none/${n}.jpg` })),
  );
  assert.ok(problems.length >= size / 2);
  const { problems: broken } = inSeconds(() =>
    checkReferences(publication, { unpublished: [], leftOut: new Set() }),
  );
  assert.equal(broken.length, publication.byPath.size);
  assert.match(broken[7]?.cure ?? '', /did you mean pictures\/\d+\.jpg\?/u);
});
