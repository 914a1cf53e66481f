import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import sharp from 'sharp';
import { readEmbeddedCredit } from '../src/outputs/pictures/read-embedded-credit.ts';
import { makeMp4, makeWave } from './support/make-clips.ts';
import { type BuiltSite, buildSite, type Files } from './test-site.ts';

/**
 * A place with the credits of an article's pictures and clips. All places must show the same words. A new
 * place needs a row here, which returns its credits without label and licence.
 */
interface Place {
  readonly name: string;
  /** `address` is that of the article, such as `/ko/2026/01/06/bridge/`. */
  readonly read: (site: BuiltSite, address: string) => Promise<readonly string[]>;
  /** Forms of a credit that this place does not show. */
  readonly except?: (form: Form, language: string) => boolean;
}

const places: readonly Place[] = [
  {
    name: 'the footer of the page',
    read: async (site, address) =>
      textsOf(await pageAt(site, address), '.article-footer .credit').map((text) =>
        withoutLabel(text.split(' · ')[0] ?? ''),
      ),
  },
  {
    name: 'the caption in the text',
    read: async (site, address) =>
      textsOf(await pageAt(site, address), '.copy figcaption .credit').map((text) =>
        withoutLabel(text.split(' / ')[0] ?? ''),
      ),
    except: ({ inText }) => !inText,
  },
  {
    name: 'the list of pictures',
    read: async (site, address) => {
      const edition = /^\/(?:ko|ar)\//u.exec(address)?.[0] ?? '/';
      const entries = (await pageAt(site, `${edition}credits/`)).querySelectorAll(
        '.credits > li',
      );
      return [...entries]
        .filter((entry) => entry.querySelector(`a[href="${address}"]`))
        .flatMap((entry) => textsOf(entry, '.credit'))
        .map((text) => text.split(' · ')[0] ?? '');
    },
    except: ({ image }) => image === undefined,
  },
  {
    name: 'the files, in every format',
    read: async (site, address) => {
      const page = await pageAt(site, address);
      const files = [...page.querySelectorAll('article picture > *')].flatMap((element) =>
        (element.getAttribute('src') ?? element.getAttribute('srcset') ?? '')
          .split(',')
          .map((file) => file.split(' ')[0] ?? ''),
      );
      assert.ok(files.length >= 3, `${files.length} files`);
      const credits = files.map(async (file) => {
        const bytes = await readFile(join(site.outDir, file));
        return (await readEmbeddedCredit(bytes)).credit ?? 'nothing';
      });
      return [...new Set(await Promise.all(credits))];
    },
    // One file for all editions, in the words of the first.
    except: ({ image }, language) => image === undefined || language !== 'en',
  },
  {
    name: 'structured data',
    read: async (site, address) => {
      const page = await pageAt(site, address);
      const json = page.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
      const { image = [] } = JSON.parse(json)['@graph'][0];
      return image.map((object: { creditText?: string }) => object.creditText ?? 'nothing');
    },
    except: notFeatured,
  },
  {
    name: 'structured data of clips',
    read: async (site, address) => {
      const page = await pageAt(site, address);
      const json = page.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
      const { audio = [], video = [] } = JSON.parse(json)['@graph'][0];
      return [...audio, ...video].map(
        (object: { creditText?: string }) => object.creditText ?? 'nothing',
      );
    },
    except: ({ clip }) => clip === undefined,
  },
  {
    name: 'Media RSS of clips',
    read: async (site, address) => {
      const edition = /^\/(?:ko|ar)\//u.exec(address)?.[0] ?? '/';
      const { items = [] } = parseRssFeed(await site.read(`${edition.slice(1)}feed.xml`));
      const item = items.find(({ link }) => link === `https://news.example${address}`);
      const media = item?.media?.contents?.filter(({ medium }) => medium !== 'image') ?? [];
      return media.map(({ credits }) => credits?.[0]?.value ?? 'nothing');
    },
    except: ({ clip }) => clip === undefined,
  },
  {
    name: 'the file of the share card',
    read: async (site, address) => {
      const page = await pageAt(site, address);
      const url = page.querySelector('meta[property="og:image"]')?.getAttribute('content');
      const name = new URL(url ?? '').pathname;
      const { credit, creator } = await readEmbeddedCredit(
        await readFile(join(site.outDir, name)),
      );
      return [credit ?? creator ?? 'nothing'];
    },
    except: notFeatured,
  },
  {
    name: 'RSS',
    read: (site, address) =>
      inFeed(site, address, 'feed.xml', (text) =>
        parseRssFeed(text).items?.map(({ link, content }) => [link, content?.encoded]),
      ),
  },
  {
    name: 'Atom',
    read: (site, address) =>
      inFeed(site, address, 'atom.xml', (text) =>
        parseAtomFeed(text).entries?.map(({ links, content }) => [
          links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
          content?.value,
        ]),
      ),
  },
  {
    name: 'JSON Feed',
    read: (site, address) =>
      inFeed(site, address, 'feed.json', (text) =>
        parseJsonFeed(JSON.parse(text)).items?.map((item) => [item.url, item.content_html]),
      ),
  },
];

