import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importedModules } from '../../../tests/imported-modules.ts';
import { cardCode } from './card-store.ts';

test('the key of a card covers all code that draws it', () => {
  // The modules of `system` store cards, and do not decide their bytes.
  const drawing = [...importedModules('outputs/share-card/make-card.ts')].filter(
    (file) => !file.startsWith('system/'),
  );
  assert.deepEqual([...cardCode].sort(), drawing.sort());
});
