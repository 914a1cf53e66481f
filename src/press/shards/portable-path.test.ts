import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Recipe } from '../sheet.ts';
import { toLocal, toPortable } from './portable-path.ts';

const here = { project: '/home/a', content: '/home/a/content', cache: '/store of 한강' };
const there = { project: 'C:/b', content: '/elsewhere/content', cache: '/mnt/store' };

test('a path has the name of the innermost folder that contains it', () => {
  const recipe: Recipe = { form: 'copy', path: '/home/a/content/film:1.mp4' };
  const sent = toPortable(recipe, here);
  assert.deepEqual(sent, { form: 'copy', path: 'content:/film:1.mp4' });
  assert.deepEqual(toLocal(sent, there), {
    form: 'copy',
    path: join('/elsewhere/content', 'film:1.mp4'),
  });
  const file: Recipe = { form: 'file', path: '/store of 한강/pictures/a.avif', sha256: 'x' };
  assert.deepEqual(toLocal(toPortable(file, here), here), file);
});

test('other recipes are unchanged', () => {
  const recipe: Recipe = { form: 'bytes', bytes: 'cache:/a' };
  assert.equal(toLocal(toPortable(recipe, here), there), recipe);
});

test('a path outside of all folders, and an unknown folder, are errors', () => {
  const outside: Recipe = { form: 'copy', path: '/home/ab/film.mp4' };
  assert.throws(() => toPortable(outside, here), /in none of the known folders/u);
  assert.throws(
    () => toLocal({ form: 'copy', path: 'theme:/a.png' }, here),
    /names an unknown folder/u,
  );
});
