import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import sharp from 'sharp';
import { axeFindings } from './axe-findings.ts';
import { browserOrSkip } from './browser.ts';
import { openSite } from './reading/reader.ts';
import { checkGraph } from './schema-org/check-graph.ts';
import { loadVocabulary } from './schema-org/load-vocabulary.ts';
import { makeMp4, makePosition, makeWave, makeWebm } from './support/make-clips.ts';
import { buildSite, type Files, type SharedSite, sharedSite } from './test-site.ts';

const captions = `WEBVTT

STYLE
::cue { background: url(https://elsewhere.example/) }

00:01.000 --> 00:04.000
<v Reporter>The zeppelin leaves <script>alert(1)</script>late.
`;

const text = `Words.

![A ship leaves](harbour.mp4 "The harbour. Credit: Jane Roe via City Archive / CC BY 4.0")

<audio src="talk.wav" title="Credit: Jane Roe" autoplay controls>No sound.</audio>

![A child waves](tall.webm "Credit: Jane Roe")
`;

/** An article with film and sound, in two languages. */
const content = async (): Promise<Files> => ({
  'publication.yaml': 'name: Test\nlanguages: [en, ko, ar]\n',
  'harbour.md': `---\ntitle: Harbour\ndate: 2026-01-06\n---\n\n${text}`,
  'harbour.ko.md': '---\ntitle: 항구\n---\n\n![배](harbour.mp4)\n\n![말](talk.wav)\n',
  'harbour.ar.md': '---\ntitle: الميناء\n---\n\n![سفينة](harbour.mp4)\n',
  'plain.md': '---\ntitle: Plain\ndate: 2026-01-05\n---\n\nWords.\n',
  'harbour.mp4': makeMp4({ seconds: 95, extra: [makePosition()] }),
  'harbour.vtt': captions,
  'harbour.ko.vtt': 'WEBVTT\n\n00:01.000 --> 00:02.000\n배가 떠납니다.\n',
  'harbour.jpg': await sharp({
    create: { width: 640, height: 360, channels: 3, background: '#246' },
  })
    .jpeg()
    .toBuffer(),
  'talk.wav': makeWave(2),
  'talk.txt': 'Good morning from the quay.\n\nWe are late.\n\n:::\n\n# *No* <b>markup</b>\n',
  'tall.webm': makeWebm(),
});

const page = async (site: SharedSite, address: string) =>
  parseHTML(await site.read(`${address}index.html`)).document;

const english = '2026/01/06/harbour/';

