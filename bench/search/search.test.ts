import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newsRecords, newsText } from './news-records.ts';
import { searchLanguages } from './news-words.ts';
import { parseSearchOptions } from './parse-search-options.ts';
import { searchQueries } from './search-queries.ts';

test('the articles of an archive are the same each time, and those of a smaller one', () => {
  for (const language of searchLanguages) {
    const records = [...newsRecords(language, 40)];
    assert.deepEqual([...newsRecords(language, 20)], records.slice(0, 20));
    assert.equal(new Set(records.map(({ address }) => address)).size, 40);
    const text = newsText(records[7]?.body ?? '');
    assert.equal(newsText(records[7]?.body ?? ''), text);
    assert.ok(new Set(text.split(/\W+/u)).size > 50 || language === 'ko');
    for (const query of Object.values(searchQueries(language, 40)))
      assert.match(query, /\p{L}/u);
  }
});

test('the options of the search benchmark', () => {
  assert.deepEqual(parseSearchOptions({}), { articles: 20_000, languages: ['en', 'ko'] });
  assert.deepEqual(parseSearchOptions({ articles: '500', only: 'ko', json: 'a.json' }), {
    ...{ articles: 500, languages: ['ko'], json: 'a.json' },
  });
  assert.throws(() => parseSearchOptions({ only: 'xx' }), /expected some of en, ko/u);
});
