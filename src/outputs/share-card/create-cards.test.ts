import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import type { Article } from '../../content/article/article.ts';
import { toSite } from '../../publication/edition/check-references.ts';
import { createPublication } from '../../publication/edition/create-publication.ts';
import {
  type CardSources,
  createArticleCard,
  createEditionCard,
  createSectionCard,
} from './create-cards.ts';

const yaml = `name: {en: The Daily, ko: 데일리}
languages: [en, ko]
sections: [{en: World, ko: 세계}]
tagline: {en: News, ko: 뉴스}
theme: {accent: "#123456"}`;
const credit = { creator: 'Kim', source: 'Archive', licence: 'CC BY 4.0' };
const image = { file: './a.jpg', alt: 'A bridge', credit };

function sourcesOf(width: number): CardSources {
  const contentFiles = [
    testContentFile('a.md', { title: 'Bridge', section: 'World', image }),
    testContentFile('a.ko.md', { title: '다리', date: '' }),
  ];
  const files = new Set(['a.jpg']);
  const options = { now: Date.parse('2026-02-01'), drafts: false, files };
  const { publication } = createPublication(contentFiles, testSettings(yaml), options);
  const assets = new Map([['a.jpg', { kind: 'picture', name: 'aa.jpg', width, height: 900 }]]);
  return { publication, site: toSite(publication), assets };
}

const articleIn = (sources: CardSources, path: string) =>
  sources.publication.byPath.get(path) as Article;

test('a card is in the language of its article', () => {
  const sources = sourcesOf(1600);
  const { picture, ...card } = createArticleCard(sources, articleIn(sources, 'a.ko.md'));
  assert.deepEqual(card, {
    kind: 'article',
    language: 'ko',
    direction: 'ltr',
    name: '데일리',
    accent: '#123456',
    headline: '다리',
    kicker: '세계',
    date: '2026년 1월 6일',
  });
  assert.equal(picture?.credit, 'Kim, Archive 제공 · CC BY 4.0');
});

test('a card has the picture with its credit and rights', () => {
  const sources = sourcesOf(1600);
  assert.deepEqual(createArticleCard(sources, articleIn(sources, 'a.md')).picture, {
    file: 'aa.jpg',
    credit: 'Kim via Archive · CC BY 4.0',
    rights: {
      creator: 'Kim',
      creditLine: 'Kim via Archive',
      copyrightNotice: 'Kim, CC BY 4.0',
      webStatement: 'https://creativecommons.org/licenses/by/4.0/',
    },
  });
});

test('a card omits a picture that is too small', () => {
  const sources = sourcesOf(199);
  assert.equal(createArticleCard(sources, articleIn(sources, 'a.md')).picture, undefined);
});

test('the card of an edition has its name and tagline', () => {
  const sources = sourcesOf(1600);
  const [, korean] = sources.publication.editions;
  assert.ok(korean);
  const { headline, kind, name } = createEditionCard(sources, korean);
  assert.deepEqual([kind, name, headline], ['front', '데일리', '뉴스']);
});

test('the card of a section has its name in the language of the edition', () => {
  const sources = sourcesOf(1600);
  const [, korean] = sources.publication.editions;
  const [section] = korean?.sections ?? [];
  assert.ok(korean && section);
  assert.deepEqual(createSectionCard(sources, korean, section), {
    kind: 'article',
    language: 'ko',
    direction: 'ltr',
    name: '데일리',
    accent: '#123456',
    headline: '세계',
  });
});
