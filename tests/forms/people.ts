import {
  articleFile,
  type Form,
  type Language,
  languages,
  noPage,
  notAnArticle,
  noWords,
  withoutText,
} from './form.ts';
import { drawPicture } from './pictures.ts';

const words = {
  en: {
    name: 'Ida Falk',
    role: 'Sea correspondent',
    summary: 'She reports on tides.',
    life: 'She grew up on a trawler.',
  },
  ko: {
    name: '이다 팔크',
    role: '해양 전문기자',
    summary: '조수를 취재한다.',
    life: '저인망 어선에서 자랐다.',
  },
  ar: {
    name: 'إيدا فالك',
    role: 'مراسلة بحرية',
    summary: 'تكتب عن المد.',
    life: 'نشأت على سفينة صيد.',
  },
} as const;

const file = (language: Language) => {
  const { name, role, summary, life } = words[language];
  return articleFile(
    [
      ...[`name: ${name}`, `role: ${role}`, `summary: ${summary}`],
      ...(language === 'en'
        ? [
            `image: {file: ida.png, alt: ${name}, credit: Fay Qin / CC BY 4.0}`,
            'contact: ida@news.example',
            'sameAs: [https://social.example/@ida]',
          ]
        : []),
    ],
    life,
  );
};

const suffix = (language: Language) => (language === 'en' ? '' : `.${language}`);
const files = {
  'people/ida.png': await drawPicture(400, 500, '#753'),
  ...Object.fromEntries(
    languages.flatMap((language) => [
      [`people/ida-falk${suffix(language)}.md`, file(language)],
      [
        `byline${suffix(language)}.md`,
        articleFile(
          [
            `title: Byline ${language}`,
            ...(language === 'en' ? ['date: 2026-06-01', 'authors: [Ida Falk]'] : []),
            'summary: A summary.',
          ],
          'Words.',
        ),
      ],
    ]),
  ),
};

const each = <T>(make: (language: Language) => T) =>
  Object.fromEntries(languages.map((language) => [language, make(language)]));
const nameOf = (language: Language) => [words[language].name];

/** The page of an author, and an article of that author. */
export const people: readonly Form[] = [
  {
    name: 'page of an author',
    holds: ['page person'],
    page: '/author/ida-falk/',
    files,
    says: each((language) => {
      const { name, role, summary, life } = words[language];
      return [name, role, summary, life, 'Fay Qin', 'ida@news.example', `Byline ${language}`];
    }),
    finds: each((language) => words[language].life),
    instead: {
      ...notAnArticle,
      'the share card': noPage('pages of authors have their portrait'),
      'structured data': (language) => [
        ...['"ProfilePage"', '"Person"', `"jobTitle":"${words[language].role}"`],
        '"sameAs":["https://social.example/@ida"]',
      ],
      'the Markdown version': (language) => [
        ...[`name: ${words[language].name}`, words[language].role, words[language].life],
        ...(language === 'en' ? ['Fay Qin'] : []),
      ],
      'the search': (language) => [words[language].role, words[language].life],
    },
  },
  {
    name: 'article of an author',
    holds: ['page article', 'field authors'],
    page: 'byline',
    files,
    says: each(nameOf),
    finds: each((language) => words[language].name),
    instead: {
      ...withoutText,
      'the list of all articles': nameOf,
      'structured data': (language) => [
        `"author":[{"@type":"Person","name":"${words[language].name}"`,
      ],
      'the Markdown version': (language) => (language === 'en' ? ['authors: [Ida Falk]'] : []),
      'the news sitemap': noWords('it has headlines'),
      'the search': nameOf,
    },
  },
];
