import { drawPhoto } from '../picture-corpus.ts';
import type { Files } from '../test-site.ts';

/** A front page to test. Each is an edition of one site. */
export interface FrontCase {
  readonly name: string;
  /** The language of the edition: it decides the script of the texts. */
  readonly language: string;
  readonly articles: number;
  readonly pictures: 'all' | 'some' | 'none';
  /** How many sections there are. */
  readonly sections: number;
  readonly summaries?: false;
  readonly longWords?: true;
  /** How many of the newest articles are of one running story. */
  readonly story?: number;
}

const plainCases: readonly FrontCase[] = [
  ...(
    [
      ['en', 1, 'all', 1],
      ['en-AU', 1, 'none', 1],
      ['en-BZ', 2, 'all', 2],
      ['en-CA', 2, 'some', 1],
      ['en-GB', 2, 'none', 2],
      ['en-GH', 3, 'some', 2],
      ['en-GM', 3, 'all', 0],
      ['en-HK', 5, 'all', 2],
      ['en-IE', 5, 'some', 3],
      ['en-IN', 5, 'none', 3],
      ['en-KE', 6, 'some', 3],
      ['en-LR', 7, 'all', 0],
      ['en-MT', 8, 'some', 6],
      ['en-NA', 12, 'all', 5],
      ['en-NG', 12, 'some', 5],
      ['en-NZ', 12, 'none', 5],
      ['en-PH', 12, 'some', 0],
      ['en-PK', 20, 'all', 8],
      ['en-SG', 20, 'some', 6],
      ['en-TT', 50, 'all', 6],
      ['en-US', 50, 'some', 7],
      ['en-ZA', 50, 'none', 6],
      ['en-ZM', 50, 'some', 0],
      ['ko', 12, 'some', 4],
      ['ar', 12, 'some', 4],
      ['ja', 20, 'some', 5],
    ] as const
  ).map(([language, articles, pictures, sections]) => ({
    name: `${articles} articles, pictures: ${pictures}, sections: ${sections} (${language})`,
    ...{ language, articles, pictures, sections },
  })),
  {
    name: '12 articles without summaries',
    language: 'en-ZW',
    articles: 12,
    pictures: 'some',
    sections: 5,
    summaries: false,
  },
  {
    name: '5 articles without summaries or pictures',
    language: 'en-SL',
    articles: 5,
    pictures: 'none',
    sections: 3,
    summaries: false,
  },
  {
    name: '12 articles with long words',
    language: 'de',
    articles: 12,
    pictures: 'some',
    sections: 5,
    longWords: true,
  },
];

/** Pages with a package of a running story, which has so many articles. */
const storyCases: readonly FrontCase[] = (
  [
    ['en-AS', 'some', 2],
    ['en-BB', 'all', 3],
    ['en-BE', 'none', 3],
    ['en-BI', 'none', 4],
    ['en-BM', 'some', 5],
    ['en-BS', 'none', 6],
    ['ko-KP', 'some', 4],
    ['ar-EG', 'some', 5],
  ] as const
).map(([language, pictures, story]) => ({
  name: `a running story of ${story}, pictures: ${pictures} (${language})`,
  ...{ language, pictures, story, articles: 14, sections: 4 },
}));

export const frontCases = [...plainCases, ...storyCases];

const sectionNames = ['World', 'City', 'Business', 'Climate', 'Culture', 'Sport', 'Science'];

