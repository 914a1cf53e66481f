import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFeed } from './detect-feed.ts';

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const sources: readonly [name: string, source: string | Uint8Array, expected: boolean][] = [
  ['RSS 2.0', '<?xml version="1.0"?>\n<!-- x --><rss version="2.0"><channel/></rss>', true],
  ['RSS in UTF-16', utf16('<?xml version="1.0"?><rss version="2.0"><channel/></rss>'), true],
  ['RSS with a doctype', '<!DOCTYPE rss PUBLIC "x" "y"><rss version="0.91"></rss>', true],
  [
    'RSS 1.0',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"></rdf:RDF>',
    true,
  ],
  [
    'RDF that is not a feed',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
    false,
  ],
  ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom"></feed>', true],
  ['Atom with a prefix', '<a:feed xmlns:a="http://www.w3.org/2005/Atom"></a:feed>', true],
  ['a JSON Feed', '{"version":"https://jsonfeed.org/version/1.1","items":[]}', true],
  [
    'a JSON Feed with escaped slashes',
    '{"version":"https:\\/\\/jsonfeed.org\\/version\\/1"}',
    true,
  ],
  ['other JSON', '{"version":"1"}', false],
  ['a page', '<!doctype html><html><body><rss version="2.0"></rss></body></html>', false],
  ['a page without a doctype', '<html><body>feed</body></html>', false],
  ['a list of feeds', '<?xml version="1.0"?><opml version="2.0"></opml>', false],
  ['text', 'An <rss> is mentioned here.', false],
  ['nothing', '', false],
];

for (const [name, source, expected] of sources)
  test(`${name} is ${expected ? 'a' : 'not a'} feed`, () => {
    const bytes = typeof source === 'string' ? Buffer.from(source) : source;
    assert.equal(isFeed({ source: 'x', bytes }), expected);
  });
