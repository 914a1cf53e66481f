import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHtml } from './read-html.ts';

const lines: readonly [line: string, date: string, authors: readonly string[]][] = [
  ['By Jane Roe • Nov 11, 2020', '2020-11-11', ['Jane Roe']],
  ['Von Anna Maier, 5. März 2024, 14.30 Uhr', '2024-03-05T14:30+00:00', ['Anna Maier']],
  [
    'Par Anne Petit – Publié le 1er août 2024 à 10h30',
    '2024-08-01T10:30+00:00',
    ['Anne Petit'],
  ],
  ['Por Ana Ruiz y Juan Gil | 11 de noviembre de 2020', '2020-11-11', ['Ana Ruiz', 'Juan Gil']],
  ['山田太郎記者　2024年3月5日 14時30分', '2024-03-05T14:30+00:00', ['山田太郎']],
  ['记者 王小明 2024年3月5日 14:30', '2024-03-05T14:30+00:00', ['王小明']],
  ['記者王小明／台北報導　2024-03-05 14:30', '2024-03-05T14:30+00:00', ['王小明']],
  ['홍길동 기자 | 입력 2024.03.05 14:30', '2024-03-05T14:30+00:00', ['홍길동']],
  ['بقلم أحمد علي - ١١ نوفمبر ٢٠٢٠', '2020-11-11', ['أحمد علي']],
];

for (const [line, date, authors] of lines)
  test(`reads date and authors from the line ${JSON.stringify(line)}`, async () => {
    const text =
      '<p>The council met on Tuesday to talk about the ferry of 5 May 2019, which no longer runs.</p>';
    const html = `<!doctype html><meta charset="utf-8"><title>A ferry</title><div><h1>A ferry</h1><p>${line}</p>${text}</div>`;
    const file = { source: 'a.html', url: 'https://a.example/x', bytes: Buffer.from(html) };
    const { drafts } = await readHtml(file, { pictures: false, timeZone: 'UTC' });
    const fields = drafts[0]?.fields;
    assert.deepEqual([fields?.date, fields?.authors], [date, authors]);
  });
