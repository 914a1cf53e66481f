import { WORDS } from '../../src/language/words-for.ts';
import { type Form, languages, noPage, notAnArticle } from './form.ts';

/** Lines of publication.yaml. */
export const followSettings = [
  'follow:',
  '  newsletter: https://post.example/letter',
  '  mastodon: "@post@social.example"',
  '  others: [{name: Our channel, url: "https://channel.example/post"}]',
].join('\n');

/** How readers can follow the publication. */
export const follow: readonly Form[] = [
  {
    name: 'ways to follow',
    holds: ['page follow'],
    page: '/follow/',
    files: {},
    says: Object.fromEntries(
      languages.map((language) => [
        language,
        [
          ...[WORDS[language].follow.title, WORDS[language].follow.newsletter],
          ...['@post@social.example', 'Our channel', 'RSS', 'OPML'],
        ],
      ]),
    ),
    instead: {
      ...notAnArticle,
      'the share card': noPage('cards are of articles'),
      'structured data': () => ['"CollectionPage"', '/follow/'],
      'the Markdown version': noPage('it is a list of addresses'),
      'the search': noPage('it finds articles, people and running stories'),
    },
  },
];
