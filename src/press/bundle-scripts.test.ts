import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bundleScripts } from './bundle-scripts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('pages of a build register the worker, those of the live preview do not', async () => {
  for (const preview of [false, true]) {
    const { files, reader, serviceWorker } = await bundleScripts(root, { preview });
    const script = new TextDecoder().decode(files.get(reader));
    assert.equal(script.includes('sw.js'), !preview);
    assert.ok(serviceWorker.length > 0);
  }
});
