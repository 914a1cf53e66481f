import sharp from 'sharp';
import type { Files } from './test-site.ts';

/** The content of the reading tests: an article with everything, and its neighbours. */

const words = 'The council met in the old hall and heard from people of all four districts.';
const arabicWords = 'اجتمع المجلس في القاعة القديمة واستمع إلى سكان الأحياء الأربعة جميعها.';

const paragraphs = (count: number, sentence: string) =>
  Array.from({ length: count }, (_, index) =>
    Array.from({ length: 6 }, (_, turn) => `${sentence.slice(0, -1)} ${index}.${turn}.`).join(
      ' ',
    ),
  ).join('\n\n');

const body = (sentence: string, names: readonly string[]) => `${paragraphs(2, sentence)}

A claim with a note[^1] and [a source](https://elsewhere.example/report?year=2026).

## ${names[0]}

${paragraphs(8, sentence)}

| District | Homes | Bridges |
| --- | ---: | ---: |
| North | 1,200 | 3 |
| South | 900 | 1 |

## ${names[1]}

> ${sentence}

${paragraphs(8, sentence)}

### ${names[2]}

${paragraphs(4, sentence)}

## ${names[3]}

${sentence}

## ${names[4]}

${sentence}

[^1]: The note says where the claim comes from.
`;

const article = (fields: Record<string, string>, text: string) =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n---\n\n${text}\n`;

/** Words that do not repeat, so that they hardly compress. */
export function sevenHundredWords(): string {
  let state = 7;
  const next = (count: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % count;
  };
  const syllables =
    'ba con del est for gra hin ive jor kel lum men nor ost per qua rin sto tal und ver wes'.split(
      ' ',
    );
  const word = () =>
    Array.from({ length: 1 + next(3) }, () => syllables[next(syllables.length)]).join('');
  const paragraph = () => `${Array.from({ length: 70 }, word).join(' ')}.`;
  const text = Array.from({ length: 10 }, (_, index) =>
    index % 3 === 1 ? `## ${word()} ${word()}\n\n${paragraph()}` : paragraph(),
  );
  return `${text.join('\n\n')}\n\nA claim[^1].\n\n[^1]: Its note.`;
}

/** A picture, 1200 x 800. */
const picture = await sharp({
  create: { width: 1200, height: 800, channels: 3, background: '#4a6a7c' },
})
  .png()
  .toBuffer();

export const readingContent: Files = {
  'council.png': picture,
  'publication.yaml': 'name: The Daily Test\nlanguages: [en, ar, ko]\ntimeZone: Asia/Seoul\n',
  'council.md': article(
    {
      title: 'Four districts vote to keep their bridge',
      date: '2026-05-20T18:30+09:00',
      updated: '2026-05-21T09:00+09:00',
      summary: 'After two years of hearings the council has made up its mind.',
      section: 'City',
      topics: '[Bridges, Council]',
      authors: '[Lena Park, {name: Omar Diaz, url: https://elsewhere.example/omar}]',
      image:
        '{file: ./council.png, alt: The bridge at dusk, caption: The bridge at dusk., credit: Lena Park}',
      dateline: 'HARBOUR',
      keyPoints: '[The bridge stays, Work begins in June]',
      corrections: '[{date: 2026-05-21, text: The vote was on a Tuesday., kind: correction}]',
      licence: '{name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}',
    },
    body(words, ['The vote', 'The money', 'In detail', 'What comes next', 'Numbers']),
  ),
  'council.ar.md': article(
    { title: 'أربعة أحياء تصوت للإبقاء على جسرها', summary: 'بعد عامين من الجلسات.' },
    body(arabicWords, ['التصويت', 'المال', 'بالتفصيل', 'ما التالي', 'الأرقام']),
  ),
  // 700 words with everything that a page can have; the page budget is based on it.
  'notice.md': article(
    {
      title: 'Notice of works on the harbour bridge and on the roads that lead to it',
      date: '2026-05-24T08:00+09:00',
      updated: '2026-05-25T08:00+09:00',
      summary: 'Trams turn back at the market; the footpath stays open on the east side.',
      section: 'City',
      topics: '[Bridges, Council, Works, Trams]',
      authors: '[{name: Omar Diaz, url: https://elsewhere.example/omar}]',
      image:
        '{file: ./council.png, alt: The bridge at dusk, caption: The bridge at dusk., credit: {creator: Lena Park, source: City Archive, licence: CC BY 4.0}}',
      dateline: 'HARBOUR',
      keyPoints: '[The bridge stays, Work begins in June]',
      corrections: '[{date: 2026-05-25, text: The vote was on a Tuesday., kind: correction}]',
      source: '{name: The Harbour Post, url: https://elsewhere.example/notice}',
      licence: '{name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}',
    },
    sevenHundredWords(),
  ),
  'old.md': article(
    { title: 'The bridge is closed', date: '2020-02-01', section: 'City', topics: '[Bridges]' },
    `${paragraphs(3, words)}\n\nIn Seoul they say <span lang="ko">다리</span>.`,
  ),
  'older.md': article(
    {
      title: 'A bridge is opened',
      date: '1979-03-28',
      section: 'City',
      topics: '[Bridges, Council]',
    },
    paragraphs(1, words),
  ),
  'sport.md': article(
    { title: 'Harbour wins', date: '2026-05-22', section: 'Sport' },
    paragraphs(2, words),
  ),
  'many.md': article(
    { title: 'Forty parts', date: '2026-05-23', section: 'City' },
    Array.from(
      { length: 40 },
      (_, index) => `## Part ${index + 1}\n\n${paragraphs(1, words)}`,
    ).join('\n\n'),
  ),
  'bridge.ko.md': article(
    { title: '다리를 지키기로 한 네 구역', date: '2026-05-20' },
    `## 표결\n\n${'의회는 오래된 회관에 모여 네 구역 주민의 말을 들었다. '.repeat(60)}`,
  ),
};

/** Addresses of the pages of each kind. */
export const readingPages = {
  article: '/2026/05/20/council/',
  arabic: '/ar/2026/05/20/council/',
  notice: '/2026/05/24/notice/',
  old: '/2020/02/01/old/',
  many: '/2026/05/23/many/',
  short: '/2026/05/22/sport/',
  front: '/',
  list: '/section/city/',
  archive: '/2026/',
  years: '/archive/',
  credits: '/credits/',
  offline: '/offline/',
  notFound: '/404.html',
} as const;

/** A kind of page for each template. */
export const pageTemplates = [
  'article',
  'front',
  'list',
  'archive',
  'credits',
  'offline',
  'notFound',
] as const;
