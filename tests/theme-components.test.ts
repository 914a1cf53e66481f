import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDev, TIMEOUT_MS } from './dev-site.ts';
import { type BuiltSite, buildSite, type Files } from './test-site.ts';

const settings = [
  'name: The Harbour Post',
  'languages: [en, ko]',
  // Outside of the project, with a space and letters outside ASCII.
  'theme: { folder: ../my 테마 }',
].join('\n');

const inTheme = (files: Readonly<Record<string, string | null>>): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`../my 테마/${path}`, text]));

const footer = (text: string) => `---
import type { ArticlePage } from 'dateline/props';
import ArticleFooter from 'dateline/components/ArticleFooter.astro';
import Note from '../parts/Note.astro';

export interface Props {
  page: ArticlePage;
}

const { page } = Astro.props;
---

<Note text={\`${text}: \${page.headline}\`} />
<ArticleFooter page={page} />
`;

const masthead = [
  '---',
  "import Page from 'dateline/layouts/Page.astro';",
  "import StoryTeaser from 'dateline/components/StoryTeaser.astro';",
  "import type { ThemePage } from 'dateline/props';",
  "export const title = 'Masthead & more';",
  "export const description = 'Who makes it';",
  'export const articles = 1;',
  'interface Props { page: ThemePage }',
  'const { page } = Astro.props;',
  '---',
  '<Page page={page}>',
  '  <p>Editor</p>',
  '  {page.entries.map((entry) => <StoryTeaser slot="below" entry={entry} size="row" />)}',
  '</Page>',
].join('\n');

const note = [
  '---',
  "import { pen } from 'pen';",
  "import { mark } from './mark.ts';",
  'const { text } = Astro.props;',
  '---',
  '<p class="note" data-with={pen}>{mark} {text}</p>',
].join('\n');

const files: Files = {
  'publication.yaml': settings,
  'crane.md':
    '---\ntitle: The crane stays\ndate: 2026-05-20\ntopics: [Port]\n---\n\nSee [the masthead](/masthead/).\n',
  'crane.ko.md': '---\ntitle: 기중기\n---\n\n남는다.\n',
  ...inTheme({
    'components/ArticleFooter.astro': footer('Written by hand'),
    'components/Masthead.astro': [
      '---',
      "import Masthead from 'dateline/components/Masthead.astro';",
      '---',
      '<p class="banner">{Astro.props.shell.name}, {Astro.props.shell.language}</p>',
      '<Masthead {...Astro.props} />',
    ].join('\n'),
    'components/HeadExtra.astro': '<meta name="color-scheme" content="light dark">',
    'components/Parts.astro': [
      '---',
      "import Parts from 'dateline/components/Parts.astro';",
      '---',
      '<Parts {...Astro.props} /><i class="part"></i>',
    ].join('\n'),
    'pages/masthead.astro': masthead,
    'pages/ko/masthead.astro': [
      '---',
      "import Page from 'dateline/layouts/Page.astro';",
      "export const title = '만드는 사람들';",
      '---',
      '<Page page={Astro.props.page}><p>편집장</p></Page>',
    ].join('\n'),
    'parts/Note.astro': note,
    'parts/mark.ts': "export const mark: string = '✎';",
    // A package of the project.
    '../node_modules/pen/package.json': '{"name":"pen","type":"module","exports":"./pen.js"}',
    '../node_modules/pen/pen.js': "export const pen = 'pen';",
  }),
};

/** The lines about the theme that a command printed, without the path of its folder. */
function linesOf(printed: string): string[] {
  return printed.split('\n').flatMap((line) => /my 테마\/?(.*)$/u.exec(line)?.[1] ?? []);
}

/** Builds once more with other files of the theme, and returns what the command says about them. */
async function problemsWith(site: BuiltSite, theme: Readonly<Record<string, string | null>>) {
  const before = await site.hashes();
  const again = await site.rebuild(inTheme(theme));
  assert.equal(again.code, 1, again.stderr);
  assert.deepEqual(await site.hashes(), before, 'the previous output is unchanged');
  assert.doesNotMatch(again.stderr, /\n\s+at |node_modules/u, 'no stack');
  return linesOf(again.stderr);
}

