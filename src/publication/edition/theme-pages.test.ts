import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatProblem } from '../../system/problems/format-problem.ts';
import { placeThemePages } from './theme-pages.ts';

const place = (...names: string[]) => {
  const files = names.map((name) => ({ name, file: `theme/pages/${name}.astro` }));
  const options = { languages: ['en', 'ko', 'zh-Hans'], editions: ['en', 'zh-Hans'] };
  const { pages, problems } = placeThemePages(files, options);
  return {
    pages: pages.map(({ language, address, group }) => [language, address, group].join(' ')),
    problems: problems.map(formatProblem),
  };
};

test('a page has the address of its file, in the edition that its folder names', () => {
  assert.deepEqual(
    place('masthead', 'zh-Hans/masthead', 'help/index', '편집국', 'ko', 'en/jobs'),
    {
      pages: [
        'en /masthead/ masthead',
        'zh-Hans /zh-hans/masthead/ masthead',
        'en /help/ help',
        'en /편집국/ 편집국',
        'en /ko/ ko',
        'en /jobs/ jobs',
      ],
      problems: [],
    },
  );
});

test('names that cannot be addresses are problems', () => {
  assert.deepEqual(place('[slug]', 'Our People', '404', 'ko/masthead', 'a/B').problems, [
    'theme/pages/[slug].astro:1:1  page: expected a name that can be part of an address, got "[slug]"; a file of a theme is one page',
    'theme/pages/Our People.astro:1:1  page: expected a name that can be part of an address, got "Our People"; rename it, such as our-people',
    'theme/pages/404.astro:1:1  page: expected a page with an address of its own, got the page of missing addresses; replace the component NotFoundView',
    'theme/pages/ko/masthead.astro:1:1  warning: page: not published, since no article is in "ko"',
    'theme/pages/a/B.astro:1:1  page: expected a name that can be part of an address, got "B"; rename it, such as b',
  ]);
});
