import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import { readImports } from '../../../tests/read-imports.ts';
import { cardCode } from './card-store.ts';

/** Modules of `outputs` that a module imports, directly or not. Paths below `src`. */
function importedBy(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file) || !file.startsWith('outputs/')) return found;
  found.add(file);
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  for (const { from, typesOnly } of readImports(file, text).imports)
    if (from.startsWith('.') && !typesOnly)
      importedBy(posix.join(posix.dirname(file), from), found);
  return found;
}

test('the key of a card covers all code that draws it', () => {
  assert.deepEqual(
    [...cardCode].sort(),
    [...importedBy('outputs/share-card/card-worker.ts')].sort(),
  );
});
