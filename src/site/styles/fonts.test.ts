import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { firstFonts } from './first-fonts.ts';

const css = readFileSync(new URL('fonts.css', import.meta.url), 'utf8');
const files = [...css.matchAll(/url\("\/(assets\/[^"]+)"\)/gu)].map((match) => match[1] ?? '');

test('the name of every font file holds the hash of its bytes', () => {
  assert.equal(files.length, 4);
  for (const file of files) {
    const bytes = readFileSync(new URL(`../../../public/${file}`, import.meta.url));
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    assert.ok(file.endsWith(`-${hash}.woff2`), `${file}: expected …-${hash}.woff2`);
  }
});

test('a page asks first for the fonts of its markup', () => {
  const pages: readonly [html: string, styles: string][] = [
    ['<p>Words.</p>', 'regular display'],
    ['<p><strong>Words.</strong></p>', 'regular display bold'],
    ['<p>The <em>Words</em>.</p>', 'regular display italic'],
    [
      '<article class="teaser teaser-opinion"><p class="teaser-author">',
      'regular display bold italic',
    ],
    ['<img><body><blockquote>', 'regular display'],
  ];
  for (const [html, styles] of pages) {
    const first = firstFonts(html);
    for (const file of first) assert.ok(files.includes(`assets/${file}`), file);
    assert.equal(first.map((file) => file.split('-')[1]).join(' '), styles, html);
  }
});

test('the fallback has the styles of common fonts, on the baseline of Newsreader', () => {
  const descents = { Georgia: 0.219, Noto: 0.293, DejaVu: 0.236 };
  const faces = [...css.matchAll(/@font-face \{[^}]*Fit (\w+)[^}]*\}/gu)];
  const counts = Map.groupBy(faces, (face) => face[1]);
  assert.deepEqual(
    [...counts].map(([name, { length }]) => `${name} ${length}`),
    ['Georgia 3', 'Noto 3', 'DejaVu 3'],
  );
  for (const [face, name] of faces) {
    const share = (property: string) =>
      Number(new RegExp(`${property}: ([\\d.]+)%`, 'u').exec(face)?.[1]) / 100;
    const descent = descents[name as keyof typeof descents];
    const above = (share('ascent-override') - descent) * share('size-adjust');
    assert.ok(Math.abs(above - 0.47) < 0.001, `${face}: ${above}`);
  }
});
