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

/** A block of an article: what is written, and what readers get. */
interface BlockRow {
  readonly name: FormName;
  readonly text: Readonly<Record<Language, string>>;
  /** What every output that has the text has of it. */
  readonly says: Readonly<Record<Language, readonly string[]>>;
  /** What of it the Markdown version has, which is as written. */
  readonly source?: Readonly<Record<Language, readonly string[]>>;
  /** Words of it to search for. */
  readonly finds: Readonly<Record<Language, string>>;
}

const blockWords = (language: Language) => WORDS[language].blocks;

const rows: readonly BlockRow[] = [
  {
    name: 'block timeline',
    text: {
      en: ':::timeline\n- 2019-03-02: Pilings were sunk.\n- Later: Rivets arrived.\n:::',
      ko: ':::timeline\n- 2019-03-02: 말뚝을 박았다.\n:::',
      ar: ':::timeline\n- 2019-03-02: غرست الأوتاد.\n:::',
    },
    says: {
      en: [blockWords('en').timeline, '2 March 2019', 'Pilings were sunk.', 'Rivets arrived.'],
      ko: [blockWords('ko').timeline, '2019년 3월 2일', '말뚝을 박았다.'],
      ar: [blockWords('ar').timeline, '2 مارس 2019', 'غرست الأوتاد.'],
    },
    source: {
      en: [':::timeline', '- 2019-03-02: Pilings were sunk.'],
      ko: [':::timeline', '말뚝을 박았다.'],
      ar: [':::timeline', 'غرست الأوتاد.'],
    },
    finds: { en: 'Pilings', ko: '말뚝을', ar: 'الأوتاد' },
  },
  {
    name: 'block people',
    text: {
      en: ':::people\n- **Mina Kim** - dredger captain\n:::',
      ko: ':::people\n- **김민아** - 준설선장\n:::',
      ar: ':::people\n- **مينا كيم** - قبطانة الجرافة\n:::',
    },
    says: {
      en: [blockWords('en').people, 'Mina Kim', 'dredger captain'],
      ko: [blockWords('ko').people, '김민아', '준설선장'],
      ar: [blockWords('ar').people, 'مينا كيم', 'قبطانة الجرافة'],
    },
    source: {
      en: ['- **Mina Kim** - dredger captain'],
      ko: ['**김민아** - 준설선장'],
      ar: ['**مينا كيم**'],
    },
    finds: { en: 'dredger', ko: '준설선장', ar: 'قبطانة' },
  },
  {
    name: 'block qa',
    text: {
      en: ':::qa\n**Who pays the toll?**\n\nThe lorries do.\n:::',
      ko: ':::qa\n**누가 통행료를 내나?**\n\n트럭이 낸다.\n:::',
      ar: ':::qa\n**من يدفع الرسوم؟**\n\nالشاحنات تدفع.\n:::',
    },
    says: {
      en: ['Who pays the toll?', 'The lorries do.'],
      ko: ['누가 통행료를 내나?', '트럭이 낸다.'],
      ar: ['من يدفع الرسوم؟', 'الشاحنات تدفع.'],
    },
    finds: { en: 'lorries', ko: '트럭이', ar: 'الشاحنات' },
  },
  {
    name: 'text questions and answers',
    text: {
      en: '**Q:** When did it open?\n\n**A:** On a Thursday.',
      ko: '문: 언제 열렸나?\n\n답: 목요일에.',
      ar: 'س: متى افتتح؟\n\nج: يوم خميس.',
    },
    says: {
      en: ['Q:', 'When did it open?', 'A:', 'On a Thursday.'],
      ko: ['언제 열렸나?', '목요일에.'],
      ar: ['متى افتتح؟', 'يوم خميس.'],
    },
    source: {
      en: ['**Q:** When did it open?', '**A:** On a Thursday.'],
      ko: ['문: 언제 열렸나?', '답: 목요일에.'],
      ar: ['س: متى افتتح؟', 'ج: يوم خميس.'],
    },
    finds: { en: 'Thursday', ko: '목요일에', ar: 'خميس' },
  },
  {
    name: 'block pullquote',
    text: {
      en: ':::pullquote\nWe will not weld it twice.\n-- Jane Roe\n:::',
      ko: ':::pullquote\n두 번 용접하지 않겠다.\n-- 제인 로\n:::',
      ar: ':::pullquote\nلن نلحمه مرتين.\n-- جين رو\n:::',
    },
    says: {
      en: ['We will not weld it twice.', 'Jane Roe'],
      ko: ['두 번 용접하지 않겠다.', '제인 로'],
      ar: ['لن نلحمه مرتين.', 'جين رو'],
    },
    finds: { en: 'weld', ko: '용접하지', ar: 'نلحمه' },
  },
  {
    name: 'block factbox',
    text: {
      en: ':::factbox\n- It needs 400 girders.\n:::',
      ko: ':::factbox\n- 거더 400개가 든다.\n:::',
      ar: ':::factbox\n- يحتاج 400 عارضة.\n:::',
    },
    says: {
      en: [blockWords('en').facts, 'It needs 400 girders.'],
      ko: [blockWords('ko').facts, '거더 400개가 든다.'],
      ar: [blockWords('ar').facts, 'يحتاج 400 عارضة.'],
    },
    source: {
      en: [':::factbox', '- It needs 400 girders.'],
      ko: ['- 거더 400개가 든다.'],
      ar: ['- يحتاج 400 عارضة.'],
    },
    finds: { en: 'girders', ko: '거더', ar: 'عارضة' },
  },
  {
    name: 'block methods',
    text: {
      en: ':::methods\nWe weighed the ledgers.\n:::',
      ko: ':::methods\n장부를 살폈다.\n:::',
      ar: ':::methods\nراجعنا الدفاتر.\n:::',
    },
    says: {
      en: [blockWords('en').methods, 'We weighed the ledgers.'],
      ko: [blockWords('ko').methods, '장부를 살폈다.'],
      ar: [blockWords('ar').methods, 'راجعنا الدفاتر.'],
    },
    source: {
      en: [':::methods', 'We weighed the ledgers.'],
      ko: ['장부를 살폈다.'],
      ar: ['راجعنا الدفاتر.'],
    },
    finds: { en: 'ledgers', ko: '장부를', ar: 'الدفاتر' },
  },
  {
    name: 'block details',
    text: {
      en: ':::details[Tides]\nThe spring tide is 9 metres.\n:::',
      ko: ':::details[물때]\n사리는 9미터다.\n:::',
      ar: ':::details[المد]\nيبلغ مد الربيع 9 أمتار.\n:::',
    },
    says: {
      en: ['Tides', 'The spring tide is 9 metres.'],
      ko: ['물때', '사리는 9미터다.'],
      ar: ['المد', 'يبلغ مد الربيع 9 أمتار.'],
    },
    finds: { en: 'metres', ko: '사리는', ar: 'أمتار' },
  },
  {
    name: 'block note',
    text: {
      en: '> [!WARNING]\n> The ramp is slippery.',
      ko: '> [!WARNING]\n> 경사로가 미끄럽다.',
      ar: '> [!WARNING]\n> المنحدر زلق.',
    },
    says: {
      en: [blockWords('en').warning, 'The ramp is slippery.'],
      ko: [blockWords('ko').warning, '경사로가 미끄럽다.'],
      ar: [blockWords('ar').warning, 'المنحدر زلق.'],
    },
    source: {
      en: ['> [!WARNING]\n> The ramp is slippery.'],
      ko: ['> 경사로가 미끄럽다.'],
      ar: ['> المنحدر زلق.'],
    },
    finds: { en: 'slippery', ko: '미끄럽다', ar: 'زلق' },
  },
  {
    name: 'block quote',
    text: {
      en: '> [!quote] A sailor\n> Gulls know first.',
      ko: '> [!quote] 선원\n> 갈매기가 먼저 안다.',
      ar: '> [!quote] بحار\n> النوارس تعرف أولا.',
    },
    says: {
      en: ['A sailor', 'Gulls know first.'],
      ko: ['선원', '갈매기가 먼저 안다.'],
      ar: ['بحار', 'النوارس تعرف أولا.'],
    },
    finds: { en: 'Gulls', ko: '갈매기가', ar: 'النوارس' },
  },
  {
    name: 'text note that folds',
    text: {
      en: '> [!TIP]-\n> Bring a lantern.',
      ko: '> [!TIP]-\n> 등불을 챙겨라.',
      ar: '> [!TIP]-\n> أحضر فانوسا.',
    },
    says: {
      en: [blockWords('en').tip, 'Bring a lantern.'],
      ko: [blockWords('ko').tip, '등불을 챙겨라.'],
      ar: [blockWords('ar').tip, 'أحضر فانوسا.'],
    },
    source: {
      en: ['> [!TIP]-\n> Bring a lantern.'],
      ko: ['> 등불을 챙겨라.'],
      ar: ['> أحضر فانوسا.'],
    },
    finds: { en: 'lantern', ko: '등불을', ar: 'فانوسا' },
  },
];

const page = 'blocks';
const file = (language: Language) =>
  articleFile(
    [
      `title: All blocks ${language}`,
      ...(language === 'en' ? ['date: 2026-06-01'] : []),
      'summary: A summary.',
    ],
    ['First words.', ...rows.map(({ text }) => text[language])].join('\n\n'),
  );

/** Blocks, all in one article. */
export const blocks: readonly Form[] = rows.map(({ name, says, source = says, finds }) => ({
  name,
  holds: [name],
  page,
  files: Object.fromEntries(
    languages.map((language) => [
      `${page}${language === 'en' ? '' : `.${language}`}.md`,
      file(language),
    ]),
  ),
  says,
  finds,
  instead: {
    ...withoutText,
    'the Markdown version': (language) => source[language],
    'structured data': noWords('it describes the article, not its text'),
    'the search': (language) => [finds[language]],
  },
}));
