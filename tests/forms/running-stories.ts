import { formatSentence } from '../../src/language/format-sentence.ts';
import { WORDS } from '../../src/language/words-for.ts';
import {
  articleFile,
  type Form,
  type Language,
  languages,
  noPage,
  notAnArticle,
  withoutText,
} from './form.ts';

const words = {
  en: {
    title: 'The dredging inquiry',
    summary: 'A year of hearings.',
    known: 'Nine boats sank',
    day: 'The first hearing.',
    text: 'The estuary silted up.',
  },
  ko: {
    title: '준설 조사',
    summary: '일 년간의 청문회.',
    known: '배 아홉 척 침몰',
    day: '첫 청문회.',
    text: '하구가 메워졌다.',
  },
  ar: {
    title: 'تحقيق التجريف',
    summary: 'عام من الجلسات.',
    known: 'غرقت تسعة قوارب',
    day: 'الجلسة الأولى.',
    text: 'امتلأ المصب بالطمي.',
  },
} as const;

const suffix = (language: Language) => (language === 'en' ? '' : `.${language}`);
const part = (number: number, language: Language) =>
  articleFile(
    [
      `title: Hearing ${number} ${language}`,
      ...(language === 'en' ? [`date: 2026-06-01T0${number}:00Z`, 'story: dredging'] : []),
      'summary: A summary.',
    ],
    'Words.',
  );
const files = Object.fromEntries(
  languages.flatMap((language) => {
    const { title, summary, known, day, text } = words[language];
    return [
      [
        `stories/dredging${suffix(language)}.md`,
        articleFile(
          [
            ...[`title: ${title}`, `summary: ${summary}`, `keyPoints: [${known}]`],
            `keyDates: [{date: 2025-11-03, text: ${day}}]`,
          ],
          text,
        ),
      ],
      [`hearing-1${suffix(language)}.md`, part(1, language)],
      [`hearing-2${suffix(language)}.md`, part(2, language)],
    ];
  }),
);

const each = <T>(make: (language: Language) => T) =>
  Object.fromEntries(languages.map((language) => [language, make(language)]));

/** The page of a running story, and a part of it. */
export const runningStories: readonly Form[] = [
  {
    name: 'running story',
    holds: ['page running-story'],
    page: '/story/dredging/',
    files,
    says: each((language) => {
      const { title, summary, known, day, text } = words[language];
      const { continues, whatWeKnow } = WORDS[language].stories;
      return [title, summary, whatWeKnow, known, day, text, continues, `Hearing 2 ${language}`];
    }),
    finds: each((language) => words[language].text),
    instead: {
      ...notAnArticle,
      'the share card': noPage('cards are of articles'),
      'structured data': (language) => [words[language].title, `Hearing 1 ${language}`],
      'the Markdown version': (language) => Object.values(words[language]),
      'the search': (language) => [words[language].text, WORDS[language].stories.open],
    },
  },
  {
    name: 'part of a running story',
    holds: ['field story'],
    page: 'hearing-2',
    files,
    says: each((language) => [
      formatSentence(WORDS[language].stories.part, { part: '2', story: words[language].title }),
    ]),
    finds: each((language) => words[language].title),
    instead: {
      ...withoutText,
      'structured data': (language) => [
        `"CreativeWorkSeries","name":"${words[language].title}"`,
        '"position":2',
      ],
      'the Markdown version': (language) => (language === 'en' ? ['story: dredging'] : []),
      'the search': (language) => [words[language].title],
    },
  },
];
