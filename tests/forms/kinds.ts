import { genreNames } from '../../src/content/article/genre.ts';
import { WORDS } from '../../src/language/words-for.ts';
import { articleFile, type Form, type Language, languages, noPage } from './form.ts';

const notNews = 'somebody paid for it';

/** Each kind of work, with a kicker in each language; the translations inherit the kind. */
export const kinds: readonly Form[] = genreNames
  // It has a file of its own.
  .filter((genre) => genre !== 'live')
  .map((genre) => {
    const slug = `kind-${genre}`;
    const kicker = { en: 'The quota', ko: '어획량', ar: 'الحصة' };
    const label = (language: Language) =>
      genre === 'news' ? [] : [WORDS[language].kinds[genre]];
    return {
      name: genre,
      holds: [`kind ${genre}`, 'field kind', 'field kicker'],
      page: slug,
      files: {
        [`${slug}.md`]: articleFile(
          [
            `title: Work ${genre}`,
            'date: 2026-06-01',
            `kind: ${genre}`,
            `kicker: ${kicker.en}`,
          ],
          'The [board](https://other.example/) met.',
        ),
        ...Object.fromEntries(
          (['ko', 'ar'] as const).map((language) => [
            `${slug}.${language}.md`,
            articleFile([`title: Work ${genre}`, `kicker: ${kicker[language]}`], 'Text.'),
          ]),
        ),
      },
      says: Object.fromEntries(
        languages.map((language) => [language, [...label(language), kicker[language]]]),
      ),
      instead: {
        // It has only headlines.
        'the news sitemap': genre === 'sponsored' ? noPage(notNews) : () => [],
        'structured data': (language) => [
          ...(genre === 'news' ? [] : [`"genre":"${WORDS[language].kinds[genre]}"`]),
        ],
        'the Markdown version': () => [`kind: ${genre}`],
        'llms.txt': label,
        'the search': label,
        ...(genre === 'sponsored'
          ? { RSS: noPage(notNews), Atom: noPage(notNews), 'JSON Feed': noPage(notNews) }
          : {}),
      },
    } satisfies Form;
  });
