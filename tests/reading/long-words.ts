import sharp from 'sharp';
import type { FrontMatter } from '../../src/content/article/front-matter.ts';
import type { Files } from '../test-site.ts';

/** Words and URLs that do not fit a narrow line. */
const long = {
  en: `https://harbour.example/${'reports-of-the-inquiry/'.repeat(5)}2026?part=all&order=newest`,
  de: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzgebungsverfahren',
  ko: '항만교통안전관리위원회특별조사보고서작성지침개정안심의결과공개요청서접수대장',
  ja: '港湾交通安全管理委員会特別調査報告書作成指針改正案審議結果公開請求書受付台帳管理規程',
  ar: 'فسيكفيكهمالاستقلالياتاستقبالاتهمالمستشفياتالمستخدماتالاستراتيجيات',
  th: 'คณะกรรมการตรวจสอบความปลอดภัยการจราจรทางน้ำในเขตท่าเรือระหว่างประเทศ',
} as const;

/** Shorter words for fields, because pages limit the bytes around their text. */
const short = (language: keyof typeof long) => long[language].slice(0, 44);

const languages = Object.keys(long) as (keyof typeof long)[];

const front = (fields: Record<string, unknown>) =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join('\n')}\n---\n\n`;

const body = (
  word: string,
) => `${word} · [${word}](https://other.example/${word.slice(0, 20)}) is linked[^1].

## ${word}

- ${word}
  - ${word}

> ${word}

| ${word} | Number |
| --- | ---: |
| ${word} | [1](https://other.example/) |

### ${word}

Inline \`${word}\` and **${word}**.

\`\`\`
${word}
\`\`\`

![${word}](/wide.png "${word}")

<details><summary>${word}</summary>

${word}

</details>

<aside>

${word}

</aside>

<figure><blockquote>${word}</blockquote><figcaption>${word}</figcaption></figure>

<dl><dt>${word}</dt><dd>${word}</dd></dl>

[^1]: ${word}
`;

type Unprinted = 'aliases' | 'canonical' | 'card' | 'draft' | 'id' | 'image' | 'lang' | 'slug';

/** Every field that a page prints. The picture is not the same in all articles. */
function fieldsOf(
  word: string,
  day: string,
): Record<Exclude<keyof FrontMatter, Unprinted>, unknown> {
  return {
    title: word,
    date: day,
    updated: `${day}T18:00+09:00`,
    summary: word,
    section: word,
    topics: [word, 'Lang'],
    authors: [{ name: word, url: 'https://other.example/' }],
    translator: word,
    kicker: word,
    story: word,
    kind: 'opinion',
    closed: day,
    dateline: word,
    keyPoints: [word],
    corrections: [{ date: day, text: word }],
    source: { name: word, url: 'https://other.example/source' },
    licence: { name: word, url: 'https://other.example/licence' },
  };
}

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#4a6a7c' } })
    .png()
    .toBuffer();

/** A site in which every text is one long word, by language. */
export const longWords: Files = {
  'publication.yaml': `name: ${short('de')}\ntagline: ${short('de')}\nlanguages: [${languages}]\npageSize: 3\nextras: [search]\ntopics: [{name: Lang, description: ${short('de')}}]\nowner: {name: ${short('de')}, url: "https://owner.example/"}\n`,
  'wide.png': await picture(1200, 800),
  'tall.png': await picture(700, 1400),
  ...Object.fromEntries(
    languages.flatMap((language) =>
      [1, 2, 3, 4, 5, 6].map((number) => {
        const word = short(language);
        const image =
          number % 2 === 0
            ? {
                file: number === 2 ? './tall.png' : './wide.png',
                alt: word,
                caption: word,
                credit: { creator: word, source: word, licence: word },
              }
            : undefined;
        const { summary, ...fields } = fieldsOf(word, `2026-0${1 + (number % 3)}-1${number}`);
        return [
          `${language}-${number}.${language}.md`,
          front({
            ...fields,
            ...(number < 5 ? { summary } : {}),
            ...(image ? { image } : {}),
          }) + body(long[language]),
        ];
      }),
    ),
  ),
  ...Object.fromEntries(
    languages.map((language) => [
      `pages/about-${language}.${language}.md`,
      front({ title: short(language) }) + body(long[language]),
    ]),
  ),
  ...Object.fromEntries(
    languages.map((language) => {
      const name = short(language);
      const contact = ['long.address.of.somebody@long.name.of.a.publication.example'];
      const image = { file: '../tall.png', alt: name, credit: { creator: name } };
      return [
        `people/person-${language}.${language}.md`,
        front({ ...{ name, role: name, summary: name, contact, image }, sameAs: [long.en] }) +
          body(long[language]),
      ];
    }),
  ),
  ...Object.fromEntries(
    languages.map((language) => {
      const title = short(language);
      const keyDates = [{ date: '2026-01-01', text: long[language] }];
      return [
        `stories/story-${language}.${language}.md`,
        front({ title, summary: title, keyPoints: [long[language]], keyDates }) +
          body(long[language]),
      ];
    }),
  ),
};

const root = (language: string) => (language === 'en' ? '/' : `/${language}/`);

/**
 * A page of each template in each edition, by language. Pages that have only labels, and second
 * pages of a template, are in one edition of each direction.
 */
export const longPages: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  languages.map((language) => {
    const slug = encodeURIComponent(short(language).toLowerCase());
    const paths = [
      ...(language === 'en' ? ['404.html', 'page/'] : [`section/${slug}/`]),
      '',
      `2026/01/13/${language}-3/`,
      `2026/03/12/${language}-2/`,
      'topic/',
      'author/',
      `author/person-${language}/`,
      `story/story-${language}/`,
      '2026/',
      '2026/02/',
      'credits/',
      ...(['en', 'ar'].includes(language)
        ? ['page/1/', 'section/', 'search/', 'offline/', `about-${language}/`]
        : []),
    ];
    return [language, paths.map((path) => root(language) + path)];
  }),
);

/** A search with results in editions of different scripts. */
export const longSearches = (['en', 'ko', 'ar'] as const).map(
  (language) => [`${root(language)}search/`, short(language)] as const,
);
