import sharp from 'sharp';
import {
  articleFile,
  type Form,
  type Language,
  languages,
  noWords,
  withoutText,
} from './form.ts';

/** A picture of one colour. */
export function drawPicture(
  width: number,
  height: number,
  background = '#357',
): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}

const words = {
  en: {
    alt: 'Cranes at dawn',
    caption: 'Cranes unload barley',
    left: 'A lighthouse',
    right: 'A buoy in fog',
    essay: 'Nets dry in June',
    between: 'Between the pictures.',
  },
  ko: {
    alt: '새벽 기중기',
    caption: '보리를 내리는 기중기',
    left: '등대 하나',
    right: '안개 속 부표',
    essay: '유월에 말리는 그물',
    between: '사진 사이의 글.',
  },
  ar: {
    alt: 'رافعات عند الفجر',
    caption: 'رافعات تفرغ الشعير',
    left: 'منارة',
    right: 'عوامة في الضباب',
    essay: 'شباك تجف في يونيو',
    between: 'كلام بين الصور.',
  },
} as const;

const page = 'pictures';
const credit = 'Lee Park via Harbour Archive / CC BY 4.0';

function file(language: Language): string {
  const { alt, caption, left, right, essay, between } = words[language];
  return articleFile(
    [
      `title: Pictures ${language}`,
      ...(language === 'en' ? ['date: 2026-06-01'] : []),
      'summary: A summary.',
      'image:',
      ...['  file: crane.png', `  alt: ${alt}`, `  caption: ${caption}`, `  credit: ${credit}`],
    ],
    [
      'First words.',
      `![${left}](left.png "${left}. Credit: Ann Oh")`,
      `![${right}](right.png "${right}. Credit: Bo Ray")`,
      'More words.',
      `:::gallery\n![${essay}](net.png "${essay}. Credit: Cy Wu")\n\n${between}\n:::`,
    ].join('\n\n'),
  );
}

const files = {
  'crane.png': await drawPicture(1200, 800),
  'left.png': await drawPicture(300, 200, '#a63'),
  'right.png': await drawPicture(200, 300, '#3a6'),
  'net.png': await drawPicture(320, 180, '#63a'),
  ...Object.fromEntries(
    languages.map((language) => [
      `${page}${language === 'en' ? '' : `.${language}`}.md`,
      file(language),
    ]),
  ),
};

const inText = {
  ...withoutText,
  'structured data': noWords('it has the featured picture'),
} as const;

const each = <T>(make: (language: Language) => T) =>
  Object.fromEntries(languages.map((language) => [language, make(language)]));

/** A featured picture, pictures in a row, and a photo essay, in one article. */
export const pictures: readonly Form[] = [
  {
    name: 'featured picture',
    holds: ['field image'],
    ...{ page, files },
    says: each((language) => [
      words[language].alt,
      words[language].caption,
      'Lee Park',
      'CC BY 4.0',
    ]),
    finds: each((language) => words[language].caption),
    instead: {
      ...withoutText,
      'the list of all articles': noWords('its pictures only repeat those of pages'),
      'the Markdown version': (language) => [words[language].caption, credit, '/assets/'],
      'structured data': (language) => [
        ...['"ImageObject"', `"caption":"${words[language].caption}"`],
        '"creator":{"@type":"Person","name":"Lee Park"}',
        '"license":"https://creativecommons.org/licenses/by/4.0/"',
      ],
      'the search': (language) => [words[language].caption],
      'a printed page': (language) => [words[language].caption, 'Lee Park', 'CC BY 4.0'],
    },
  },
  {
    name: 'pictures in a row',
    holds: ['text gallery'],
    ...{ page, files },
    says: each((language) => {
      const { left, right } = words[language];
      return [left, right, 'Ann Oh', 'Bo Ray'];
    }),
    finds: each((language) => words[language].right),
    instead: {
      ...inText,
      'the search': (language) => [words[language].right],
    },
  },
  {
    name: 'photo essay',
    holds: ['block gallery'],
    ...{ page, files },
    says: each((language) => {
      const { essay, between } = words[language];
      return [essay, between, 'Cy Wu'];
    }),
    finds: each((language) => words[language].essay),
    instead: {
      ...inText,
      'the search': (language) => [words[language].essay],
    },
  },
];
