import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readByline } from './read-byline.ts';

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
  ['워싱턴=홍길동 특파원', ['홍길동']],
  ['山田太郎記者', ['山田太郎']],
  ['取材・文／山田太郎、佐藤花子', ['山田太郎', '佐藤花子']],
  ['记者 王小明 李华', ['王小明', '李华']],
  ['本报记者：王小明', ['王小明']],
  ['記者王小明／台北報導', ['王小明']],
  ['بقلم أحمد علي', ['أحمد علي']],
  ['بقلم أحمد علي - ١١ نوفمبر ٢٠٢٠', ['أحمد علي']],
  // Academic titles, and parts of names.
  ['By Jane Roe, Ph.D., and John Doe, M.D.', ['Jane Roe, Ph.D.', 'John Doe, M.D.']],
  ['Jane Roe Jr.', ['Jane Roe Jr.']],
  ['By JANE ROE', ['JANE ROE']],
  ['By Ludwig van der Berg', ['Ludwig van der Berg']],
  ['By Jane O’Roe-Doe and J. R. Doe III', ['Jane O’Roe-Doe', 'J. R. Doe III']],
  ['Por Ana Ruiz e Ignacio Gil', ['Ana Ruiz', 'Ignacio Gil']],
  // Roles, papers and places.
  ['Jane Roe, Political Editor and John Doe', ['Jane Roe', 'John Doe']],
  ['Jane Roe, Staff Writer', ['Jane Roe']],
  ['By Jane Roe, Chief Foreign Affairs Correspondent', ['Jane Roe']],
  ['By Jane Roe for The Harbour Post', ['Jane Roe']],
  ['By Jane Roe for The Post and John Doe', ['Jane Roe', 'John Doe']],
  ['By Jane Roe | The Post', ['Jane Roe']],
  ['By Jane Roe|The Post', ['Jane Roe']],
  ['By Jane Roe, Special to The Post', ['Jane Roe']],
  ['By Jane Roe of The Quay Times', ['Jane Roe']],
  ['By Jane Roe in London and John Doe in New York', ['Jane Roe', 'John Doe']],
  ['By Jane Roe · 5 min read', ['Jane Roe']],
  ['Von Anna Maier und Jörg Kühn in Berlin', ['Anna Maier', 'Jörg Kühn']],
  ['Von Anna Maier, Korrespondentin in Paris', ['Anna Maier']],
  ['Par Anne Petit (envoyée spéciale à Kiev)', ['Anne Petit']],
  ['Par Anne Petit, correspondante à Londres', ['Anne Petit']],
  ['Por Ana Ruiz, corresponsal en Londres', ['Ana Ruiz']],
  ['홍길동 기자·김영희 기자', ['홍길동', '김영희']],
  ['홍길동 · 김영희 기자', ['홍길동', '김영희']],
  ['홍길동 김영희 기자', ['홍길동', '김영희']],
  ['홍길동 기자 hong@example', ['홍길동']],
  ['홍길동 기자(hong@post.example)', ['홍길동']],
  ['홍길동 베이징 특파원', ['홍길동']],
  ['항구일보 홍길동 기자', ['홍길동']],
  ['정치부 홍길동 기자', ['홍길동']],
  ['남궁민수 선임기자', ['남궁민수']],
  ['(서울=연합뉴스) 홍길동 기자 =', ['홍길동']],
  ['[서울=뉴시스]홍길동 김영희 기자 =', ['홍길동', '김영희']],
  ['(워싱턴=홍길동 특파원)', ['홍길동']],
  ['本报记者 王小明 李华 北京报道', ['王小明', '李华']],
  ['本报驻京记者 王小明', ['王小明']],
  ['本报记者王小明北京报道', ['王小明']],
  ['新华社北京1月6日电（记者 王小明、李华）', ['王小明', '李华']],
  ['（中央社記者王小明台北6日電）', ['王小明']],
  ['〔記者王小明／台北報導〕', ['王小明']],
  ['记者：王小明 通讯员：李华', ['王小明', '李华']],
  ['【東京＝山田太郎】', ['山田太郎']],
  ['【ワシントン=山田太郎、鈴木花子】', ['山田太郎', '鈴木花子']],
  ['（山田太郎、鈴木花子）', ['山田太郎', '鈴木花子']],
  ['編集委員 山田太郎', ['山田太郎']],
  ['山田太郎（政治部）', ['山田太郎']],
  ['山田 太郎', ['山田 太郎']],
  ['ジョン・スミス', ['ジョン・スミス']],
  ['聞き手・山田太郎', ['山田太郎']],
  ['كتب: أحمد علي ومحمد حسن', ['أحمد علي', 'محمد حسن']],
  ['بقلم: أحمد علي وليد حسن', ['أحمد علي وليد حسن']],
  ['تقرير: أحمد علي', ['أحمد علي']],
  ['Opinion by Jane Roe', ['Jane Roe']],
  ['Parker Bylund', ['Parker Bylund']],
  ['文在寅', ['文在寅']],
  ['By Vonda Port', ['Vonda Port']],
  // Agencies.
  ['Le Monde avec AFP', ['Le Monde', 'AFP']],
  ['Par Anne Petit (avec AFP)', ['Anne Petit', 'AFP']],
  ['Par Anne Petit, avec AFP et Reuters', ['Anne Petit', 'AFP', 'Reuters']],
  ['Von Anna Maier, dpa', ['Anna Maier', 'dpa']],
  ['Anna Maier, mit Material von dpa', ['Anna Maier', 'dpa']],
  ['Von Anna Maier mit Agenturen', ['Anna Maier']],
  ['Ana Ruiz con información de EFE', ['Ana Ruiz', 'EFE']],
  ['By Jane Roe and Agencies', ['Jane Roe']],
  ['أحمد علي - وكالات', ['أحمد علي']],
];

