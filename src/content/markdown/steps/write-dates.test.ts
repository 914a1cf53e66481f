import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOptions } from '../../../../tests/support/markdown-options.ts';
import { renderMarkdown } from '../render-markdown.ts';

const dates: readonly (readonly [language: string, written: string, printed: string])[] = [
  ['en', '2026-01-06', '6 January 2026'],
  ['en', '2026-01', 'January 2026'],
  ['en', '1989', '1989'],
  ['en', '6 Jan 2026', '6 Jan 2026'],
  ['ko', '2026-01-06', '2026년 1월 6일'],
  ['de', '**2026-01-06**', '6. Januar 2026'],
  ['en', '2026-01-06T18:30+09:00', '6 January 2026, 18:30 GMT\\+9'],
  ['en', '**2026-01-06T10:30+01:00**', '6 January 2026, 18:30 GMT\\+9'],
  ['en', '2026-01-06, 18:30', '6 January 2026, 18:30 GMT\\+9'],
  ['de', '6. Januar 2026', '6. Januar 2026'],
  ['de', '1. März 2024', '1. März 2024'],
  ['ko', '**2026-01-06 18:30**', '2026년 1월 6일 18:30 GMT\\+9'],
];
for (const [language, written, printed] of dates)
  test(`prints ${written} of a timeline in ${language} as ${printed}`, () => {
    const source = `:::timeline\n- ${written}: Opened.\n:::\n`;
    const { rendered } = renderMarkdown(source, {
      ...testOptions,
      ...{ language, timeZone: 'Asia/Seoul' },
    });
    assert.match(
      rendered.html.join(''),
      new RegExp(`<time class="when"[^>]*>${printed}</time>`, 'u'),
    );
  });

test('prints text that is not one date as it is written', () => {
  for (const written of [
    '2026-01-06 – 2026-01-08',
    '2026-01-06T18:30+99:00',
    '2026-02-30',
    '2026-01-06T25:30',
  ]) {
    const source = `:::timeline\n- ${written}: Opened.\n:::\n`;
    const html = renderMarkdown(source, testOptions).rendered.html.join('');
    assert.ok(html.includes(`<li>${written}: Opened.</li>`), html);
  }
});

test('keeps the dates of other texts, and the ids of paragraphs', () => {
  const source =
    '<time>2026-01-06</time>\n\n:::timeline\n- 2026-01-06: A\n\n- 2026-01-07: B\n:::\n';
  const before = renderMarkdown(source, testOptions).rendered;
  const after = renderMarkdown(source, { ...testOptions, language: 'ko' }).rendered;
  assert.match(before.html.join(''), /<time>2026-01-06<\/time>/u);
  const ids = (list: readonly string[]) => list.filter((id) => id.startsWith('p-'));
  assert.deepEqual(ids(before.ids), ids(after.ids));
});
