import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageFolder } from '../system/cache/package-folder.ts';
import { createThemeSheet, inlineLimit } from './theme-sheet.ts';
import { themeTokens } from './theme-tokens.ts';

const tokens = ':root{--brand:#123456}';

test('without a style sheet, pages have the tokens alone', () => {
  assert.deepEqual(createThemeSheet(tokens, []), { inline: tokens });
  assert.deepEqual(createThemeSheet(undefined, ['']), { inline: undefined });
});

test('a small style sheet is in the page, in the layer of the theme', () => {
  const { inline = '', file } = createThemeSheet(tokens, ['b{color:red}', 'a{color:red}']);
  assert.ok(
    inline.startsWith(`@layer theme{${tokens}b{color:red}a{color:red}}@layer settings{`),
  );
  assert.equal(file, undefined);
});

test('a large one is a file, apart from tokens and fonts', () => {
  const css = `a{color:red}${'b{color:red}'.repeat(inlineLimit / 12)}`;
  const font = '@font-face{font-family:Own;src:url(/assets/own.woff2)}';
  const { inline = '', file } = createThemeSheet(tokens, [font + css]);
  assert.ok(inline.startsWith(`@layer theme{${tokens}${font}}@layer settings{`));
  assert.match(`${file?.name}`, /^theme\.[\da-f]{10}\.css$/u);
  assert.equal(Buffer.from(file?.bytes ?? '').toString(), `@layer theme{${css}}`);
});

test('many fonts are in the file', () => {
  const css = '@font-face{font-family:Own;src:url(/assets/own.woff2)}'.repeat(100);
  const { inline = '', file } = createThemeSheet(tokens, [css]);
  assert.ok(inline.startsWith(`@layer theme{${tokens}}@layer settings{`));
  assert.equal(Buffer.from(file?.bytes ?? '').toString(), `@layer theme{${css}}`);
});

test('pages have the tokens that a theme may set, and the guide names them', () => {
  const read = (path: string) => readFileSync(join(packageFolder(), path), 'utf8');
  const css = read('src/site/styles/tokens.css');
  const guide = read('docs/guides/theme.md');
  for (const name of Object.values(themeTokens).flat()) {
    assert.ok(css.includes(`  ${name}:`), name);
    assert.ok(guide.includes(`\`${name}\``), `${name} in the guide`);
  }
});