type FeedText = readonly [url: string | undefined, html: string | undefined];

/** The credits in the text of a feed entry, below each picture and at its end. */
async function inFeed(
  site: BuiltSite,
  address: string,
  file: string,
  read: (text: string) => readonly FeedText[] | undefined,
): Promise<string[]> {
  const edition = /^\/(?:ko|ar)\//u.exec(address)?.[0] ?? '/';
  const entries = read(await site.read(`${edition.slice(1)}${file}`)) ?? [];
  const html = entries.find(([url]) => url === `https://news.example${address}`)?.[1];
  assert.ok(html, `no entry for ${address}`);
  const { document } = parseHTML(`<body>${html}</body>`);
  return textsOf(document, 'figcaption, figcaption span, small').map((text) =>
    withoutLabel(text.split(' / ')[0] ?? '').replace(/\. [^.]+\.$/u, ''),
  );
}

/** Nothing is reported without a featured image. */
function notFeatured({ front, image }: Form): boolean {
  return front === undefined || image === undefined;
}

/** A way to write a credit, and the line that it must become everywhere. */
interface Form {
  readonly slug: string;
  /** The picture's file; undefined if the content folder does not contain it. */
  readonly image?: string;
  /** The file of a clip in the text. */
  readonly clip?: string;
  readonly inText?: true;
  readonly front?: string;
  readonly text?: string;
  readonly note?: string;
  readonly lines: Readonly<Partial<Record<'en' | 'ko' | 'ar', string>>>;
}

const forms: readonly Form[] = [
  {
    slug: 'line',
    image: 'line.png',
    front: 'credit: Jane Roe via City Archive / CC BY 4.0',
    lines: { en: 'Jane Roe via City Archive', ko: 'Jane Roe, City Archive 제공' },
  },
  {
    slug: 'parts',
    image: 'parts.png',
    front:
      'credit: {creator: "O\'Hara & Söhne", creatorUrl: "https://o.example/?a=1&b=2", source: Lager <3>, sourceUrl: "https://l.example/", title: Kai, licence: CC BY-SA 3.0 DE, changes: cropped}',
    lines: { en: "O'Hara & Söhne via Lager <3>", ar: "O'Hara & Söhne عبر Lager <3>" },
  },
  {
    slug: 'name',
    image: 'name.png',
    front: 'credit: "Jane Roe: Pictures"',
    lines: { en: 'Jane Roe: Pictures' },
  },
  {
    slug: 'source',
    image: 'source.png',
    front: 'credit: {source: City Archive, licence: OGL 3.0}',
    lines: { en: 'via City Archive', ko: 'City Archive 제공' },
  },
  {
    slug: 'title',
    image: 'title.png',
    front: 'credit: {title: The quay}',
    lines: { en: 'The quay' },
  },
  {
    slug: 'licence',
    image: 'licence.png',
    front: 'credit: public domain',
    lines: { en: 'Public domain', ko: '퍼블릭 도메인', ar: 'ملكية عامة' },
  },
  {
    slug: 'absent',
    front: 'credit: PM Official Photographer via Wikimedia Commons',
    lines: {
      en: 'PM Official Photographer via Wikimedia Commons',
      ar: 'PM Official Photographer عبر Wikimedia Commons',
    },
  },
  {
    slug: 'caption',
    image: 'caption.png',
    inText: true,
    text: '![Quay](caption.png "The quay. Credit: Jane Roe via City Archive / CC0")',
    lines: { en: 'Jane Roe via City Archive' },
  },
  {
    slug: 'figure',
    image: 'figure.png',
    inText: true,
    text: '<figure><img src="figure.png" alt="Quay" title="Photo: ليلى"><figcaption>The <em>quay</em>.</figcaption></figure>',
    lines: { en: 'ليلى' },
  },
  {
    slug: 'note',
    image: 'note.png',
    inText: true,
    text: '![Quay](note.png)',
    note: 'credit: {en: Jane Roe via Archive / CC0, ko: {creator: 제인 로, source: 기록원}, ar: ليلى}',
    lines: { en: 'Jane Roe via Archive', ko: '제인 로, 기록원 제공', ar: 'ليلى' },
  },
  {
    slug: 'film',
    clip: 'film.mp4',
    inText: true,
    text: '<figure><video src="film.mp4" title="Credit: Jane Roe via City Archive / CC0"></video><figcaption>The <em>quay</em>.</figcaption></figure>',
    lines: { en: 'Jane Roe via City Archive' },
  },
  {
    slug: 'sound',
    clip: 'sound.wav',
    inText: true,
    text: '![Quay](sound.wav)',
    note: 'credit: {en: Jane Roe via Archive / CC0, ko: {creator: 제인 로, source: 기록원}, ar: ليلى}',
    lines: { en: 'Jane Roe via Archive', ko: '제인 로, 기록원 제공', ar: 'ليلى' },
  },
  {
    slug: 'both',
    image: 'both.png',
    inText: true,
    front: 'credit: Jane Roe',
    text: '![Quay](note.png "Credit: Jane Roe via Archive / CC0")\n\n![Again](both.png)',
    lines: { en: 'Jane Roe' },
  },
];

