import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitNames } from './split-names.ts';

const lines: readonly [line: string, names: readonly string[]][] = [
  ['By Jane Roe and John Doe, Staff Writers', ['Jane Roe', 'John Doe']],
  ['By Jane Roe, 03/04/2024', ['Jane Roe']],
  ['By Jane Roe • Nov 11, 2020', ['Jane Roe']],
  ['Jane Roe, Senior Political Correspondent', ['Jane Roe']],
  ['Martin Luther King, Jr. & Ann Lee', ['Martin Luther King, Jr.', 'Ann Lee']],
  ['Von Anna Maier und Jörg Kühn, Redaktion', ['Anna Maier', 'Jörg Kühn']],
  ['Par Anne Petit et Luc Roy, journaliste', ['Anne Petit', 'Luc Roy']],
  ['Por Ana Ruiz y Juan Gil', ['Ana Ruiz', 'Juan Gil']],
  ['홍길동 기자 hong@post.example', ['홍길동']],
  ['홍길동·김하늘 기자', ['홍길동', '김하늘']],
  ['워싱턴=홍길동 특파원', ['워싱턴=홍길동']],
  ['山田太郎記者', ['山田太郎']],
  ['取材・文／山田太郎、佐藤花子', ['山田太郎', '佐藤花子']],
  ['记者 王小明 李华', ['王小明', '李华']],
  ['本报记者：王小明', ['王小明']],
  ['記者王小明／台北報導', ['王小明']],
  ['بقلم أحمد علي', ['أحمد علي']],
  ['بقلم أحمد علي - ١١ نوفمبر ٢٠٢٠', ['أحمد علي']],
];

for (const [line, names] of lines)
  test(`${JSON.stringify(line)} has the names ${names.join(', ')}`, () => {
    assert.deepEqual(splitNames(line), names);
  });
