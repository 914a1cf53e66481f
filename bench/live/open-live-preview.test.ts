import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { openLivePreview } from './open-live-preview.ts';

// This test file would not end if something still waited for the page.
test('a live preview that does not start is an error with its output', async (t) => {
  const contentDir = await temporaryFolder(t);
  await writeFile(join(contentDir, 'ferry-7.md'), '---\ndate: 2024-05-06\n---\n\nText.\n');
  const script = 'console.error("no port"); process.exit(3)';
  const site = {
    ...{ contentDir, outDir: contentDir, article: 'ferry-7.md' },
    command: { file: process.execPath, args: ['-e', script], cwd: '.', env: {} },
  };
  await assert.rejects(openLivePreview(site), /ended with 3:\nno port/u);
});
