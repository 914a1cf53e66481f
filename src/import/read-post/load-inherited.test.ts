import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadInherited } from './load-inherited.ts';

const inherit = (
  value: Parameters<typeof loadInherited>[3]['value'],
  generator: 'jekyll' | 'hugo',
) => loadInherited('/nowhere', generator, new Set(), { value, file: 'settings' });

test('never matches patterns that could take hours', { timeout: 120_000 }, async () => {
  const path = `${'a'.repeat(200)}.md`;
  const pattern = '{a,a}'.repeat(40);
  const stars = '*a'.repeat(60);
  const jekyll = await inherit(
    { exclude: [pattern, stars], defaults: [{ scope: { path: stars }, values: { a: 'b' } }] },
    'jekyll',
  );
  assert.deepEqual(jekyll(path), []);
  const hugo = await inherit(
    {
      ignoreFiles: ['(a+)+$', '(a|a)*b', '(', 'a**b'],
      cascade: { a: 'b', target: { path: pattern } },
    },
    'hugo',
  );
  assert.deepEqual(hugo(path), []);
});

test('ignores settings of the wrong type', async () => {
  for (const value of [
    '',
    'text',
    ['a'],
    { defaults: 'x', exclude: { a: 'b' }, cascade: 'x' },
  ]) {
    assert.deepEqual((await inherit(value, 'jekyll'))('_posts/a.md'), []);
    assert.deepEqual((await inherit(value, 'hugo'))('content/a.md'), []);
  }
});
