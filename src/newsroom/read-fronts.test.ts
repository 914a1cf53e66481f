import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type GatherFolderOptions, gatherFolder } from '../../tests/gather-folder.ts';
import type { FileContent } from '../../tests/test-site.ts';

const article = (fields = '', date = '2026-05-01') =>
  `---\ntitle: A quay\ndate: ${date}\n${fields}---\n\nText.\n`;
const folder = {
  'bridge.md': article('section: City\n'),
  'bridge.ko.md': '---\ntitle: 다리\n---\n\n본문.\n',
  'ferry.md': article('', '2026-05-02'),
  'storm.md': article('section: City\n', '2026-05-03'),
  'world/vote.md': article('', '2026-05-04'),
  'draft.md': article('draft: true\n'),
  'later.md': article('', '2026-06-09'),
  'over.md': article('expiryDate: 2026-05-20\n'),
  'pages/about.md': '---\ntitle: About\n---\n\nText.\n',
};

/** Running stories: open, closed, a draft, without articles, and one without a file. */
const running = {
  'stories/flood.md': '---\ntitle: The flood\n---\n\nText.\n',
  'stories/fire.md': '---\ntitle: The fire\nstate: closed\n---\n\nText.\n',
  'stories/hidden.md': '---\ntitle: Hidden\ndraft: true\n---\n\nText.\n',
  'stories/empty.md': '---\ntitle: Empty\n---\n\nText.\n',
  'rain.md': article('story: flood\n', '2026-05-05'),
  'smoke.md': article('story: fire\n', '2026-05-06'),
  'tides.md': article('story: Tides\n', '2026-05-06'),
};

/** Reads the folder; only the problems of front pages are returned. */
const gather = async (
  t: TestContext,
  files: Readonly<Record<string, FileContent>>,
  options?: GatherFolderOptions,
) => {
  const gathered = await gatherFolder(t, { ...folder, ...files }, options);
  return {
    ...gathered,
    lines: gathered.lines.filter((line) => !line.startsWith('CONTENT/over.md')),
  };
};

