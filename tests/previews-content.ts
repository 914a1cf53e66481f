import sharp from 'sharp';
import type { Files } from './test-site.ts';

/** The content of the tests of links and cards: one article with everything, and hard cases. */

const photograph = await sharp({
  create: { width: 1500, height: 1000, channels: 3, background: '#4a6a7c' },
})
  .jpeg()
  .toBuffer();

const ownCard = await sharp({
  create: { width: 900, height: 900, channels: 3, background: '#206030' },
})
  .png()
  .toBuffer();

const article = (fields: Record<string, string>, text: string) =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n---\n\n${text}\n`;

/** Paragraphs of the article, each with unique words. */
export const paragraphs = Array.from(
  { length: 9 },
  (_, index) =>
    `Paragraph number ${index} of the report says that the council met in hall ${index * 7}, heard ${index + 20} people from all four districts, and put off what it could not settle.`,
);

const body = [
  ...paragraphs.slice(0, 4),
  '## The vote',
  ...paragraphs.slice(4, 7),
  '| District | Homes |\n| --- | ---: |\n| North | 1,200 |',
  '## What comes next',
  ...paragraphs.slice(7),
].join('\n\n');

export const previewsContent: Files = {
  'publication.yaml': `name: {en: The Harbour Post, ko: 하버 포스트}
tagline: News of four districts
languages: [en, ko, ar]
timeZone: Asia/Seoul
owner: {name: Harbour Press, url: "https://press.example/"}
policies: {corrections: /about/}
pageSize: 3
`,
  'bridge.jpg': photograph,
  'own.png': ownCard,
  'broken.png': 'This is no picture.',
  'bridge.md': article(
    {
      title: 'Four districts vote to keep their bridge </script>',
      date: '2026-05-20T18:30+09:00',
      updated: '2026-05-21T09:00+09:00',
      summary: 'After two years of hearings the council has made up its mind.',
      section: 'City',
      topics: '[Bridges, Council]',
      authors: '[Lena Park, {name: Omar Diaz, url: https://elsewhere.example/omar}]',
      image: `{file: ./bridge.jpg, alt: The bridge at dusk, caption: At dusk., credit: {creator: Mina Choi, source: City Archive, sourceUrl: "https://archive.example/7", licence: CC BY 4.0}}`,
      dateline: 'HARBOUR',
      keyPoints: '[The bridge stays, Work begins in June]',
      corrections: '[{date: 2026-05-21, text: The vote was on a Tuesday.}]',
      source: '{name: The Old Post, url: "https://old.example/1", published: 2026-05-19}',
      licence: '{name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}',
      canonical: 'self',
      aliases: '[/old/bridge/]',
    },
    body,
  ),
  'bridge.ko.md': article(
    { title: '네 구역, 다리를 지키기로', summary: '두 해 만의 결정.' },
    '의회가 결정했다.',
  ),
  'bridge.ar.md': article({ title: 'أربعة أحياء تصوّت للإبقاء على جسرها' }, 'قرر المجلس.'),
  'plain.md': article({ title: 'Plain', date: '2026-05-18', section: 'City' }, 'A sentence.'),
  'card.md': article({ title: 'With a card', date: '2026-05-17', card: './own.png' }, 'Text.'),
  'broken.md': article(
    { title: 'With a broken card', date: '2026-05-16', card: './broken.png' },
    'Text.',
  ),
  'thai.md': article({ title: 'ข่าววันนี้', date: '2026-05-15' }, 'Text.'),
  'more.md': article({ title: 'One more', date: '2026-04-14' }, 'Text.'),
  'pages/about.md': article({ title: 'About us' }, 'Who we are.'),
};

/** A page of each kind, below the output folder. */
export const previewsPages = {
  article: '2026/05/20/bridge/index.html',
  korean: 'ko/2026/05/20/bridge/index.html',
  arabic: 'ar/2026/05/20/bridge/index.html',
  plain: '2026/05/18/plain/index.html',
  card: '2026/05/17/card/index.html',
  broken: '2026/05/16/broken/index.html',
  thai: '2026/05/15/thai/index.html',
  page: 'about/index.html',
  front: 'index.html',
  list: 'page/index.html',
  olderList: 'page/1/index.html',
  section: 'section/city/index.html',
  year: '2026/index.html',
  month: '2026/05/index.html',
  offline: 'offline/index.html',
  notFound: '404.html',
  redirect: 'old/bridge/index.html',
} as const;
