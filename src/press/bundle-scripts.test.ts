import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundleScripts } from './bundle-scripts.ts';

test('the script of every page does not wait for words, but parts that show words do', async () => {
  const { files, reader } = await bundleScripts();
  const importsWords = ([, code]: readonly [string, Uint8Array]) =>
    /\bimport\((?!["'`])/u.test(new TextDecoder().decode(code));
  const names = [...files].filter(importsWords).map(([name]) => name.split('.')[0]);
  assert.ok(!names.includes(reader.split('.')[0]), reader);
  for (const name of ['settings-panel', 'open-cite', 'keep-button'])
    assert.ok(names.includes(name), `${name} of ${names.join()}`);
});

test('external style sheets are named by the hash of their bytes', async () => {
  const { files, print, settings } = await bundleScripts();
  for (const [name, rule] of [
    [print, '@page'],
    [settings, '[data-theme=sepia]'],
  ] as const) {
    const css = new TextDecoder().decode(files.get(name));
    assert.ok(css.includes(rule), name);
    assert.match(name, /^(?:print|settings)\.[\da-f]{10}\.css$/u);
  }
});