for (const [line, names] of lines)
  test(`${JSON.stringify(line)} has the names ${names.join(', ')}`, () => {
    const { isSure, ...read } = readByline(line);
    assert.deepEqual(read.names, names);
    assert.equal(isSure, true);
  });

const works: readonly [line: string, names: readonly string[], others: readonly string[]][] = [
  ['Story by Jane Roe; Photos by John Doe', ['Jane Roe'], ['Photos by John Doe']],
  ['Story by Jane Roe, Photos by John Doe', ['Jane Roe'], ['Photos by John Doe']],
  ['By Jane Roe. Photographs by John Doe', ['Jane Roe'], ['Photographs by John Doe']],
  ['By Jane Roe | Video: John Doe', ['Jane Roe'], ['Video: John Doe']],
  ['Story and photos by Jane Roe', ['Jane Roe'], []],
  ['Reporting by Jane Roe; Editing by John Doe', ['Jane Roe'], ['Editing by John Doe']],
  ['Text: Anna Maier, Fotos: Jörg Kühn', ['Anna Maier'], ['Fotos: Jörg Kühn']],
  ['Text und Fotos: Anna Maier', ['Anna Maier'], []],
  ['Texte : Anne Petit - Photos : Luc Roy', ['Anne Petit'], ['Photos : Luc Roy']],
  ['Texto: Ana Ruiz. Fotos: Juan Gil', ['Ana Ruiz'], ['Fotos: Juan Gil']],
  ['글 홍길동 사진 김영희', ['홍길동'], ['사진 김영희']],
  ['글·사진 홍길동 기자', ['홍길동'], []],
  ['문화부 홍길동 기자, 사진=김영희 기자', ['홍길동'], ['사진=김영희 기자']],
  ['文・山田太郎 写真・鈴木花子', ['山田太郎'], ['写真・鈴木花子']],
  ['文／王小明 图／李华', ['王小明'], ['图／李华']],
  ['记者：王小明 编辑：李华', ['王小明'], ['编辑：李华']],
  ['撰文：王小明 攝影：李華', ['王小明'], ['攝影：李華']],
  ['تقرير: أحمد علي، تصوير: محمد حسن', ['أحمد علي'], ['تصوير: محمد حسن']],
];

for (const [line, names, others] of works)
  test(`${JSON.stringify(line)} has authors and others`, () => {
    const read = readByline(line);
    assert.deepEqual([read.names, read.others], [names, others]);
    assert.equal(read.isSure, true);
  });

const open: readonly [line: string, names: readonly string[]][] = [
  ['Roe, Jane', ['Roe, Jane']],
  ['Roe, Jane; Doe, John', ['Roe, Jane', 'Doe, John']],
  ['Von Anna Maier, Berlin', ['Anna Maier, Berlin']],
  ['高木 文子', ['高木 文子']],
  ['PARIS — Jane Roe', ['Jane Roe']],
  ['By somebody who was there that night', ['somebody who was there that night']],
];

for (const [line, names] of open)
  test(`${JSON.stringify(line)} is ambiguous`, () => {
    const read = readByline(line);
    assert.deepEqual(read.names, names);
    assert.equal(read.isSure, false);
  });

const others = [
  'Opinion: The Ferry Strike',
  '（敬称略）',
  '(Advertisement)',
  '（写真提供）',
  'The ferry runs again, Jane Roe said.',
  '新华社北京1月6日电（记者 王小明、李华）港口的渡船在停航十一周之后恢复运营，市长星期二宣布了这个消息。',
  '(서울=연합뉴스) 홍길동 기자 = 항구의 배가 열흘 만에 다시 바다로 나갔다고 시가 6일 밝혔다.',
  '【東京＝山田太郎】港の渡し船が十一週間ぶりに運航を再開したと、市長が火曜日に発表した。',
  'By Christmas the ferry will run again',
];

for (const line of others)
  test(`${JSON.stringify(line)} is not a byline`, () => {
    const { isSure, isMarked } = readByline(line);
    assert.equal(isSure && isMarked, false);
  });
