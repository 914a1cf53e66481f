import { drawPhoto } from '../picture-corpus.ts';
import type { Files } from '../test-site.ts';

export const phoneLanguages = ['en', 'de', 'ko', 'ar'] as const;

export type PhoneLanguage = (typeof phoneLanguages)[number];

/** An article with all that is above the text of an ordinary one. */
const texts: Readonly<
  Record<PhoneLanguage, readonly [title: string, summary: string, text: string]>
> = {
  en: [
    'Harbour trust questions the fishing quota for a third time',
    'The quota takes effect in forty days, earlier than the boats had expected.',
    'The trust that runs the harbour has asked for a new count of the fish.',
  ],
  de: [
    'Verkehrsinfrastrukturfinanzierungsgesellschaft stellt Pläne für den Hafen vor',
    'Die Grundstücksverkehrsgenehmigungszuständigkeit bleibt umstritten.',
    'Die Bezirksversammlung hat die Entscheidung über die Hafenquerspange vertagt.',
  ],
  ko: [
    '항만공사, 어획 할당량에 세 번째로 이의를 제기하다',
    '할당량은 어선들이 예상한 것보다 이른 사십 일 뒤에 시행된다.',
    '항만공사가 어획량을 다시 조사해 달라고 요청했다.',
  ],
  ar: [
    'هيئة الميناء تعترض على حصة الصيد للمرة الثالثة',
    'تدخل الحصة حيز التنفيذ بعد أربعين يوما، أي قبل الموعد المتوقع.',
    'طلبت الهيئة التي تدير الميناء إحصاء جديدا للأسماك في المياه القريبة.',
  ],
};

/** The pictures above the text, by the name of the article. */
const pictures = { plain: undefined, wide: 'wide.jpg', tall: 'tall.jpg' } as const;

export type PhoneArticle = keyof typeof pictures;

function article(name: PhoneArticle, language: PhoneLanguage): string {
  const [title, summary, text] = texts[language];
  const picture = pictures[name];
  const isOriginal = language === 'en';
  return [
    '---',
    `title: ${title}`,
    `summary: ${summary}`,
    ...(isOriginal
      ? [
          'date: 2026-05-30T08:30+02:00',
          'updated: 2026-05-31T18:00+02:00',
          'section: World',
          'authors: [Petra Lindqvist, Jonas Okafor]',
          ...(picture
            ? [
                `image: {file: ./${picture}, alt: A quay, caption: The old quay., credit: Jane Roe / CC BY 4.0}`,
              ]
            : []),
        ]
      : []),
    '---',
    '',
    Array.from({ length: 12 }, () => text).join(' '),
    '',
    ...['One', 'Two', 'Three'].flatMap((name) => [`## ${name}`, '', `${text} ${text}`, '']),
  ].join('\n');
}

export const phoneContent: Files = {
  'publication.yaml': [
    'name: {en: The Harbour Post, de: Hafennachrichten, ko: 항구 신문, ar: بريد الميناء}',
    `languages: [${phoneLanguages}]`,
    'timeZone: Europe/Berlin',
    'sections:',
    ...[
      ['World', 'Außenpolitik', '국제', 'العالم'],
      ['City', 'Bezirksverwaltung', '도시', 'المدينة'],
      ['Business', 'Wirtschaftspolitik', '경제', 'الأعمال'],
      ['Climate', 'Klimawandelfolgen', '기후', 'المناخ'],
      ['Culture', 'Veranstaltungskalender', '문화', 'الثقافة'],
      ['Sport', 'Mannschaftssport', '스포츠', 'الرياضة'],
    ].map(([en, de, ko, ar]) => `  - {en: ${en}, de: ${de}, ko: ${ko}, ar: ${ar}}`),
    '',
  ].join('\n'),
  'wide.jpg': await drawPhoto(1200, 800).jpeg({ quality: 50 }).toBuffer(),
  'tall.jpg': await drawPhoto(800, 1400).jpeg({ quality: 50 }).toBuffer(),
  ...Object.fromEntries(
    (Object.keys(pictures) as PhoneArticle[]).flatMap((name) =>
      phoneLanguages.map((language) => [
        `${name}${language === 'en' ? '' : `.${language}`}.md`,
        article(name, language),
      ]),
    ),
  ),
  // So that each section is in each menu.
  ...Object.fromEntries(
    ['City', 'Business', 'Climate', 'Culture', 'Sport'].flatMap((section, index) =>
      phoneLanguages.map((language) => [
        `other-${index}${language === 'en' ? '' : `.${language}`}.md`,
        `---\ntitle: ${texts[language][0]}\n${language === 'en' ? `date: 2026-05-0${index + 1}\nsection: ${section}\n` : ''}---\n\n${texts[language][2]}\n`,
      ]),
    ),
  ),
};