async function filesOf(): Promise<Files> {
  const files: Record<string, string | Uint8Array> = {
    'publication.yaml': 'name: Test\nlanguages: [en, ko, ar]\n',
  };
  for (const [index, form] of forms.entries()) {
    const { slug, image, clip, front, text = 'Text.', note, lines } = form;
    const fields = front === undefined ? [] : ['image:', `  ${front}`];
    if (front !== undefined && image !== undefined)
      fields.push(`  file: ./${image}`, '  alt: Quay');
    const head = ['---', `title: ${slug}`, 'date: 2026-01-06', ...fields, '---'];
    files[`${slug}.md`] = [...head, '', text, ''].join('\n');
    for (const language of ['ko', 'ar'] as const)
      if (lines[language])
        files[`${slug}.${language}.md`] = `---\ntitle: ${slug}\n---\n\n${text}\n`;
    if (image !== undefined) files[image] = await draw(index);
    if (clip !== undefined)
      files[clip] = clip.endsWith('.mp4') ? makeMp4() : makeWave(1, index);
    if (note !== undefined) files[`${image ?? clip}.yaml`] = note;
  }
  return files;
}

/** A picture that differs from the others; equal bytes would be one file. */
function draw(index: number): Promise<Buffer> {
  const background = { r: 20 * index, g: 90, b: 120 };
  return sharp({ create: { width: 300, height: 200, channels: 3, background } })
    .png()
    .toBuffer();
}

async function pageAt(site: BuiltSite, address: string) {
  return parseHTML(await site.read(`${address.slice(1)}index.html`)).document;
}

function textsOf(within: ParentNode, selector: string): string[] {
  return [...within.querySelectorAll(selector)].map((element) =>
    (element.textContent ?? '').replace(/\s+/gu, ' ').trim(),
  );
}

function withoutLabel(text: string): string {
  return text.replace(
    /^(?:Featured image credits|Credit|대표 이미지 출처|출처|حقوق الصورة الرئيسية|حقوق الصورة|Quay|The quay): /u,
    '',
  );
}

test('a picture or clip has the same credit in every place', async (t) => {
  const site = await buildSite(t, await filesOf());
  assert.equal(site.code, 0, site.stderr);
  for (const place of places) {
    for (const form of forms) {
      for (const [language, line] of Object.entries(form.lines)) {
        if (place.except?.(form, language)) continue;
        await t.test(`${place.name}: ${form.slug}, ${language}`, async () => {
          const edition = language === 'en' ? '/' : `/${language}/`;
          const shown = await place.read(site, `${edition}2026/01/06/${form.slug}/`);
          assert.ok(shown.includes(line), `expected ${line}, got ${JSON.stringify(shown)}`);
          assert.ok(!shown.includes('nothing'), 'a picture without a credit');
        });
      }
    }
  }
});
