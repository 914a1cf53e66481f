import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOptions } from '../../../../tests/support/markdown-options.ts';
import { formatProblem } from '../../../system/problems/format-problem.ts';
import { renderMarkdown } from '../render-markdown.ts';

function render(source: string) {
  const options = { ...testOptions, timeZone: 'Asia/Seoul' };
  const { rendered, problems } = renderMarkdown(source, options);
  return { ...rendered, page: rendered.html.join(''), lines: problems.map(formatProblem) };
}

const entry = (time: string, headline: string) =>
  `## ${time} ${headline}\n\nText of ${headline}.\n`;
const idsOf = (source: string) =>
  render(source).entries?.map(({ id, headline }) => `${id} ${headline}`);

test('entries are shown newest first, in either order of the source', () => {
  const older = entry('2026-01-11T17:05+09:00', 'A');
  const newer = entry('2026-01-11T18:30+09:00', 'B');
  const expected = ['t-20260111-0930 B', 't-20260111-0805 A'];
  assert.deepEqual(idsOf(`Pinned.\n\n${older}\n${newer}`), expected);
  assert.deepEqual(idsOf(`Pinned.\n\n${newer}\n${older}`), expected);
  const { page, lede, lines, outline } = render(`Pinned.\n\n${older}\n${newer}`);
  assert.match(page, /^<p [^>]*>Pinned\.<\/p>[\s\S]*>B<\/h2>[\s\S]*Text of B[\s\S]*>A<\/h2>/u);
  assert.equal(lede, 'Pinned.');
  assert.deepEqual([lines, outline], [[], []]);
});

test('a time is shown in the zone of the publication and links to its entry', () => {
  const { page } = render(entry('2026-01-11T09:30Z', 'A'));
  assert.ok(
    page.includes(
      '<section id="t-20260111-0930" class="live-entry"><div class="live-time"><a href="#t-20260111-0930" class="live-link"><time datetime="2026-01-11T09:30+00:00">11 January 2026, 18:30 GMT+9</time></a></div><h2',
    ),
    page,
  );
});

const times: readonly [written: string, time: string][] = [
  ['2026-01-11T18:30+09:00', '2026-01-11T18:30+09:00'],
  ['2026-01-11 18:30 +0900', '2026-01-11T18:30+09:00'],
  ['2026-01-11 9:05', '2026-01-11T09:05+09:00'],
  ['2026-01-11T18:30:15−03:00', '2026-01-11T18:30:15-03:00'],
  ['2026-01-11T18:30Z:', '2026-01-11T18:30+00:00'],
  ['2026-01-11 18:30 –', '2026-01-11T18:30+09:00'],
];
for (const [written, time] of times)
  test(`the time ${written}`, () => {
    const [found] = render(entry(written, 'A headline')).entries ?? [];
    assert.deepEqual([found?.time, found?.headline], [time, 'A headline']);
  });

test('a headline in bold is a key event, its first word in bold is none', () => {
  const { entries } = render(
    `${entry('2026-01-11T10:00Z', '**All bold**')}\n${entry('2026-01-11T11:00Z', '**One** word')}`,
  );
  assert.deepEqual(
    entries?.map(({ headline, isKey }) => [headline, isKey]),
    [
      ['One word', false],
      ['All bold', true],
    ],
  );
});

test('the ids of entries stay when later ones are added, also at the same minute', () => {
  const at = '2026-01-11T10:00Z';
  const first = ['t-20260111-1000-2 B', 't-20260111-1000 A'];
  const before = entry('2026-01-11T09:00Z', 'Before');
  assert.deepEqual(
    idsOf(`${before}\n${entry(at, 'A')}\n${entry(at, 'B')}`)?.slice(0, 2),
    first,
  );
  assert.deepEqual(
    idsOf(`${entry(at, 'B')}\n${entry(at, 'A')}\n${before}`)?.slice(0, 2),
    first,
  );
});

test('footnotes stay below the entries', () => {
  const { page } = render(
    `${entry('2026-01-11T10:00Z', 'A')}\nA claim[^1].\n\n[^1]: The note.\n`,
  );
  assert.match(page, /<\/section><section class="footnotes"/u);
});

const wrong: readonly [name: string, source: string, ...lines: string[]][] = [
  [
    'an entry against the order of the others',
    `${entry('2026-01-11T10:00Z', 'A')}\n${entry('2026-01-11T09:00Z', 'B')}\n${entry('2026-01-11T11:00Z', 'C')}`,
    'a.md:5:1  warning: live: expected a time not before 2026-01-11T10:00+00:00, that of the entry above it, got 2026-01-11T09:00+00:00; readers see it in the order of time; correct the time, or move it',
  ],
  [
    'a heading without a time between entries',
    `## Before\n\nText.\n\n${entry('2026-01-11T10:00Z', 'A')}\n## What now\n\n### Below\n`,
    'a.md:9:1  warning: live: expected a heading with day and time, such as `## 2026-01-06T18:30+09:00 Headline`, got "What now"; it is a part of the entry above it; give it a time, or one more `#`',
  ],
  [
    'a day that does not exist',
    entry('2026-13-40T10:00Z', 'A'),
    'a.md:1:1  live: expected a day and a time such as 2026-01-06T18:30+09:00, got "2026-13-40T10:00Z"; correct it',
  ],
];
for (const [name, source, ...lines] of wrong)
  test(`${name} is reported`, () => assert.deepEqual(render(source).lines, lines));

test('an ordinary heading with a year or a day has no entry', () => {
  for (const heading of ['2026', '2026-01-11', '2026-01-11 and after', '18:30 A bridge'])
    assert.equal(render(`## ${heading}\n\nText.`).entries, undefined);
});