test('film and sound', async (t) => {
  const site = await sharedSite(t, await content());
  assert.equal(site.code, 0, site.stderr);
  const { querySelector, querySelectorAll } = await page(site, english).then((document) => ({
    querySelector: document.querySelector.bind(document),
    querySelectorAll: document.querySelectorAll.bind(document),
  }));

  await t.test('what is left out is a warning with its line', () => {
    for (const warning of [
      /harbour\.vtt:3:1\s+warning: captions: .*a STYLE block/u,
      /harbour\.vtt:7:1\s+warning: captions: .*<script>/u,
      /harbour\.md:10:\d+\s+warning: html: .*autoplay/u,
      /harbour\.md:10:\d+\s+warning: html: .*No sound/u,
    ])
      assert.match(site.stderr, warning);
    assert.doesNotMatch(site.stderr, /credit: missing/u);
  });

  await t.test(
    'a player has controls, its size, a poster, and captions of its language',
    () => {
      const film = querySelector('video');
      const names = ['controls', 'preload', 'width', 'height', 'aria-label'];
      assert.deepEqual(
        names.map((name) => film?.getAttribute(name)),
        ['', 'none', '640', '360', 'A ship leaves'],
      );
      assert.match(film?.getAttribute('poster') ?? '', /^\/assets\/\w+\.jpg$/u);
      const tracks = [...querySelectorAll('video track')].map((track) =>
        ['srclang', 'label', 'default'].map((name) => track.getAttribute(name)),
      );
      assert.deepEqual(tracks, [
        ['en', 'English', ''],
        ['ko', '한국어', null],
      ]);
      for (const clip of querySelectorAll('video, audio'))
        assert.equal(clip.hasAttribute('autoplay'), false);
    },
  );

  await t.test('the list of their credits is not called one of pictures', () => {
    const credits = querySelector('.article-footer')?.textContent ?? '';
    assert.match(credits, /Credits\s*The harbour/u);
    assert.doesNotMatch(credits, /Picture credits/u);
  });

  await t.test('the page of credits has them by their captions, or their files', async () => {
    const { document } = parseHTML(await site.read('credits/index.html'));
    const entries = [...document.querySelectorAll('.credits li')].map((item) =>
      (item.textContent ?? '').replace(/\s+/gu, ' ').trim(),
    );
    assert.ok(
      entries.some((text) => /^The harbour\.Jane Roe via City Archive.*Harbour$/u.test(text)),
      entries.join('|'),
    );
    assert.ok(
      entries.some((text) => /^talk\.wavJane Roe/u.test(text)),
      entries.join('|'),
    );
  });

  await t.test('in another edition, captions of its language come first', async () => {
    const korean = await page(site, `ko/${english}`);
    assert.equal(korean.querySelector('track[default]')?.getAttribute('srclang'), 'ko');
    assert.match(
      korean.querySelector('.transcript')?.textContent ?? '',
      /전문\s*배가 떠납니다/u,
    );
    const [, talk] = korean.querySelectorAll('.transcript');
    assert.match(talk?.textContent ?? '', /전문 \(English\)/u);
    assert.equal(talk?.querySelector('div')?.getAttribute('lang'), 'en');
  });

  await t.test('files are published without positions and without markup', async () => {
    const source = querySelector('video source')?.getAttribute('src') ?? '';
    const film = await site.read(source.slice(1));
    assert.equal(film.includes('37.5665'), false);
    const track = querySelector('track')?.getAttribute('src') ?? '';
    assert.equal(
      await site.read(track.slice(1)),
      'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Reporter>The zeppelin leaves late.</v>\n',
    );
  });

  await t.test('structured data describes them', async () => {
    const json = querySelector('script[type="application/ld+json"]')?.textContent ?? '';
    const graph = JSON.parse(json);
    assert.deepEqual(checkGraph(graph, await loadVocabulary()), []);
    const [{ video, audio }] = graph['@graph'];
    assert.equal(video.length, 2);
    // The second has no poster.
    for (const { name, thumbnailUrl, uploadDate } of video) {
      assert.ok(name !== '' && uploadDate === '2026-01-06', name);
      assert.match(thumbnailUrl, /^https:\/\/news\.example\/assets\/\w+\.\w+$/u);
    }
    assert.equal(video[0].duration, 'PT1M35S');
    assert.equal(video[0].transcript, 'Reporter: The zeppelin leaves late.');
    assert.equal(audio[0].encodingFormat, 'audio/wav');
    assert.match(video[0].contentUrl, /^https:\/\/news\.example\/assets\/\w+\.mp4$/u);
  });

  await t.test('feeds attach them', async () => {
    const rss = await site.read('feed.xml');
    assert.match(rss, /<enclosure url="https:[^"]+\.mp4" length="\d+" type="video\/mp4"\/>/u);
    assert.match(await site.read('atom.xml'), /rel="enclosure" type="audio\/wav"/u);
    const { items } = JSON.parse(await site.read('feed.json'));
    const attached = items.map(({ attachments = [] }) =>
      attachments.map((one: { mime_type: string }) => one.mime_type),
    );
    assert.deepEqual(attached, [['video/mp4', 'audio/wav', 'video/webm'], []]);
    assert.match(items[0].content_html, /<video controls[^>]* poster="https:/u);
    assert.match(items[0].content_html, /Transcript/u);
  });

  await t.test('their words are in the Markdown version, as text', async () => {
    const markdown = await site.read(`${english.slice(0, -1)}.md`);
    assert.match(markdown, /\n\*\*Transcript: A ship leaves\*\*\n\nReporter: The zeppelin/u);
    assert.match(markdown, /We are late\.\n\n\\:::\n\n\\# \\\*No\\\* \\<b>markup\\<\/b>\n/u);
  });

  await t.test('a page without them pays nothing', async () => {
    const plain = await site.read('2026/01/05/plain/index.html');
    assert.doesNotMatch(plain, /\bvideo\b|\baudio\b|transcript/u);
  });

  const browser = await browserOrSkip(t);
  if (!browser) return;
  const reader = await openSite(t, browser, site.outDir);
  for (const edition of ['', 'ar/'])
    await reader.open(`/${edition}${english}`, { width: 360, height: 740 }, async (own) => {
      await t.test(`a reader uses them: /${edition}`, async () => {
        assert.deepEqual(await axeFindings(own), []);
        const wide = await own.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= 360, `${wide} px`);
        const transcript = own.locator('.transcript').first();
        assert.equal(await transcript.locator('p').isVisible(), false);
        await transcript.locator('summary').click();
        assert.equal(await transcript.locator('p').isVisible(), true);
        if (edition !== '') return;
        const duration = await own.locator('audio').evaluate(
          (audio: HTMLAudioElement) =>
            new Promise((resolve) => {
              audio.addEventListener('durationchange', () => resolve(audio.duration));
              audio.preload = 'auto';
              audio.load();
            }),
        );
        assert.equal(duration, 2);
        const cues = await own
          .locator('video')
          .first()
          .evaluate(async (film: HTMLVideoElement) => {
            const [track] = film.textTracks;
            if (!track) return 'no track';
            track.mode = 'hidden';
            const element = film.querySelector('track');
            await new Promise((resolve) => {
              if (element?.readyState === 2) resolve(undefined);
              element?.addEventListener('load', resolve);
            });
            return [...(track.cues ?? [])].map((cue) => (cue as VTTCue).text).join();
          });
        assert.equal(cues, '<v Reporter>The zeppelin leaves late.</v>');
      });
      await t.test(`on paper, words replace sound: /${edition}`, async () => {
        await own.emulateMedia({ media: 'print' });
        for (const audio of await own.locator('audio').all())
          assert.equal(await audio.isVisible(), false);
        assert.equal(await own.locator('.transcript p').first().isVisible(), true);
      });
    });
});

test('a transcript is searched', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await sharedSite(t, await content());
  const reader = await openSite(t, browser, site.outDir);
  await reader.open('/search/?q=zeppelin', { width: 800, height: 600 }, async (own) => {
    await own.locator('.search-result').first().waitFor();
    assert.match(await own.locator('.search-result').first().innerText(), /Harbour/u);
  });
});

