import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { splitCopy } from '../../article/split-copy.ts';
import { parsePublication } from '../../publication/publication-settings.ts';
import { checkDraft } from '../write/check-draft.ts';
import { formatCopy } from '../write/format-copy.ts';
import { nameOf } from '../write/name-of.ts';
import { loadPostFolder } from './load-post-folder.ts';
import { readPost } from './read-post.ts';

/** A blog of 509 posts written for another generator. It is no part of the project. */
const corpus = fileURLToPath(new URL('../../../../shared/corpora/18f/_posts', import.meta.url));
const skip = existsSync(corpus) ? false : 'the folder of foreign posts is not there';
const { publication } = parsePublication('', 'publication.yaml', 'Posts');

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A post without tags of its generator and of HTML, and without addresses of links. */
function readText(body: string): string {
  return body.replace(/\{%[^}]*%\}|\{\{[^}]*\}\}|<[^>]*>|\]\(#[^)]*\)/gu, ' ');
}

test('every post of a foreign blog is a valid copy with all its words', { skip }, async () => {
  assert.ok(publication);
  const folder = await loadPostFolder(corpus);
  const names = new Set<string>();
  const files = readdirSync(corpus).filter((name) => name.endsWith('.md'));
  for (const name of files) {
    const path = join(corpus, name);
    const bytes = readFileSync(path);
    const options = { pictures: false, timeZone: 'UTC' };
    const { drafts, refused } = await readPost({ source: name, path, bytes }, options, folder);
    assert.deepEqual(refused, []);
    const [draft] = drafts;
    assert.ok(draft);
    const copy = formatCopy(draft);
    assert.equal(checkDraft(copy, nameOf(draft), publication), undefined, name);
    const left = new Map<string, number>();
    for (const word of wordsOf(copy)) left.set(word, (left.get(word) ?? 0) + 1);
    const lost = wordsOf(readText(splitCopy(bytes.toString()).body)).filter((word) => {
      const count = left.get(word) ?? 0;
      left.set(word, count - 1);
      return count <= 0;
    });
    assert.deepEqual(lost, [], name);
    names.add(nameOf(draft));
  }
  assert.equal(names.size, files.length);
});
