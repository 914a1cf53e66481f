import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { sharedSite } from './test-site.ts';

const picture = await sharp({
  create: { width: 8, height: 6, channels: 3, background: '#468' },
})
  .png()
  .toBuffer();

const article = (title: string, ...fields: string[]) =>
  `---\ntitle: ${title}\n${fields.join('\n')}\n---\n\nText of ${title}.\n`;
const nfd = (text: string) => text.normalize('NFD');

test('publishes names in NFD and translations of an invalid original, and no text that other programs hold back', async (t) => {
  const site = await sharedSite(
    t,
    {
      'publication.yaml':
        'name: Test\nowner: A & B <Ltd>\nsections: [World]\nlanguages: [en, ko]\n',
      [nfd('부두.png')]: picture,
      [nfd('résumé.pdf')]: '%PDF-1.4',
      [nfd('부두.md')]: `${article('Quay', 'date: 2026-01-07', 'card: ./부두.png')}
## ${nfd('카페')}

![Q](부두.png "Quay. Credit: Ann Other") [file](résumé.pdf) [part](부두.md#카페)
`,
      'origin.md': article(
        'Origin',
        'date: 2026-01-06',
        'section: World',
        'authors: [{url: x}]',
      ),
      'origin.ko.md': article('기원'),
      'jekyll.md': article('Secretive', 'date: 2026-01-06', 'published: false'),
      'hugo.md': article('Secretive', 'date: 2026-01-06', 'publishDate: 2031-01-02'),
      'over.md': article('Secretive', 'date: 2026-01-06', 'expiryDate: 2026-02-01'),
    },
    { SKIP_INVALID: '1' },
  );
  const files = await site.list();
  const articles = files.filter((path) => /\d{4}\/\d{2}\/\d{2}\//u.test(path));
  assert.deepEqual(articles, [
    '2026/01/07/부두.md',
    '2026/01/07/부두/index.html',
    'ko/2026/01/06/origin.md',
    'ko/2026/01/06/origin/index.html',
  ]);
  for (const path of files.filter((name) => /\.(?:html|xml|json|txt|md|opml)$/u.test(name)))
    assert.doesNotMatch(await site.read(path), /Secretive/u, path);
  const page = await site.read('2026/01/07/부두/index.html');
  const fragment = /<a href="[^"#]*#([^"]*)"[^>]*>part</u.exec(page)?.[1] ?? '';
  assert.ok(
    page.includes(`id="${decodeURIComponent(fragment)}"`),
    'expected a link to a heading of the page',
  );
  assert.match(page, /href="\/assets\/[0-9a-f]+\.pdf"/u);
  assert.match(page, /<img [^>]*src="\/assets\//u);
  const korean = await site.read('ko/2026/01/06/origin/index.html');
  assert.match(
    korean,
    /href="\/ko\/section\/world\/"/u,
    'expected the section of the original',
  );
  for (const path of ['index.html', 'ko/index.html', '2026/01/07/부두/index.html'])
    assert.match(
      await site.read(path),
      /<span>A &#38; B &#60;Ltd>|<span>A &amp; B &lt;Ltd/u,
      path,
    );
});