const waits = 'it appears once it is published; until then the next article takes its place';
const settings = 'CONTENT/publication.yaml';
const problems: readonly [what: string, yaml: string, lines: readonly string[]][] = [
  [
    'names by path, slug and address',
    'lead: world/vote.md\n  order: [ferry, /2026/05/03/storm/]',
    [],
  ],
  [
    'an article that does not exist',
    'lead: brigde.md',
    [
      `${settings}:3:9  front.lead: expected an article of the content folder, got "brigde.md"; did you mean \`bridge.md\`?`,
    ],
  ],
  [
    'a draft',
    'lead: draft.md',
    [
      `${settings}:3:9  warning: front.lead: expected a published article, got "draft.md", which is a draft; ${waits}`,
    ],
  ],
  [
    'an article that is not out yet',
    'order: [ferry, later]',
    [
      `${settings}:3:18  warning: front.order.1: expected a published article, got "later.md", which is not out yet; ${waits}`,
    ],
  ],
  [
    'an article that has expired',
    'lead: over.md',
    [
      `${settings}:3:9  warning: front.lead: expected a published article, got "over.md", which has expired; remove it`,
    ],
  ],
  [
    'an article twice, once by the name of its translation',
    'lead: bridge.md\n  order: [ferry, bridge.ko.md]',
    [
      `${settings}:4:18  front.order.1: expected each article once, got "bridge.ko.md" again; remove one of them`,
    ],
  ],
  [
    'a page',
    'lead: pages/about.md',
    [
      `${settings}:3:9  front.lead: expected an article, got "pages/about.md", which is not one; remove it`,
    ],
  ],
  [
    'an unknown field',
    'laed: bridge.md',
    [
      `${settings}:3:3  warning: front.laed: expected a known field, got "laed"; did you mean \`lead\`?`,
    ],
  ],
  [
    'an unknown section',
    'packages: [{section: Citty}]',
    [
      `${settings}:3:24  front.packages.0.section: expected a section with articles, got "Citty"; did you mean \`City\`?`,
    ],
  ],
  ['a running story by the name of its file', 'packages: [{story: flood}]', []],
  ['a running story by its title', 'packages: [{story: The flood}]', []],
  ['a running story without a file', 'packages: [{story: Tides}]', []],
  [
    'a running story twice',
    'packages: [{story: flood}, {story: fire, articles: [ferry]}, {story: The flood}]',
    [
      `${settings}:3:72  front.packages.2.story: expected each running story once, got "The flood" again; name all its articles in one package`,
    ],
  ],
  ['a closed running story with articles', 'packages: [{story: fire, articles: [ferry]}]', []],
  [
    'an unknown running story',
    'packages: [{story: floood}]',
    [
      `${settings}:3:22  front.packages.0.story: expected a running story, got "floood"; did you mean \`flood\`?`,
    ],
  ],
  [
    'a running story unlike any other',
    'packages: [{story: harbour}]',
    [
      `${settings}:3:22  front.packages.0.story: expected a running story, got "harbour"; write the name that its articles have in \`story:\``,
    ],
  ],
  [
    'a closed running story',
    'packages: [{story: fire}]',
    [
      `${settings}:3:22  warning: front.packages.0.story: expected a running story that is open, got "fire", which is closed; readers see it as closed; name its articles to keep it, or remove it`,
    ],
  ],
  [
    'a running story that is a draft',
    'packages: [{story: hidden}]',
    [
      `${settings}:3:22  warning: front.packages.0.story: expected a running story with published articles, got "hidden", which is not published; it appears once an article of it is published`,
    ],
  ],
  [
    'a running story without articles',
    'packages: [{story: empty}]',
    [
      `${settings}:3:22  warning: front.packages.0.story: expected a running story with published articles, got "empty", which has none; it appears once an article of it is published`,
    ],
  ],
  [
    'a section and a running story',
    'packages: [{section: City, story: flood}]',
    [`${settings}:3:37  front.packages.0.story: expected a section or a story, got "flood"`],
  ],
  [
    'a package without articles',
    'packages: [{title: Harbour}]',
    [
      `${settings}:3:14  front.packages.0.articles: missing; expected a list of articles such as [bridge.md, storm.md]`,
    ],
  ],
  [
    'a list instead of a name',
    'lead: [bridge.md, ferry.md]',
    [
      `${settings}:3:9  front.lead: expected the file name of an article, such as bridge.md, got a list of 2`,
    ],
  ],
  [
    'a front page that is over',
    'lead: bridge.md\n  until: 2026-05-20',
    [
      `${settings}:4:10  warning: front.until: expected a time in the future, got "2026-05-20"; this front page is not used any more: remove it, or set a later time`,
    ],
  ],
];

for (const [what, yaml, expected] of problems)
  test(`front page: ${what}`, async (t) => {
    const { lines } = await gather(t, {
      ...(yaml.includes('story') ? running : {}),
      'publication.yaml': `languages: [en, ko]\nfront:\n  ${yaml}\n`,
    });
    assert.deepEqual(
      lines.filter((line) => !line.startsWith('CONTENT/tides.md')),
      expected,
    );
  });

test('what is not published leaves its place to the next, in each edition', async (t) => {
  const { published } = await gather(t, {
    'publication.yaml':
      'languages: [en, ko]\nfront:\n  lead: later.md\n  order: [ferry.md, bridge.md]\n  packages: [{section: City}]\n',
  });
  const paths = (language: string) => {
    const choice = published.fronts?.get(language);
    return [
      choice?.lead?.path,
      choice?.order.map(({ path }) => path),
      choice?.packages.map(({ articles }) => articles.map(({ path }) => path)),
    ];
  };
  assert.deepEqual(paths('en'), ['ferry.md', ['bridge.md'], [['storm.md']]]);
  assert.deepEqual(paths('ko'), ['bridge.ko.md', [], []]);
});

