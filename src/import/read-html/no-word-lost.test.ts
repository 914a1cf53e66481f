import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { readCopy } from '../../article/read-copy.ts';
import { cleanHtml } from '../html/clean-html.ts';
import { textOf } from '../html/html-tree.ts';
import { wholeAddress } from '../html/whole-address.ts';
import { formatCopy } from '../write/format-copy.ts';
import { decodeHtml } from './decode-html.ts';
import { extractText } from './extract-text.ts';
import { protectText } from './protect-text.ts';
import { readHtml } from './read-html.ts';

const cases = new URL('../cases/', import.meta.url);
const pages = readdirSync(cases).filter(
  (name) => name.startsWith('html-') && existsSync(new URL(`${name}/expected.md`, cases)),
);

/** Words that a copy says in another way: numbers of notes, what goes before a credit. */
const markers: Readonly<Record<string, readonly string[]>> = {
  'html-footnotes': ['1', '2'],
  'html-table-figure-credit': ['Photo'],
};

/** Words, each as often as it stands there; what typography sets in a sign's place is no word. */
function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.normalize('NFC').match(/\p{L}+|\p{N}+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

for (const name of pages)
  test(`every word of the text that is found in ${name} stands in its copy`, async () => {
    const bytes = readFileSync(new URL(`${name}/input.html`, cases));
    const given = new URL(`${name}/options.json`, cases);
    const { url, contentType } = JSON.parse(readFileSync(given, 'utf8'));
    const page = unified()
      .use(rehypeParse)
      .parse(decodeHtml(bytes, contentType)?.text ?? '');
    cleanHtml(page, (address) => wholeAddress(address, url));
    protectText(page);
    const found = countWords(textOf(await extractText(page, url)));
    assert.ok(found.size > 5);

    const file = { source: 'a.html', bytes, url, ...(contentType && { contentType }) };
    const { drafts } = await readHtml(file, { pictures: false, timeZone: 'UTC' });
    const [draft] = drafts;
    assert.ok(draft);
    const keyOf = (text: string) => createHash('sha256').update(text).digest('hex');
    const settings = { path: 'a.md', file: 'a.md', languages: ['en'], nesting: 100, keyOf };
    const { rendered } = readCopy(Buffer.from(formatCopy(draft)), settings);
    const shown = countWords(`${rendered?.text} ${JSON.stringify(draft.fields)}`);
    const lost = [...found].filter(([word, count]) => (shown.get(word) ?? 0) < count);
    assert.deepEqual(
      lost.map(([word]) => word),
      markers[name] ?? [],
    );
  });
