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
      'publication.yaml': `languages: [en, ko]\nfront:\n  ${yaml}\n`,
    });
    assert.deepEqual(lines, expected);
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
