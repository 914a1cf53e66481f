import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCodeBundle } from '../src/press/code-bundle.ts';
import { loadTemplates } from '../src/press/print-sheet.ts';
import { createPublication } from '../src/publication/edition/create-publication.ts';
import { createArticlePage } from '../src/publication/view/article-page.ts';
import { createFrontPage, planFrontPage } from '../src/publication/view/front-page.ts';
import { createNotFoundPage } from '../src/publication/view/not-found-page.ts';
import { testContentFile, testSettings } from './support/test-content-file.ts';
import { testView } from './support/test-view.ts';
import { takeCache } from './test-cache.ts';

const headline = 'Crane & <b>"quay"</b>';
const files = [
  testContentFile('crane.md', {
    title: headline,
    summary: 'It stays.',
    authors: [{ name: 'Lena Park' }],
    topics: ['Port'],
  }),
  testContentFile('crane.ko.md', { title: '기중기', date: '' }),
  testContentFile('ferry.md', { title: 'Ferry', date: '2026-01-05', topics: ['Port'] }),
];
const { publication, problems } = createPublication(
  files,
  testSettings('name: Test\nlanguages: [en, ko]'),
  { now: Date.parse('2026-02-01'), drafts: false, files: new Set<string>() },
);
const { context, collector } = testView({ publication });

test('components', async (t) => {
  assert.deepEqual(problems, []);
  const { templates } = await loadCodeBundle({
    cacheDir: await takeCache(t),
    basePath: '/',
  });
  const { render } = await loadTemplates(templates);
  const print = async (template: App.Locals['template'], page: object, body = '') =>
    new TextDecoder().decode(await render({ template, page, body }));
  const article = async (path: string, body: string) => {
    const story = publication.byPath.get(path);
    assert.ok(story, path);
    return print('article', createArticlePage(context, collector.storyOf(story)), body);
  };

  await t.test('escape text and insert the HTML of an article', async () => {
    const html = await article('crane.md', '<p>It <em>stays</em>.</p>');
    assert.equal(
      /<h1>.*?<\/h1>/u.exec(html)?.[0],
      '<h1>Crane &amp; &lt;b&gt;“quay”&lt;/b&gt;</h1>',
    );
    assert.match(html, /<p>It <em>stays<\/em>\.<\/p>/u);
    assert.match(html, /<p class="standfirst">It stays\.<\/p>/u);
    assert.match(html, /<p class="byline">[\s\S]*?Lena Park[\s\S]*?<\/p>/u);
    assert.match(html, /<html[^>]* lang="en"/u);
  });

  await t.test('link to translations with their language', async () => {
    const html = await article('crane.md', '');
    assert.match(html, /<nav class="translations"[\s\S]*?href="\/ko\/2026\/01\/06\/crane\/"/u);
    assert.match(html, /<a href="\/ko\/2026[^>]*lang="ko"[^>]*hreflang="ko"/u);
    assert.match(await article('crane.ko.md', ''), /<html[^>]* lang="ko"/u);
  });

  await t.test('omit what a view model does not have', async () => {
    const html = await article('ferry.md', '');
    assert.doesNotMatch(html, /class="(?:standfirst|byline|translations|status)"/u);
    assert.doesNotMatch(html, /\bundefined\b|\[object Object\]/u);
  });

  await t.test('print the front page in the order of its view model', async () => {
    const [edition] = publication.editions;
    assert.ok(edition);
    const page = createFrontPage(context, planFrontPage(context, edition, collector).inputs);
    const html = await print('front', page);
    const order = [html.indexOf('/01/06/crane/'), html.indexOf('/01/05/ferry/')];
    assert.ok((order[0] ?? -1) > 0 && (order[0] ?? 0) < (order[1] ?? 0), `${order}`);
  });

  await t.test('print the search form of the 404 page only if there is a search', async () => {
    const page = createNotFoundPage(context);
    const search = { action: '/search/', label: 'Find', submit: 'Go' };
    const form = /<form class="search-words" action="\/search\/">/u;
    assert.match(await print('not-found', { ...page, search }), form);
    assert.doesNotMatch(await print('not-found', { ...page, search: undefined }), form);
  });

  await t.test('throw an error of a component', async () => {
    await assert.rejects(print('not-found', {}), TypeError);
  });
});
