import { WORDS } from '../../src/language/words-for.ts';
import { articleFile, type Form, type Language, languages } from './form.ts';

const headlines = { en: 'The bridge is closed', ko: '다리 통제', ar: 'إغلاق الجسر' };
const older = { en: 'First trees fall', ko: '나무 쓰러짐', ar: 'سقوط الأشجار' };

function text(language: Language): string {
  return [
    'Pinned words.',
    `## 2026-06-01T09:10Z **${headlines[language]}**`,
    'Gusts of 120 km/h.',
    `## 2026-06-01T08:00Z ${older[language]}`,
    'On Harbour Street.',
  ].join('\n\n');
}

/** A live article that goes on, and one that has ended. */
export const live: readonly Form[] = [false, true].map((isClosed) => {
  const slug = isClosed ? 'live-closed' : 'live-open';
  const label = (language: Language) => [
    isClosed ? WORDS[language].live.closed : WORDS[language].kinds.live,
  ];
  return {
    name: slug,
    holds: ['kind live', ...(isClosed ? ['field closed' as const] : [])],
    page: slug,
    files: {
      [`${slug}.md`]: articleFile(
        [
          ...[`title: Storm ${slug}`, 'date: 2026-06-01T07:00Z', 'kind: live'],
          ...(isClosed ? ['closed: 2026-06-01T11:00Z'] : []),
        ],
        text('en'),
      ),
      ...Object.fromEntries(
        (['ko', 'ar'] as const).map((language) => [
          `${slug}.${language}.md`,
          articleFile([`title: Storm ${slug}`], text(language)),
        ]),
      ),
    },
    says: Object.fromEntries(
      languages.map((language) => [
        language,
        [...label(language), headlines[language], older[language], '09:10', 'Pinned words.'],
      ]),
    ),
    instead: {
      'the list of all articles': (language) => [...label(language), 'Pinned words.'],
      'the news sitemap': () => [],
      'structured data': (language) => [
        ...label(language),
        '"@type":"LiveBlogPosting"',
        '"dateModified":"2026-06-01T09:10+00:00"',
        '"@type":"BlogPosting"',
        headlines[language],
        '#t-20260601-0910',
        ...(isClosed ? ['"coverageEndTime":"2026-06-01T11:00+00:00"'] : []),
      ],
      'the share card': label,
      'the Markdown version': (language) => ['kind: live', headlines[language]],
      'llms.txt': label,
      'the search': label,
    },
  } satisfies Form;
});
