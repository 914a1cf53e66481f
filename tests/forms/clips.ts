import { WORDS } from '../../src/language/words-for.ts';
import { makeMp4, makeWave } from '../support/make-clips.ts';
import {
  articleFile,
  type Form,
  type Language,
  languages,
  noWords,
  withoutText,
} from './form.ts';
import { drawPicture } from './pictures.ts';

const words = {
  en: {
    film: 'A ferry departs',
    spoken: 'The zeppelin leaves late.',
    sound: 'Bells on the quay',
    said: 'Good morning from the pier.',
    card: 'The whole race',
  },
  ko: {
    film: '여객선 출항',
    spoken: '비행선이 늦게 떠납니다.',
    sound: '부두의 종소리',
    said: '잔교에서 인사드립니다.',
    card: '경주 전체',
  },
  ar: {
    film: 'مغادرة العبارة',
    spoken: 'يغادر المنطاد متأخرا.',
    sound: 'أجراس على الرصيف',
    said: 'صباح الخير من المرسى.',
    card: 'السباق كله',
  },
} as const;

const page = 'clips';
const suffix = (language: Language) => (language === 'en' ? '' : `.${language}`);

function file(language: Language): string {
  const { film, sound, card } = words[language];
  return articleFile(
    [
      `title: Clips ${language}`,
      ...(language === 'en' ? ['date: 2026-06-01'] : []),
      'summary: A summary.',
    ],
    [
      'First words.',
      `![${film}](ferry.mp4 "${film}. Credit: Dan Ode")`,
      `![${sound}](bells.wav "${sound}. Credit: Eve Pak")`,
      `[${card}](https://vimeo.com/123456789)`,
    ].join('\n\n'),
  );
}

const files = {
  'ferry.mp4': makeMp4({ seconds: 95 }),
  'ferry.png': await drawPicture(640, 360, '#246'),
  'bells.wav': makeWave(2),
  ...Object.fromEntries(
    languages.flatMap((language) => [
      [`${page}${suffix(language)}.md`, file(language)],
      [
        `ferry${suffix(language)}.vtt`,
        `WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann>${words[language].spoken}\n`,
      ],
      [`bells${suffix(language)}.txt`, `${words[language].said}\n`],
    ]),
  ),
};

const each = <T>(make: (language: Language) => T) =>
  Object.fromEntries(languages.map((language) => [language, make(language)]));

/** Film and sound with their words, and a card of another player, in one article. */
export const clips: readonly Form[] = [
  {
    name: 'film with captions',
    holds: ['clip video'],
    ...{ page, files },
    says: each((language) => {
      const { film, spoken } = words[language];
      return [film, 'Dan Ode', WORDS[language].clip.transcript, `Ann: ${spoken}`];
    }),
    finds: each((language) => words[language].spoken),
    instead: {
      ...withoutText,
      'the Markdown version': (language) => [
        ...[words[language].film, 'Dan Ode', '.mp4'],
        ...[WORDS[language].clip.transcript, `Ann: ${words[language].spoken}`],
      ],
      'structured data': (language) => [
        ...['"VideoObject"', '"duration":"PT1M35S"', `"name":"${words[language].film}"`],
        `"transcript":"Ann: ${words[language].spoken}"`,
      ],
      'the search': (language) => [words[language].spoken],
    },
  },
  {
    name: 'sound with a transcript',
    holds: ['clip audio'],
    ...{ page, files },
    says: each((language) => {
      const { sound, said } = words[language];
      return [sound, 'Eve Pak', WORDS[language].clip.transcript, said];
    }),
    finds: each((language) => words[language].said),
    instead: {
      ...withoutText,
      'the Markdown version': (language) => [
        ...[words[language].sound, 'Eve Pak', '.wav', words[language].said],
      ],
      'structured data': (language) => [
        ...['"AudioObject"', '"encodingFormat":"audio/wav"'],
        `"transcript":"${words[language].said}"`,
      ],
      'the search': (language) => [words[language].said],
    },
  },
  {
    name: 'card of another player',
    holds: ['text player'],
    ...{ page, files },
    says: each((language) => [words[language].card, 'Vimeo']),
    finds: each((language) => words[language].card),
    instead: {
      ...withoutText,
      'the Markdown version': (language) => [
        words[language].card,
        'https://vimeo.com/123456789',
      ],
      'structured data': noWords('the film is of another site'),
      'the search': (language) => [words[language].card],
    },
    never: ['<iframe'],
  },
];