test('a theme replaces components by name', async (t) => {
  const site = await buildSite(t, files);
  assert.equal(site.code, 0, site.stderr);

  await t.test('in pages of every edition', async () => {
    const article = await site.read('2026/05/20/crane/index.html');
    assert.match(
      article,
      /<p class="note" data-with="pen">✎ Written by hand: The crane stays<\/p>\s*<footer/u,
    );
    assert.match(article, /<p class="banner">The Harbour Post, en<\/p>\s*<header class="mast/u);
    assert.match(article, /<meta name="color-scheme".*<\/head>/su);
    const korean = await site.read('ko/2026/05/20/crane/index.html');
    assert.match(korean, /<p class="note" data-with="pen">✎ Written by hand: 기중기<\/p>/u);
    assert.match(await site.read('index.html'), /<p class="banner">/u);
  });

  await t.test('adds pages to editions', async () => {
    const page = await site.read('masthead/index.html');
    assert.match(
      page,
      /<title>Masthead &#38; more – The Harbour Post<\/title>|<title>Masthead &amp; more – /u,
    );
    assert.match(page, /<meta name="description" content="Who makes it">/u);
    assert.match(page, /<link rel="canonical" href="https:\/\/news\.example\/masthead\/">/u);
    assert.match(page, /hreflang="ko" href="https:\/\/news\.example\/ko\/masthead\/"/u);
    assert.match(page, /<h1>Masthead [^<]*<\/h1>.*<article class="teaser teaser-row">/su);
    assert.match(page, /<p class="banner">/u);
    assert.match(page, /http-equiv="Content-Security-Policy"/u);
    const korean = await site.read('ko/masthead/index.html');
    assert.match(korean, /<html lang="ko".*<h1>만드는 사람들<\/h1>.*<p>편집장<\/p>/su);
    assert.match(await site.read('sitemap-pages.xml'), /news\.example\/masthead\//u);
    assert.match(await site.read('index.html'), /<a href="\/masthead\/">Masthead &amp; more/u);
    const article = await site.read('2026/05/20/crane/index.html');
    assert.match(article, /See <a href="\/masthead\/">/u);
  });

  await t.test('reports all files that do not compile, with their lines', async () => {
    assert.deepEqual(
      await problemsWith(site, {
        'components/KickerLine.astro': '<p>\n  {[1].map((x) => <b>{x</b>)}\n</p>',
        'components/Picture.astro': '---\nconst a = 1;\n<p>{a}</p>',
        'components/FrontTitle.astro': [
          '---',
          "import file from '../../content/file.ts';",
          "import none from './none.ts';",
          "import own from 'dateline/components/FrontTitel.astro';",
          "import name from 'no-such-package';",
          "import './look.css';",
          '---',
          '{file}{none}{own}{name}',
          '<style>p { color: red }</style>',
          '<script>alert(1)</script>',
        ].join('\n'),
        'parts/mark.ts': 'export const mark = ;',
      }),
      [
        'components/FrontTitle.astro:2:18  component: expected a file of the theme, got "../../content/file.ts"; there is no such file',
        'components/FrontTitle.astro:3:18  component: expected a file of the theme, got "./none.ts"; there is no such file',
        'components/FrontTitle.astro:4:17  component: expected a component of Dateline, such as dateline/components/ArticleFooter.astro, a layout or dateline/props, got "dateline/components/FrontTitel.astro"; did you mean `dateline/components/FrontTitle.astro`?',
        'components/FrontTitle.astro:5:18  component: expected a package of the project, got "no-such-package"; install it, or correct its name',
        'components/FrontTitle.astro:6:8  component: expected no style sheet in a component, got "./look.css"; import it in style.css of the theme',
        'components/FrontTitle.astro:9:1  style: the policy of pages blocks styles of templates; write the rules in style.css of the theme, with a class',
        'components/FrontTitle.astro:10:1  script: the policy of pages blocks `<script>`; move the script to a file of the theme, such as scripts/clock.ts, and name it in `security: scripts:` of publication.yaml',
        'components/KickerLine.astro:2:25  component: it does not compile: Unterminated regular expression',
        'components/Picture.astro:1:1  component: expected a line `---` after the frontmatter, got none',
        'parts/mark.ts:1:21  theme: it does not compile: Unexpected token',
      ],
    );
  });

  const repaired = Object.fromEntries([
    ...['KickerLine', 'Picture', 'FrontTitle'].map((name) => [
      `components/${name}.astro`,
      null,
    ]),
    ['parts/mark.ts', "export const mark = '✎';"],
  ]);

  await t.test('reports pages without an address or a title', async () => {
    const pages = { 'pages/topic/port.astro': '', 'pages/[slug].astro': '' };
    const removed = { 'pages/topic/port.astro': null, 'pages/[slug].astro': null };
    assert.deepEqual(await problemsWith(site, pages), [
      'pages/[slug].astro:1:1  page: expected a name that can be part of an address, got "[slug]"; a file of a theme is one page',
      'pages/topic/port.astro:1:1  page: expected an address of its own, got /topic/port/, which is that of the list of a topic of the edition "en"; rename the file',
    ]);
    assert.deepEqual(
      await problemsWith(site, {
        ...repaired,
        ...removed,
        'pages/masthead.astro': '---\n\nexport const articles = -1;\n---\n',
      }),
      [
        "pages/masthead.astro:1:1  title: missing; expected a text, such as `export const title = 'Masthead';`",
        'pages/masthead.astro:3:1  articles: expected a whole number from 0 to 100, got "-1"',
      ],
    );
  });

  await t.test('reports a page without the shell', async () => {
    assert.deepEqual(
      await problemsWith(site, {
        'pages/masthead.astro': "---\nexport const title = 'Masthead';\n---\n<p>Editor</p>",
      }),
      [
        "pages/masthead.astro:1:1  page: expected the publication's shell around masthead/index.html, got none; import the layout Page, and put `<Page page={Astro.props.page}>` around what the file shows",
      ],
    );
  });

  await t.test('names the line of a component that throws, and the page', async () => {
    const [line = ''] = await problemsWith(site, {
      'pages/masthead.astro': masthead,
      'parts/Note.astro': '---\nconst { text } = Astro.props;\n---\n<p>{text.no.thing}</p>',
    });
    assert.match(
      line,
      /^parts\/Note\.astro:4:\d+ {2}theme: threw "Cannot read properties of undefined \(reading 'thing'\)" while \S+\/index\.html was printed; /u,
    );
  });
});

test('the dev preview shows the last good version of a broken theme', async (t) => {
  const dev = await startDev(t, files);
  const page = async () => (await fetch(`${dev.address}2026/05/20/crane/`)).text();
  const shows = async (what: RegExp) => {
    const start = Date.now();
    for (let html = ''; !what.test(html); html = await page())
      assert.ok(Date.now() - start < TIMEOUT_MS, `expected ${what}, got ${html}`);
  };
  await shows(/<p class="note" data-with="pen">✎ Written by hand: The crane stays/u);
  assert.deepEqual(linesOf(dev.printed()), []);

  await dev.change(inTheme({ 'parts/mark.ts': 'export const mark = ;' }));
  await shows(/<li>[^<]*parts\/mark\.ts:1:21 {2}theme: it does not compile: Unexpected token/u);
  assert.match(await page(), /<p class="note" data-with="pen">✎ Written by hand/u);
  assert.deepEqual(linesOf(dev.printed()), [
    'parts/mark.ts:1:21  theme: it does not compile: Unexpected token',
  ]);

  const throws = '<p>{Astro.props.no.thing}</p>';
  const mark = "export const mark: string = '✎';";
  await dev.change(inTheme({ 'parts/mark.ts': mark, 'parts/Note.astro': throws }));
  await shows(/^<!doctype html>.*parts\/Note\.astro:1:\d+ {2}theme: threw/su);
  assert.match(dev.printed(), /parts\/mark\.ts: fixed/u);

  await dev.change(inTheme({ 'parts/Note.astro': note }));
  await shows(/<p class="note" data-with="pen">✎ Written by hand/u);
  assert.doesNotMatch(await page(), /preview-notice/u);
});
