import sharp from 'sharp';
import type { Files } from '../test-site.ts';

const sentence =
  'The ferry crossed the harbour before noon and came back with the evening tide.';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#4a6a7c' } })
    .png()
    .toBuffer();

const article = (title: string, date: string, body: string, ...fields: string[]) =>
  `${['---', `title: ${title}`, `date: ${date}`, ...fields, '---'].join('\n')}\n\n${body}\n`;

const columns = Array.from({ length: 9 }, (_, index) => `Station ${index}`);
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** Links of every length, so that some end at the end of a line. */
const links = Array.from(
  { length: 60 },
  (_, index) =>
    `[${'harbour '.repeat((index % 5) + 1).trim()}](https://other.example/${index})`,
).join(' and ');

/** Pages with single past faults. */
export const detailsContent: Files = {
  'publication.yaml':
    'name: Test\nlanguages: [en, ar]\nsections: [City, Sea]\nextras: [search]\n',
  'tall.png': await picture(700, 1400),
  'portrait.png': await picture(900, 1200),
  'wide.png': await picture(1200, 800),
  'tall.md': article(
    'A tall picture',
    '2026-05-28T09:00+00:00',
    `${sentence}\n\n![A mast](portrait.png "A mast. Credit: Ann Roe")\n\n## Stations\n\n${row(columns)}\n${row(columns.map(() => '---'))}\n${row(columns.map((_, index) => `${index} passengers`))}\n\n${links}\n\n## More\n\n${`${sentence} `.repeat(40)}`,
    'updated: 2026-05-29T09:00+00:00',
    'section: City',
    'topics: [C++, "50%"]',
    'authors: [Ann Roe]',
    'image: {file: ./tall.png, alt: A mast, credit: Ann Roe}',
  ),
  'tall.ar.md': `---\ntitle: صورة طويلة\n---\n\nاستخدم \`npm run build -- --quiet\` ثم انتظر.\n`,
  'names.ar.md': `---\ntitle: أسماء\ndate: 2026-05-20\ntopics: [C++]\n---\n\nنص قصير.\n`,
  'sea.md': article('The sea', '2026-05-27', sentence, 'section: Sea'),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5].map((number) => [
      `city-${number}.md`,
      article(`City ${number}`, `2026-05-2${number}`, sentence, 'section: City'),
    ]),
  ),
  'alone.md': article('Alone', '2026-04-01', sentence, 'section: Sea'),
};

export const detailsPage = '/2026/05/28/tall/';
