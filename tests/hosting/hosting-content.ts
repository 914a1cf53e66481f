import sharp from 'sharp';
import type { Files } from '../test-site.ts';

const picture = await sharp({
  create: { width: 1200, height: 800, channels: 3, background: '#4a6a7c' },
})
  .png()
  .toBuffer();

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><style>rect{fill:red}</style><rect width="90" height="30"/></svg>';

const words = 'The council met in the old hall and heard from people of all four districts. ';

/** A site with an example of everything that hosts have rules for. */
export const hostingContent: Files = {
  'publication.yaml': [
    'name: The Daily Test',
    'languages: [en, ko]',
    'images: {remote: [https://images.example]}',
    'theme: {accent: "#224466", logo: ./logo.svg}',
    'hosting: {hsts: true}',
    'precompress: [br, gz]',
  ].join('\n'),
  'logo.svg': logo,
  'bridge.png': picture,
  'homes.csv': 'district,homes\nNorth,1200\n',
  'bridge.md': `---
title: A bridge for the harbour
date: 2026-05-20
section: City
topics: [Bridges]
authors: [Lena Park]
aliases: [/old/address/, /Old/Case/, /옛-주소/, /old.html, /%EB%8B%A4%EB%A6%AC/, "/with:colon/", '/a;b$c{d}e%25/']
image: {file: ./bridge.png, alt: A bridge, credit: Lena Park}
---

${words.repeat(20)} A claim.[^1]

Links: [relative](market.md), [absolute](/2026/05/21/market/#money), [an old one](/old/address/),
[the numbers](homes.csv).

![elsewhere](https://images.example/a.png)

## The vote

${words.repeat(30)}

| District | Homes |
| :-- | --: |
| North | 1,200 |

## The money

${words.repeat(30)}

[^1]: Its note.
`,
  'bridge.ko.md': `---\ntitle: 항구의 다리\n---\n\n## 표결\n\n${'의회는 오래된 회관에 모였다. '.repeat(40)}\n\n[시장](market.md)\n`,
  'market.md':
    `---\ntitle: The market moves\ndate: 2026-05-21\nsection: City\n---\n\n## Money\n\n${words.repeat(10)}\n\n[The bridge](../2026/05/20/bridge/)\n`.replace(
      '../2026/05/20/bridge/',
      '/2026/05/20/bridge/',
    ),
  'people/lena-park.md':
    '---\nname: Lena Park\nrole: Reporter\nimage: {file: ../bridge.png, alt: Lena Park, credit: Lena Park}\ncontact: lena@news.example\n---\n\nShe writes.\n',
  'pages/about.md': `---\ntitle: About\n---\n\n${words}\n`,
};
