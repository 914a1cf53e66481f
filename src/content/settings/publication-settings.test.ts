import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatProblem } from '../../system/problems/format-problem.ts';
import { localText } from './local-text.ts';
import { defaultLanguages } from './publication-schema.ts';
import {
  editionPath,
  type PublicationSettings,
  parsePublication,
} from './publication-settings.ts';

const named = (names: Record<string, string>, ...aka: readonly string[]) => ({ names, aka });

const parse = (yaml: string) => parsePublication(yaml, 'content/publication.yaml', 'daily');

test('an empty file gives the defaults, named after the folder', () => {
  const { publication, problems } = parse('');
  assert.deepEqual(problems, []);
  assert.deepEqual(publication?.name, { '': 'daily' });
  assert.deepEqual(publication?.languages, defaultLanguages);
  assert.equal(publication?.timeZone, 'UTC');
  assert.equal(publication?.pageSize, 24);
  assert.deepEqual(publication?.extras, ['card', 'search', 'markdown', 'days']);
  assert.deepEqual(publication?.feeds, ['sections', 'topics', 'authors', 'stories']);
  assert.deepEqual(publication?.images, { remote: [] });
  assert.deepEqual(publication?.limits, { size: 2_000_000, nesting: 100, time: 30 });
});

const read: readonly [yaml: string, expected: Partial<PublicationSettings>][] = [
  ['name: The Daily', { name: { '': 'The Daily' } }],
  ['name: {en: Daily, zh-hans: 日报}', { name: { en: 'Daily', 'zh-Hans': '日报' } }],
  ['url: https://news.example/', { url: 'https://news.example' }],
  ['languages: [KO, en]', { languages: ['ko', 'en'] }],
  ['timeZone: Asia/Seoul', { timeZone: 'Asia/Seoul' }],
  [
    'sections: [World, {en: Arts, ko: 예술}]',
    { sections: [named({ '': 'World' }), named({ en: 'Arts', ko: '예술' })] },
  ],
  [
    'topics: [Tides, {en: Ferries, ko: 여객선}]',
    { topics: [named({ '': 'Tides' }), named({ en: 'Ferries', ko: '여객선' })] },
  ],
  [
    'topics: [{en: Gift}, {en: Poison, de: Gift}]',
    { topics: [named({ en: 'Gift' }), named({ en: 'Poison', de: 'Gift' })] },
  ],
  [
    'topics: [{name: {en: China, ko: 중국}, description: {en: All about it}, aka: [PRC, Cathay]}]',
    {
      topics: [
        {
          names: { en: 'China', ko: '중국' },
          description: { en: 'All about it' },
          aka: ['PRC', 'Cathay'],
        },
      ],
    },
  ],
  [
    'topics: [{name: Ports, picture: ./quay.jpg}]',
    { topics: [{ names: { '': 'Ports' }, aka: [], picture: './quay.jpg' }] },
  ],
  ['sections: [{name: Sports, aka: Sport}]', { sections: [named({ '': 'Sports' }, 'Sport')] }],
  ['topics: [{name: China, aka: [China]}]', { topics: [named({ '': 'China' }, 'China')] }],
  ['owner: Jane Roe', { owner: { name: 'Jane Roe' } }],
  [
    'licence: {name: CC BY 4.0, url: "https://example.org/"}',
    { licence: { name: 'CC BY 4.0', url: 'https://example.org/' } },
  ],
  ['extras: [card]', { extras: ['card'] }],
  ['extras: []', { extras: [] }],
  ['cards: {newest: 100}', { cards: { newest: 100 } }],
  ['name: The Daily', { cards: {} }],
  ['feeds: [sections]', { feeds: ['sections'] }],
  [
    'security: {contact: security@example.org, expires: 2027-01-31}',
    { security: { contact: ['security@example.org'], expires: '2027-01-31' } },
  ],
  [
    'security: {scripts: theme/scripts/clock.ts}',
    { security: { scripts: ['theme/scripts/clock.ts'] } },
  ],
  ['pageSize: 10', { pageSize: 10 }],
  ['images: local', { images: { remote: [] } }],
  [
    'images: {remote: ["https://images.example"]}',
    { images: { remote: ['https://images.example'] } },
  ],
  ['theme: {accent: "#8b1e1e"}', { theme: { accent: '#8b1e1e' } }],
  ['theme: {logo: ./l.svg}', { theme: { logo: { light: './l.svg' } } }],
  [
    'theme: {logo: {light: l.svg, dark: d.svg}}',
    { theme: { logo: { light: 'l.svg', dark: 'd.svg' } } },
  ],
  ['images: {remote: ["HTTPS://A.example/"]}', { images: { remote: ['https://a.example'] } }],
  ['contact: mailto:desk@news.example', { contact: 'mailto:desk@news.example' }],
  ['contact: /about/', { contact: '/about/' }],
  [
    'follow: {mastodon: "post@News.example", bluesky: "@Post.bsky.social", google: true}',
    {
      follow: {
        mastodon: { '': '@post@news.example' },
        bluesky: { '': 'post.bsky.social' },
        google: true,
        others: [],
      },
    },
  ],
  [
    'follow: {newsletter: {en: https://a.example/, ko: https://b.example/}}',
    {
      follow: {
        newsletter: { en: 'https://a.example/', ko: 'https://b.example/' },
        google: false,
        others: [],
      },
    },
  ],
  ['hosting: {hsts: true}', { hosting: { hsts: true, files: 'all' } }],
  [
    'hosting: {host: cloudflare-pages-paid}',
    { hosting: { hsts: false, files: 'all', host: 'cloudflare-pages-paid' } },
  ],
  ['pageSize: 11', { hosting: { hsts: false, files: 'all' } }],
  ['limits: {size: 1.5 MB}', { limits: { size: 1_500_000, nesting: 100, time: 30 } }],
  [
    'limits: {size: 500kB, nesting: 20, time: 5 s}',
    { limits: { size: 500_000, nesting: 20, time: 5 } },
  ],
];