/** Texts of several scripts, from short to long ones. */
const texts = {
  en: {
    headlines: [
      'Harbour trust questions the fishing quota for a third time',
      'Ferries return after two winters',
      'Council votes to keep the old library open until the new one is ready in spring',
      'A quiet year for storms',
      'What the new timetable means for the islands, and for those who visit them',
    ],
    summary:
      'The quota takes effect in forty days, earlier than the boats had expected. The trust says that its own count of the fish was left out. A hearing is set for March.',
  },
  de: {
    headlines: [
      'Verkehrsinfrastrukturfinanzierungsgesellschaft stellt Pläne vor',
      'Donaudampfschifffahrtsgesellschaft bestellt neue Fähren',
      'Grundstücksverkehrsgenehmigungszuständigkeit bleibt umstritten',
      'Bezirksversammlung vertagt Entscheidung zur Hafenquerspange',
    ],
    summary:
      'Die Arbeiterunfallversicherungsgesellschaft prüft die Rechtsschutzversicherungsbedingungen. Eine Entscheidung wird im Frühjahr erwartet.',
  },
  ko: {
    headlines: [
      '항만공사, 어획 할당량에 세 번째 이의 제기',
      '두 해 겨울 만에 돌아온 여객선',
      '시의회, 새 도서관이 문을 열 때까지 옛 도서관 유지하기로 의결',
    ],
    summary:
      '할당량은 어선들이 예상한 것보다 이른 사십 일 뒤에 시행된다. 항만공사는 자체 조사 결과가 빠졌다고 밝혔다. 공청회는 삼월에 열린다.',
  },
  ja: {
    headlines: [
      '港湾公社、漁獲枠に三度目の異議',
      '二冬ぶりに渡し船が戻る',
      '市議会、新しい図書館の開館まで旧図書館を残すことを議決',
    ],
    summary:
      '漁獲枠は船主の予想より早く四十日後に適用される。公社は独自の調査が反映されていないとしている。公聴会は三月に開かれる。',
  },
  ar: {
    headlines: [
      'هيئة الميناء تعترض على حصة الصيد للمرة الثالثة',
      'العبّارات تعود بعد شتاءين',
      'المجلس يصوّت على إبقاء المكتبة القديمة مفتوحة حتى افتتاح الجديدة',
    ],
    summary:
      'تدخل الحصة حيز التنفيذ بعد أربعين يوما، أي قبل الموعد الذي توقعه أصحاب القوارب. وتقول الهيئة إن إحصاءها لم يؤخذ في الحسبان. وستعقد جلسة في مارس.',
  },
} as const;

function articleOf(own: FrontCase, index: number): string {
  const { language, pictures, sections, summaries, longWords, story = 0 } = own;
  const { headlines, summary } = texts[(longWords ? 'de' : language.slice(0, 2)) as 'en'];
  const hasPicture = pictures === 'all' || (pictures === 'some' && index % 3 !== 1);
  const section = sectionNames[(index * index + index) % Math.max(1, sections)];
  const day = new Date(Date.UTC(2026, 4, 30) - index * 36e5 * 7);
  return [
    '---',
    `title: ${headlines[index % headlines.length]}`,
    `date: ${day.toISOString()}`,
    `lang: ${language}`,
    sections > 0 ? `section: ${section}` : '',
    'topics: [Quota]',
    // The newest leads the page.
    index > 0 && index <= story ? 'story: The third quota' : '',
    summaries === false ? '' : `summary: ${index % 4 === 3 ? summary.slice(0, 60) : summary}`,
    hasPicture
      ? `image: {file: /${index % 5 === 4 ? 'tall' : 'wide'}.jpg, alt: A quay, credit: Jane Roe / CC BY 4.0}`
      : '',
    '---',
    '',
    summaries === false ? '- One' : 'Text.',
    '',
  ].join('\n');
}

/** The content folder of all cases. */
export const frontContent: Files = {
  'publication.yaml': [
    'name: The Harbour Post',
    'tagline: News of the coast',
    `languages: [${frontCases.map(({ language }) => language)}]`,
    'pageSize: 50',
    'extras: []',
    `sections: [${sectionNames}]`,
    '',
  ].join('\n'),
  'wide.jpg': await drawPhoto(1200, 800).jpeg({ quality: 50 }).toBuffer(),
  'tall.jpg': await drawPhoto(700, 1100).jpeg({ quality: 50 }).toBuffer(),
  ...Object.fromEntries(
    frontCases.flatMap((own) =>
      Array.from({ length: own.articles }, (_, index) => [
        `${own.language.toLowerCase()}/story-${index + 1}.md`,
        articleOf(own, index),
      ]),
    ),
  ),
};

/** The path of the list of a case's articles, below that of its front page. */
export const topicPath = 'topic/quota/';

/** The path of a case's front page. */
export function pathOf({ language }: FrontCase): string {
  return language === frontCases[0]?.language ? '/' : `/${language.toLowerCase()}/`;
}
