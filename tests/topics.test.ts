import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { buildSite } from './test-site.ts';

const article = (title: string, topics: string, section = 'Sport') =>
  `---\ntitle: ${title}\ndate: 2026-01-05\ntopics: [${topics}]\nsection: ${section}\n---\n\nIt came in.\n`;

test('a topic with a description and other names', async (t) => {
  const site = await buildSite(t, {
    'publication.yaml': [
      'name: Daily',
      'url: https://daily.example',
      'languages: [en, ko]',
      'extras: []',
      'sections: [{name: Sports, aka: Sport, description: All games}]',
      'topics:',
      '  - name: {en: China, ko: 중국}',
      '    description: {en: Politics & "trade", ko: 정치와 무역}',
      '    picture: ./quay.png',
      '    aka: [PRC, "People\'s Republic", Chine]',
    ].join('\n'),
    'quay.png': await sharp({
      create: { width: 900, height: 600, channels: 3, background: '#4a6a7c' },
    })
      .png()
      .toBuffer(),
    'quay.png.yaml': 'alt: A quay\ncredit: Jane Roe via Archive\n',
    'a.md': `${article('A', 'PRC')}\n![A quay](quay.png)\n`,
    'b.md': article('B', 'china, Tides', 'Sports'),
    'c.md': article('C', "People's Republic"),
    'a.ko.md': '---\ntitle: 가\n---\n\n들어왔다.\n',
  });
  assert.equal(site.code, 0, site.stderr);

  await t.test('all names lead to one topic', async () => {
    assert.equal((await site.read('topic/china/index.html')).match(/<article/gu)?.length, 3);
    assert.equal((await site.read('section/sports/index.html')).match(/<article/gu)?.length, 3);
    const topics = await site.read('topic/index.html');
    assert.match(topics, /China.*3 articles/su);
    assert.doesNotMatch(topics, /PRC/u);
  });

  await t.test('the addresses of other names redirect, in each edition', async () => {
    for (const [from, to] of [
      ['topic/prc', '/topic/china/'],
      ['topic/people-s-republic', '/topic/china/'],
      ['ko/topic/prc', '/ko/topic/china/'],
      ['section/sport', '/section/sports/'],
    ]) {
      assert.match(
        await site.read(`${from}/index.html`),
        new RegExp(`http-equiv="refresh" content="0; url=${to}"`, 'u'),
      );
      assert.match(await site.read('_redirects'), new RegExp(`^/${from}/? ${to} 30`, 'mu'));
    }
  });

  await t.test('feeds at its other names redirect', async () => {
    assert.match(
      await site.read('_redirects'),
      /^\/topic\/prc\/feed\.xml \/topic\/china\/feed\.xml 30/mu,
    );
  });

  await t.test('its page shows the picture with the credit', async () => {
    const page = await site.read('topic/china/index.html');
    const figure = /<div class="list-head">.*?<\/figure>/su.exec(page)?.[0] ?? '';
    assert.match(figure, /alt="A quay"/u);
    assert.match(figure.replaceAll(/<[^>]+>/gu, ''), /Jane Roe via Archive/u);
  });

  await t.test('its page, head, structured data and feeds have the description', async () => {
    const english = await site.read('topic/china/index.html');
    assert.match(english, /<p class="about">Politics &(?:#38|amp); “trade”<\/p>/u);
    assert.match(
      english,
      /<meta name="description" content="Politics &(?:#38|amp); “trade”">/u,
    );
    assert.match(
      english,
      /"about":\{"@type":"Thing","name":"China","alternateName":\["PRC","People's Republic","Chine"\]\}/u,
    );
    assert.match(await site.read('ko/topic/china/index.html'), /정치와 무역/u);
    assert.match(await site.read('topic/china/feed.xml'), /<description>.*Politics & “trade”/u);
    assert.match(await site.read('section/sports/index.html'), /class="about">All games</u);
  });

  await t.test('structured data and feeds have the picture, and the list', async () => {
    const page = await site.read('topic/china/index.html');
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(page)?.[1] ?? '';
    const [main] = JSON.parse(data)['@graph'];
    const { contentUrl, creditText } = main.image;
    assert.match(contentUrl, /^https:\/\/news\.example\/assets\//u);
    assert.match(creditText, /Jane Roe/u);
    assert.equal(main.mainEntity['@type'], 'ItemList');
    assert.equal(main.mainEntity.itemListElement[0].position, 1);
    assert.match(main.mainEntity.itemListElement[0].url, /^https:\/\/news\.example\/20/u);
    assert.ok(
      (await site.read('topic/china/feed.xml')).includes(`thumbnail url="${contentUrl}"`),
    );
    assert.ok((await site.read('topic/china/atom.xml')).includes(`<logo>${contentUrl}</logo>`));
  });

  await t.test('a picture that no article shows is a warning', async () => {
    const built = await site.rebuild({
      'publication.yaml':
        'name: Daily\nextras: []\ntopics: [{name: China, picture: gone.jpg}]\n',
    });
    assert.equal(built.code, 0, built.stderr);
    assert.match(
      built.stderr,
      /publication\.yaml:3:33 {2}warning: topics\.0\.picture: expected a picture that an article shows, got "gone\.jpg"/u,
    );
  });
});