for (const [yaml, expected] of read) {
  test(`${yaml} is read`, () => {
    const { publication, problems } = parse(yaml);
    assert.deepEqual(problems, []);
    assert.deepEqual({ ...publication, ...expected }, publication);
  });
}

const refused: readonly [yaml: string, place: string, expected: string][] = [
  ['url: news.example', '1:6  url', 'an origin such as https://news.example'],
  ['url: https://news.example/path/', '1:6  url', 'an origin such as https://news.example'],
  ['languages: []', '1:12  languages', 'a list of language tags such as [en, ko]'],
  ['languages: [en, klingon!]', '1:17  languages.1', 'a language tag such as en or zh-Hans'],
  ['languages: [en, EN]', '1:12  languages', 'each language once'],
  ['timeZone: Asia/Atlantis', '1:11  timeZone', 'an IANA time zone such as Asia/Seoul'],
  ['topics: Ferries', '1:9  topics', 'a list of topics such as [{en: Ferries, ko: 여객선}]'],
  ['topics:\n  - {en: [a]}', '2:10  topics.0.en', 'the name of a topic'],
  ['topics: [{en: "!?"}]', '1:15  topics.0.en', 'a topic with letters or digits'],
  ['sections: [World, ".."]', '1:19  sections.1', 'a section with letters or digits'],
  ['sections: [{en: "?"}]', '1:17  sections.0.en', 'a section with letters or digits'],
  ['topics: [Ports, "ports"]', '1:17  topics.1', 'each topic name once in a language'],
  [
    'topics: [Ports, {name: Quays, aka: [Piers, ports]}]',
    '1:44  topics.1.aka.1',
    'each topic name once in a language',
  ],
  [
    'topics: [{name: {en: Ports}, aka: Quays}, {name: {ko: 항구, en: quays}}]',
    '1:63  topics.1.name.en',
    'each topic name once in a language',
  ],
  [
    'sections: [{name: A, aka: [B]}, {name: C, aka: [B]}]',
    '1:49  sections.1.aka.0',
    'each section name once in a language',
  ],
  ['topics: [{description: Ports}]', '1:10  topics.0.name', 'the name of a topic'],
  [
    'topics: [{name: Ports, aka: [a, "?"]}]',
    '1:33  topics.0.aka.1',
    'a topic with letters or digits',
  ],
  [
    'topics: [{name: Ports, aka: {en: a}}]',
    '1:29  topics.0.aka',
    'a list of other names of the topic',
  ],
  ['topics: [{name: Ports, picture: [a]}]', '1:33  topics.0.picture', 'the path of a picture'],
  ['topics: [{name: {en: [a]}}]', '1:22  topics.0.name.en', 'the name of a topic'],
  [
    'topics: [{en: Ports, ko: 항구}, {en: Quays, ko: 항구}]',
    '1:47  topics.1.ko',
    'each topic name once in a language',
  ],
  ['cards: 100', '1:8  cards', '`newest:` and a number'],
  ['cards: [newest]', '1:8  cards', '`newest:` and a number'],
  ['cards: {newest: 0}', '1:17  cards.newest', 'a number from 1 to 1000000'],
  ['cards:\n  newest: many', '2:11  cards.newest', 'a number from 1 to 1000000'],
  ['extras: [cards]', '1:10  extras.0', '`card`, `search`, `markdown` or `days`'],
  ['feeds: none', '1:8  feeds', 'a list such as [sections, topics]'],
  [
    'security: {scripts: [a.ts], policy: "https://a.example/", expires: 2027-01-31}',
    '1:11  security.contact',
    'an address, or a list of addresses',
  ],
  [
    'security: {scripts: {a: b}}',
    '1:21  security.scripts',
    'a list of paths such as [theme/scripts/clock.ts]',
  ],
  [
    'security: {expires: 2027-01-31}',
    '1:11  security.contact',
    'an address, or a list of addresses',
  ],
  [
    'security: {contact: a@b.example, expires: soon}',
    '1:43  security.expires',
    'a day such as 2027-01-31, within a year',
  ],
  [
    'security: {contact: "javascript:a", expires: 2027-01-31}',
    '1:21  security.contact.0',
    'an e-mail address, or an address such as https://example.org/',
  ],
  [
    'follow: {mastodon: "@post"}',
    '1:20  follow.mastodon',
    'a handle with its server, such as "@post@news.example"',
  ],
  ...['post', 'a b.example', 'https://bsky.app/profile/a.example', '-a.example'].map(
    (handle): [yaml: string, place: string, expected: string] => [
      `follow: {bluesky: "${handle}"}`,
      '1:19  follow.bluesky',
      'a handle such as post.bsky.social',
    ],
  ),
  ...['http://a.example/', 'javascript:alert(1)', '/newsletter/', '//a.example/'].map(
    (url): [yaml: string, place: string, expected: string] => [
      `follow: {newsletter: "${url}"}`,
      '1:22  follow.newsletter',
      'an address such as https://post.example/newsletter',
    ],
  ),
  [
    'follow: {others: [{name: A channel}]}',
    '1:19  follow.others.0.url',
    'an address such as https://post.example/newsletter',
  ],
  ['pageSize: 0', '1:11  pageSize', 'a number from 1 to 500'],
  ['pageSize: 1e2', '1:11  pageSize', 'a number from 1 to 500'],
  ['\nlimits:\n  size: big', '3:9  limits.size', 'a size such as 2 MB'],
  ['limits: {time: 0}', '1:16  limits.time', 'seconds such as 30 s'],
  ['theme: {accent: red}', '1:17  theme.accent', 'a colour such as "#8b1e1e"'],
  ['theme: {logo: {dark: d.svg}}', '1:15  theme.logo.light', 'the path of a picture'],
  ['theme: {fonts: {text: "a;b"}}', '1:23  theme.fonts.text', 'the name of a font'],
  ...[';script-src', ',b', '{b}', '"b', '*', '$b'].flatMap(
    (signs): [yaml: string, place: string, expected: string][] => [
      [
        `url: 'https://a${signs}.example'`,
        '1:6  url',
        'an origin such as https://news.example',
      ],
      [
        `images: {remote: ['https://a${signs}.example']}`,
        '1:19  images.remote.0',
        'an origin such as https://images.example',
      ],
    ],
  ),
  ...['javascript:alert(1)', 'a@b\\u0007', 'our desk', 'a@b@c', '//a.example/'].map(
    (contact): [yaml: string, place: string, expected: string] => [
      `contact: "${contact}"`,
      '1:10  contact',
      'an e-mail address or a web address',
    ],
  ),
  [
    'security: {contact: a@b.example, expires: 2027-01-31, policy: "https://a.example/\\u0085Hiring:x"}',
    '1:63  security.policy',
    'an address such as https://example.org/',
  ],
  [
    'security: {contact: "tel:1\\u0085Policy:x", expires: 2027-01-31}',
    '1:21  security.contact.0',
    'an e-mail address, or an address such as https://example.org/',
  ],
  [
    'licence: {name: x, url: "https://a.example/\\u0007"}',
    '1:25  licence.url',
    'an address such as https://example.org/ or /page/',
  ],
  ['images: remote', '1:9  images', '`local`, or `remote:` with a list of origins'],
  [
    'owner: {url: "javascript:alert(1)", name: x}',
    '1:14  owner.url',
    'an address such as https://example.org/ or /page/',
  ],
];

