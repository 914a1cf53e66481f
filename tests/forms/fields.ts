import { formatSentence } from '../../src/language/format-sentence.ts';
import { WORDS } from '../../src/language/words-for.ts';
import { articleFile, type Form, type Language, languages, noWords } from './form.ts';
import type { FormName } from './form-names.ts';

const words = {
  en: {
    standfirst: 'Why herring matters.',
    place: 'STAVANGER',
    point: 'Quotas fall by a fifth',
    wrong: 'The tonnage was misprinted.',
    translator: 'Gil Ro',
  },
  ko: {
    standfirst: '청어가 중요한 까닭.',
    place: '스타방에르',
    point: '할당량 오분의 일 감소',
    wrong: '톤수를 잘못 적었다.',
    translator: '길로',
  },
  ar: {
    standfirst: 'لماذا تهم الرنجة.',
    place: 'ستافنجر',
    point: 'الحصص تنخفض الخمس',
    wrong: 'طُبعت الحمولة خطأ.',
    translator: 'جيل رو',
  },
} as const;

const page = 'fields';
const suffix = (language: Language) => (language === 'en' ? '' : `.${language}`);
const files = Object.fromEntries(
  languages.map((language) => {
    const { standfirst, place, point, wrong, translator } = words[language];
    return [
      `${page}${suffix(language)}.md`,
      articleFile(
        [
          `title: Fields ${language}`,
          ...(language === 'en'
            ? [
                ...['date: 2026-06-01', 'section: Sea', 'topics: [Herring]'],
                'source: {name: Fjord Post, url: "https://fjord.example/a"}',
                'licence: CC BY 4.0',
                'canonical: self',
              ]
            : []),
          ...[`summary: ${standfirst}`, `dateline: ${place}`, `keyPoints: [${point}]`],
          ...[`translator: ${translator}`, 'updated: 2026-06-01T10:00Z'],
          `corrections: [{date: 2026-06-01, text: ${wrong}}]`,
        ],
        'Words.',
      ),
    ];
  }),
);

const inLanguage = { 'the news sitemap': noWords('it has headlines') } as const;
const cardless = { 'the share card': noWords('it has a headline') } as const;
const unlisted = {
  'the list of all articles': noWords('lists have headlines and summaries'),
} as const;
const unlistedForPrograms = { 'llms.txt': noWords('it has headlines and summaries') } as const;
const alone = { ...inLanguage, ...cardless, ...unlisted, ...unlistedForPrograms } as const;

const each = <T>(make: (language: Language) => T) =>
  Object.fromEntries(languages.map((language) => [language, make(language)]));

type Row = readonly [
  names: readonly FormName[],
  says: (language: Language) => readonly string[],
  finds: ((language: Language) => string) | undefined,
  instead: NonNullable<Form['instead']>,
];

const original = (language: Language) => language === 'en';

const rows: readonly Row[] = [
  [
    ['field summary'],
    (language) => [words[language].standfirst],
    (language) => words[language].standfirst,
    { ...inLanguage, ...cardless },
  ],
  [
    ['field dateline'],
    (language) => [words[language].place],
    (language) => words[language].place,
    { ...alone, 'structured data': (language) => [`"dateline":"${words[language].place}"`] },
  ],
  [
    ['field keyPoints'],
    (language) => [words[language].point],
    (language) => words[language].point,
    { ...alone, 'structured data': noWords('it describes the article, not its text') },
  ],
  [
    ['field corrections'],
    (language) => [words[language].wrong, WORDS[language].corrections.correction],
    (language) => words[language].wrong,
    {
      ...alone,
      'structured data': (language) => ['"CorrectionComment"', words[language].wrong],
      'the Markdown version': (language) => [words[language].wrong],
      'the search': (language) => [words[language].wrong],
    },
  ],
  [
    ['field translator'],
    (language) => [
      formatSentence(WORDS[language].article.translatedBy, {
        name: words[language].translator,
      }),
    ],
    undefined,
    {
      ...alone,
      'structured data': (language) => [
        `"translator":{"@type":"Person","name":"${words[language].translator}"`,
      ],
      'the Markdown version': (language) => [words[language].translator],
      'the search': noWords('it finds articles by their authors'),
    },
  ],
  [
    ['field source', 'field licence'],
    () => ['Fjord Post', 'CC BY 4.0'],
    undefined,
    {
      ...alone,
      'structured data': () => ['Fjord Post', 'https://creativecommons.org/licenses/by/4.0/'],
      'the Markdown version': (language) =>
        original(language) ? ['Fjord Post', 'CC BY 4.0'] : [],
      'the search': noWords('it finds articles by their words'),
    },
  ],
  [
    ['field section', 'field topics'],
    () => ['Sea', 'Herring'],
    undefined,
    {
      'the list of all articles': () => ['Sea'],
      'the news sitemap': noWords('it has headlines'),
      'the share card': () => ['Sea'],
      'llms.txt': noWords('it has headlines and summaries'),
      'structured data': () => ['"articleSection":"Sea"', '"keywords":["Herring"]'],
      'the Markdown version': (language) => (original(language) ? ['Sea', 'Herring'] : []),
      'the search': () => ['Sea'],
      'a printed page': () => ['Sea'],
    },
  ],
  [
    ['field updated'],
    (language) => [WORDS[language].article.updated],
    undefined,
    {
      ...alone,
      RSS: noWords('a date of the entry'),
      Atom: noWords('a date of the entry'),
      'JSON Feed': noWords('a date of the entry'),
      'structured data': () => ['"dateModified":"2026-06-01T10:00+00:00"'],
      'the Markdown version': () => ['updated: 2026-06-01T10:00Z'],
      'the search': noWords('it has the day of the article'),
    },
  ],
];

/** What front matter adds to an article, all in one article. */
export const fields: readonly Form[] = rows.map(([holds, says, finds, instead]) => ({
  name: holds.join(', '),
  holds,
  ...{ page, files },
  says: each(says),
  ...(finds ? { finds: each(finds) } : {}),
  instead,
}));
