import sharp from 'sharp';
import type { Files } from '../test-site.ts';

function article(title: string, day: string, body: string, ...fields: string[]): string {
  return ['---', `title: "${title}"`, `date: ${day}`, ...fields, '---', '', body, ''].join(
    '\n',
  );
}

const padding =
  'Other matters were talked about at some length and nothing came of them. '.repeat(30);

/** Too many for a list. */
const manyAuthors = Array.from({ length: 60 }, (_, index) => `Łukasz Writer${index}`);

/** Articles of two sections and six languages, with words that only one of them has. */
export const searchContent: Files = {
  'publication.yaml': 'name: Test\nsections: [World, City]\n',
  'bridge.md': article(
    'The <b>bridge</b> stays',
    '2026-01-06',
    `## Plans\n\n${padding}\n\nThe ferryman &lt;img src=x onerror=alert(1)&gt; &lt;script&gt; shouted.\n\n## Cost\n\n${padding}\n\nNobody counted the rivets twice.`,
    'section: City',
    'topics: [Roads, "a, b: c"]',
    'summary: A crossing for all',
    'authors: [Wilhelmina Roe]',
    'kind: opinion',
  ),
  'bridge.ko.md':
    '---\ntitle: 다리는 그대로 남는다\n---\n\n## 계획\n\n시의회는 대통령의 뜻에 따라 다리를 지키기로 했다.\n',
  'bridge.ja.md':
    '---\ntitle: 橋は残る\n---\n\n## 計画\n\n市議会は橋を守ることを決めた。東京都の技術者も来た。\n',
  'bridge.zh-Hans.md':
    '---\ntitle: 大桥保留\n---\n\n## 计划\n\n市议会决定保留大桥。工程师从北京来。\n',
  'bridge.ar.md':
    '---\ntitle: الجسر باقٍ\n---\n\n## الخطط\n\nقرر المجلس الإبقاء على الجسور القديمة.\n',
  'bridge.de.md':
    '---\ntitle: Die Brücke bleibt\n---\n\n## Pläne\n\nDer Rat sah sich die Häuser am Ufer an.\n',
  'ferry.md': article(
    'A ferry',
    '2025-05-01',
    'It rivets nobody[^1].\n\n[^1]: As the [log](https://other.example/) says.',
    'section: World',
    'topics: [Roads]',
    'authors: [Kim Min, Wilhelmina Roe]',
    'kind: analysis',
    'image: {file: ./ferry.png, alt: A deck, credit: Mina Choi}',
  ),
  'ferry.png': await sharp({
    create: { width: 600, height: 400, channels: 3, background: '#4a6a7c' },
  })
    .png()
    .toBuffer(),
  'pages/about.md': '---\ntitle: About us\n---\n\nWho we are.\n',
  ...Object.fromEntries(
    Array.from({ length: 14 }, (_, index) => [
      `letter-${index}.md`,
      article(
        `Letter ${index}`,
        `2024-02-${index + 10}`,
        'A postcard came.',
        'section: World',
        ...(index === 0 ? [`authors: [${manyAuthors}]`] : []),
      ),
    ]),
  ),
};