for (const [yaml, place, expected] of refused) {
  test(`${JSON.stringify(yaml)} is refused`, () => {
    const { publication, problems } = parse(yaml);
    assert.equal(publication, undefined);
    assert.equal(problems.length, 1);
    const line = formatProblem(problems[0] as (typeof problems)[number]);
    const start = `content/publication.yaml:${place}: `;
    const isKnown = [`expected ${expected}, got `, `missing; expected ${expected}`].some(
      (text) => line.startsWith(start + text),
    );
    assert.ok(isKnown, line);
  });
}

const slips: readonly [yaml: string, meant: string | undefined][] = [
  ['canonical: orignal', 'original'],
  ['extras: [cards]', 'card'],
  ['extras: [card, serach]', 'search'],
  ['feeds: [section]', 'sections'],
  ['hosting: {hsts: treu}', 'true'],
  ['hosting: {host: cloudflare-page}', 'cloudflare-pages'],
  ['hosting: {files: on}', 'one'],
  ['images: locla', 'local'],
  ['precompress: [gzip]', undefined],
  ['precompress: [gs]', 'gz'],
  ['silentEdits: Warning', undefined],
  ['silentEdits: errors', 'error'],
  ['timeZone: Asia/Soeul', 'Asia/Seoul'],
  ['timeZone: new york', 'America/New_York'],
  ['timeZone: Atlantis', undefined],
  ['pageSize: ten', undefined],
];
for (const [yaml, meant] of slips)
  test(`${yaml}: ${meant ? `${meant} was meant` : 'no suggestion'}`, () => {
    const [problem] = parse(yaml).problems;
    assert.equal(problem?.severity, 'error');
    assert.equal(problem?.cure, meant && `did you mean \`${meant}\`?`);
  });

