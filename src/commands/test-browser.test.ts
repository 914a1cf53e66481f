import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { findBrowser } from './test-browser.mjs';

test('only the browser that CHROME_PATH names is used, if it starts', {
  skip: process.platform === 'win32' && 'the browsers are shell scripts',
}, async (t) => {
  const folder = await temporaryFolder(t);
  const { CHROME_PATH } = process.env;
  t.after(() => {
    if (CHROME_PATH === undefined) delete process.env['CHROME_PATH'];
    else process.env['CHROME_PATH'] = CHROME_PATH;
  });
  const browsers = { missing: undefined, broken: '#!/bin/sh\nexit 1\n', good: '#!/bin/sh\n' };
  for (const [name, script] of Object.entries(browsers)) {
    const path = join(folder, name);
    if (script !== undefined) await writeFile(path, script, { mode: 0o755 });
    process.env['CHROME_PATH'] = path;
    assert.equal(findBrowser(), name === 'good' ? path : undefined);
  }
});