test('a package by running story shows named articles first, then its newest', async (t) => {
  const { published } = await gather(t, {
    'publication.yaml':
      'languages: [en, ko]\nfront:\n  lead: p7.md\n  packages: [{story: The flood, articles: [p2]}, {story: fire}]\n',
    'stories/flood.md': '---\ntitle: The flood\n---\n\nText.\n',
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7].map((n) => [
        `p${n}.md`,
        article('story: flood\n', `2026-05-0${n}`),
      ]),
    ),
  });
  const choice = published.fronts?.get('en');
  assert.deepEqual(
    choice?.packages.map(({ story, articles }) => [
      story?.slug,
      articles.map(({ path }) => path),
    ]),
    [['flood', ['p2.md', 'p6.md', 'p5.md', 'p4.md', 'p3.md']]],
  );
  assert.deepEqual(published.fronts?.get('ko')?.packages, []);
});

/** Files by name with their lead, and the lead on 1 June 2026 at noon. */
const dated: readonly [what: string, files: Readonly<Record<string, string>>, lead: string][] =
  [
    [
      'the newest has begun',
      { '2026-05-30': 'bridge', '2026-06-01': 'ferry', '2026-06-02': 'storm' },
      'ferry.md',
    ],
    ['a time of day', { '2026-06-01-1159': 'bridge', '2026-06-01-1201': 'ferry' }, 'bridge.md'],
    [
      'one for an edition',
      { '2026-05-30.en': 'storm', '2026-05-30': 'ferry', '2026-05-30.ko': 'bridge' },
      'storm.md',
    ],
    [
      'one that is over',
      { '2026-05-30': 'bridge', '2026-05-31': 'ferry\nuntil: 2026-06-01T11:00Z' },
      'bridge.md',
    ],
  ];

for (const [what, files, lead] of dated)
  test(`front pages by date: ${what}`, async (t) => {
    const { published } = await gather(t, {
      'publication.yaml': 'languages: [en, ko]\n',
      ...Object.fromEntries(
        Object.entries(files).map(([name, text]) => [`front/${name}.yaml`, `lead: ${text}\n`]),
      ),
    });
    assert.equal(published.fronts?.get('en')?.lead?.path, lead);
  });

const badFiles: readonly [name: string, text: string, line: string][] = [
  [
    'today.yaml',
    'lead: ferry',
    '1:1  warning: file: expected a name such as front/2026-03-04.yaml or front/2026-03-04-0630.yaml, got "front/today.yaml"; rename it',
  ],
  [
    '2026-05-01.xx.yaml',
    'lead: ferry',
    '1:1  warning: file: expected a name with a language of the publication, such as front/2026-03-04.ko.yaml, got "front/2026-05-01.xx.yaml"; rename it',
  ],
  ['2026-05-01.yaml', 'lead: ferry\nlead: storm', '2:1  front page: '],
  [
    '2026-05-01.yaml',
    'lead: ferry\nuntil: soon',
    '2:8  until: expected a date such as 2026-03-04 or 2026-03-04T09:30+09:00, got "soon"',
  ],
  [
    '2026-06-30.yaml',
    'lead: feri',
    '1:7  lead: expected an article of the content folder, got "feri"; write the name of its file, such as bridge.md',
  ],
];

for (const [name, text, line] of badFiles)
  test(`the file front/${name}: ${text.replaceAll('\n', ', ')}`, async (t) => {
    const { lines } = await gather(t, { [`front/${name}`]: `${text}\n` });
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.ok(lines[0]?.startsWith(`CONTENT/front/${name}:${line}`), lines[0]);
  });

test('a scheduled front page may name an article that is out by then', async (t) => {
  const { lines } = await gather(t, { 'front/2026-06-09.yaml': 'lead: later.md\n' });
  assert.deepEqual(lines, []);
});