test('malformed YAML is one problem; an unknown field is a warning', () => {
  const [broken] = parse('name: [a').problems;
  assert.match(broken?.message ?? '', /^expected valid YAML, got /u);
  const topic = parse('topics: [{name: Ports, desciption: All}]');
  assert.equal(topic.problems[0]?.severity, 'warning');
  assert.equal(topic.problems[0]?.cure, 'did you mean `description`?');
  assert.ok(topic.publication);
  const { publication, problems } = parse('nmae: Daily');
  assert.equal(problems[0]?.severity, 'warning');
  assert.equal(problems[0]?.cure, 'did you mean `name`?');
  assert.ok(publication);
});

test('the first language is at the root, others below their lower-case tag', () => {
  assert.equal(editionPath('en', ['en', 'zh-Hans']), '/');
  assert.equal(editionPath('zh-Hans', ['en', 'zh-Hans']), '/zh-hans/');
});

const texts: readonly [text: Record<string, string>, language: string, found: string][] = [
  [{ en: 'World', ko: '세계' }, 'ko', '세계'],
  [{ en: 'World', ko: '세계' }, 'ko-KR', '세계'],
  [{ '': 'World', ko: '세계' }, 'ja', 'World'],
  [{ ko: '세계', en: 'World' }, 'ja', 'World'],
  [{ fr: 'Monde' }, 'ja', 'Monde'],
  [{}, 'ja', ''],
];

for (const [text, language, found] of texts) {
  test(`${JSON.stringify(text)} in ${language} is "${found}"`, () => {
    assert.equal(localText(text, language, ['en', 'ko']), found);
  });
}

test('warns about markup and removes hidden comments', () => {
  const { publication, problems } = parse(
    [
      'name: {en: "The **Daily**", ko: 일보}',
      'tagline: News &amp; views',
      'description: All <!-- all? --> news',
      'sections: ["_World_", {en: Arts, ko: "`예술`"}]',
      'topics: ["Tides {# ask #}"]',
      'owner: "[Post](https://post.example/)"',
      'licence: {name: "==CC0=="}',
      'theme: {logo: ./_logo_.svg}',
    ].join('\n'),
  );
  assert.deepEqual(
    problems.map((problem) => formatProblem(problem).replace(/;.*/u, '')),
    [
      'content/publication.yaml:3:18  warning: description: expected text for readers, got "<!-- all? -->" (a hidden comment)',
      'content/publication.yaml:5:17  warning: topics.0: expected text for readers, got "{# ask #}" (a hidden comment)',
      'content/publication.yaml:1:17  warning: name.en: expected plain text, got "**Daily**" (bold marks)',
      'content/publication.yaml:2:15  warning: tagline: expected plain text, got "&amp',
      'content/publication.yaml:4:13  warning: sections.0: expected plain text, got "_World_" (emphasis marks)',
      'content/publication.yaml:4:39  warning: sections.1.ko: expected plain text, got "`예술`" (marks for code)',
      'content/publication.yaml:6:9  warning: owner.name: expected plain text, got "[Post](https://post.example/)" (a link)',
      'content/publication.yaml:7:18  warning: licence.name: expected plain text, got "==CC0==" (a highlight)',
    ],
  );
  assert.deepEqual(publication?.description, { '': 'All news' });
  assert.deepEqual(publication?.topics, [named({ '': 'Tides' })]);
});