const wrong: readonly [markdown: string, files: Files, problem: RegExp][] = [
  ['![x](gone.mp4)', {}, /a\.md:6:1\s+clip: expected film or sound in the content folder/u],
  ['![x](a.mp4)', { 'a.mp4': 'no film' }, /a\.md:6:1\s+clip: .*a\.mp4: a file of a few/u],
  ['![x](a.mp4)', { 'a.mp4': '' }, /a\.md:6:1\s+clip: .*an empty file/u],
  ['![x](a.mp3)', { 'a.mp3': makeWave() }, /clip: .*a file that is WAV/u],
  ['<video src="a.mov"></video>', { 'a.mov': 'x' }, /clip: .*film that browsers play/u],
  [
    '<video src="a.webm"><track src="a.srt"></video>',
    { 'a.webm': makeWebm(), 'a.srt': 'x' },
    /clip\.track: expected captions in a \.vtt file/u,
  ],
  [
    '![x](a.wav "Credit: Jane Roe")',
    { 'a.wav': makeWave(), 'a.txt': Buffer.from([0xff, 0xfe, 0xfd]) },
    /a\.txt:\d+:\d+\s/u,
  ],
  [
    '![x](a.wav)',
    { 'a.wav': makeWave() },
    /a\.md:6:1\s+warning: clip\.credit: missing; .*a\.wav\.yaml/u,
  ],
  [
    '[![x](a.wav)](https://a.example)',
    { 'a.wav': makeWave() },
    /picture: .*a clip cannot be within a link/u,
  ],
];

test('what cannot be played is a problem with its line', async (t) => {
  // One build: each article has a folder, and a day of its own.
  const folders = wrong.map(([markdown, files], index) => {
    const day = String(index + 1).padStart(2, '0');
    const all = {
      'a.md': `---\ntitle: A\ndate: 2026-01-${day}\n---\n\n${markdown}\n`,
      ...files,
    };
    return Object.entries(all).map(([file, text]) => [`case-${day}/${file}`, text] as const);
  });
  const site = await buildSite(t, Object.fromEntries(folders.flat()));
  for (const [index, [markdown, , problem]] of wrong.entries()) {
    const folder = `/case-${String(index + 1).padStart(2, '0')}/`;
    const lines = site.stderr.split('\n').filter((line) => line.includes(folder));
    assert.match(lines.join('\n'), problem, markdown);
  }
});
