import { chartTypes } from '../../src/content/data/chart.ts';
import { WORDS } from '../../src/language/words-for.ts';
import {
  articleFile,
  type Form,
  type Language,
  languages,
  noWords,
  withoutText,
} from './form.ts';
import type { FormName } from './form-names.ts';

const words = {
  en: {
    source: 'Source',
    office: 'Harbour office',
    catch: 'Catch by port',
    fleet: 'The fleet',
  },
  ko: { source: '출처', office: '항만청', catch: '항구별 어획량', fleet: '선단' },
  ar: {
    source: 'المصدر',
    office: 'مكتب الميناء',
    catch: 'الصيد حسب الميناء',
    fleet: 'الأسطول',
  },
} as const;

const page = 'data';
const typeTitle = (type: string, language: Language) => `${words[language].catch} (${type})`;

function file(language: Language): string {
  const { source, office, fleet } = words[language];
  const { caption } = WORDS[language].data;
  return articleFile(
    [
      `title: Data ${language}`,
      ...(language === 'en' ? ['date: 2026-06-01'] : []),
      'summary: A summary.',
    ],
    [
      'First words.',
      `${caption}: ${fleet}`,
      '| Boat | Crew |\n| --- | --- |\n| Kittiwake | 1,204 |\n| Razorbill | 12 |',
      `${source}: [${office}](https://other.example/)`,
      `::table[${fleet} 2]{file=ports.csv}`,
      ...chartTypes.map(
        (type) =>
          `::chart[${typeTitle(type, language)}]{file=catch.csv type=${type} unit="km"}`,
      ),
    ].join('\n\n'),
  );
}

const files = {
  'ports.csv': 'Port,Depth\nMokpo,14.5\nUlsan,17\n',
  'catch.csv':
    'Month,Herring,Squid\n2026-01,31.5,12\n2026-02,28,15\n2026-03,26,19\n2026-04,20,30\n',
  ...Object.fromEntries(
    languages.map((language) => [
      `${page}${language === 'en' ? '' : `.${language}`}.md`,
      file(language),
    ]),
  ),
};

const each = <T>(make: (language: Language) => T) =>
  Object.fromEntries(languages.map((language) => [language, make(language)]));

const inText = {
  ...withoutText,
  'structured data': noWords('it describes the article, not its text'),
} as const;

/** Tables in Markdown and of a data file, and each type of chart, in one article. */
export const data: readonly Form[] = [
  {
    name: 'table in Markdown',
    holds: ['text table'],
    ...{ page, files },
    says: each((language) => {
      const { fleet, office } = words[language];
      return [fleet, 'Kittiwake', '1,204', office];
    }),
    finds: each(() => 'Razorbill'),
    instead: { ...inText, 'the search': () => ['Razorbill'] },
  },
  {
    name: 'table of a data file',
    holds: ['block table'],
    ...{ page, files },
    says: each((language) => [
      ...[`${words[language].fleet} 2`, 'Port', 'Mokpo', '14.5'],
      WORDS[language].data.download,
    ]),
    finds: each(() => 'Mokpo'),
    instead: {
      ...inText,
      'the Markdown version': (language) => [`${words[language].fleet} 2`, '/assets/', '.csv'],
      'the search': () => ['Mokpo'],
    },
  },
  ...chartTypes.map((type): Form => {
    const inFeed = (language: Language) => [
      ...[typeTitle(type, language), 'Herring', '31.5', WORDS[language].data.download],
    ];
    return {
      name: `${type} chart`,
      holds: [`chart ${type}`, 'block chart'] satisfies FormName[],
      ...{ page, files },
      says: each((language) => [
        ...[typeTitle(type, language), WORDS[language].data[type], 'Herring', '31.5'],
        ...[WORDS[language].data.asTable, WORDS[language].data.download],
      ]),
      finds: each(() => 'Herring'),
      instead: {
        ...inText,
        'the Markdown version': (language) => [typeTitle(type, language), '/assets/', '.csv'],
        // A feed has the table in place of the drawing.
        RSS: inFeed,
        Atom: inFeed,
        'JSON Feed': inFeed,
        // Paper has the drawing.
        'a printed page': (language) => [typeTitle(type, language)],
        'the search': () => ['Herring'],
      },
    };
  }),
];
