// @ts-nocheck Eleventy publishes no types.

// The site an informed user of Eleventy would make: everything that reads all articles is computed
// once in a collection, not once a page, and the text is not run through a template language.
import { readFileSync } from 'node:fs';
import { createLists } from './create-lists.ts';

const languages = ['en', 'ko'];

export default function configure(config) {
  config.setQuietMode(true);
  config.addGlobalData('css', readFileSync('style.css', 'utf8'));
  config.addGlobalData('site', {
    name: 'Benchmark Post',
    url: 'https://news.example',
    sections: ['world', 'business', 'science', 'culture', 'sport', 'opinion'],
  });

  const dates = new Map(
    languages.map((lang) => [
      lang,
      new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }),
    ]),
  );
  config.addFilter('lang', languageOf);
  config.addFilter('home', (lang) => (lang === 'en' ? '/' : `/${lang}/`));
  config.addFilter('longDate', (date, lang) => dates.get(lang).format(date));
  config.addFilter('isoDate', (date) => date.toISOString());
  config.addFilter('rssDate', (date) => date.toUTCString());
  config.addFilter('json', (value) => JSON.stringify(value).replaceAll('<', '\\u003c'));

  // By input path: the articles before and after an article, and its other language.
  const relatives = new Map();
  config.addFilter('relatives', (page) => relatives.get(page.inputPath));

  let editions;
  let lists;
  config.on('eleventy.before', () => {
    editions = undefined;
    lists = undefined;
  });
  const loadEditions = (api) => {
    editions ??= languages.map((lang) => ({ lang, articles: sortArticles(api, lang) }));
    for (const [path, near] of relate(editions)) relatives.set(path, near);
    return editions;
  };
  const loadLists = (api) => {
    lists ??= loadEditions(api).flatMap(createLists);
    return lists;
  };
  config.addCollection('articles', (api) =>
    loadEditions(api).flatMap(({ articles }) => articles),
  );
  config.addCollection('lists', loadLists);
  config.addCollection('feeds', (api) => loadLists(api).filter(({ newest }) => newest));

  return {
    dir: { input: '.', includes: '_includes', output: 'out' },
    markdownTemplateEngine: false,
    templateFormats: ['md', 'njk'],
  };
}

/** `en` or `ko`, from the name of the file. */
function languageOf({ inputPath }) {
  return inputPath.endsWith('.ko.md') ? 'ko' : 'en';
}

function sortArticles(api, lang) {
  return api
    .getFilteredByGlob('content/**/*.md')
    .filter((article) => languageOf(article) === lang)
    .sort((a, b) => b.date - a.date || (a.inputPath < b.inputPath ? -1 : 1));
}

function relate(editions) {
  const byPath = new Map(
    editions.flatMap(({ articles }) => articles.map((one) => [one.inputPath, one])),
  );
  return editions.flatMap(({ lang, articles }) =>
    articles.map(({ inputPath }, place) => {
      const other =
        lang === 'en'
          ? inputPath.replace(/\.md$/u, '.ko.md')
          : inputPath.replace(/\.ko\.md$/u, '.md');
      const near = {
        newer: articles[place - 1],
        older: articles[place + 1],
        translation: byPath.get(other),
      };
      return [inputPath, near];
    }),
  );
}
