import type { Article } from '../../content/article/article.ts';
import { genreLabel } from '../../content/article/genre.ts';
import { localText } from '../../content/settings/local-text.ts';
import { languageName } from '../../language/language-name.ts';
import { type OwnWords, wordsFor } from '../../language/words-for.ts';
import { markdownAddress } from '../../publication/edition/feed-addresses.ts';
import { listAddress } from '../../publication/edition/list-addresses.ts';
import type { Edition } from '../../publication/edition/publication.ts';
import { noticeAddress } from '../../publication/edition/site-files.ts';
import { feedUrls } from './create-feed.ts';
import { type FeedContext, hasSiteUrl } from './feed-context.ts';
import { feedLength } from './feed-files.ts';

/**
 * llms.txt (llmstxt.org): what the site is and where its newest articles are, for language models.
 * It does not say what they may do with an article: its licence does.
 */
export function formatLlms(context: FeedContext): string {
  const { settings, editions } = context.publication;
  const language = editions[0]?.language ?? 'en';
  const local = (text: Readonly<Record<string, string>>) =>
    plain(localText(text, language, settings.languages));
  const about = settings.description ?? settings.tagline;
  const markdown = settings.extras.includes('markdown');
  return [
    `# ${local(settings.name)}`,
    '',
    ...(about ? [`> ${local(about)}`, ''] : []),
    markdown
      ? 'Each article is also there as Markdown: its address with `.md` instead of the last slash.'
      : 'Each address is a page of HTML.',
    '',
    ...editions.flatMap((edition) => articlesOf(context, edition)),
    ...listsOf(context),
    '',
  ].join('\n');
}

function articlesOf(context: FeedContext, edition: Edition): string[] {
  const { extras, words } = context.publication.settings;
  const newest = edition.articles.slice(0, feedLength);
  if (newest.length === 0) return [];
  const lines = newest.map((article) => {
    const address = extras.includes('markdown')
      ? markdownAddress(article.address)
      : article.address;
    return `- [${plain(article.title)}](${context.toUrl(address)}): ${aboutArticle(article, words)}`;
  });
  return [`## ${plain(languageName(edition.language))}`, '', ...lines, ''];
}

function aboutArticle(article: Article, words: OwnWords | undefined): string {
  const { date, language, summary, body } = article;
  const text = plain(summary ?? body.lede);
  const label = genreLabel(article, wordsFor(language, words).words);
  return [date.day, label, text].filter((part) => part !== undefined && part !== '').join('. ');
}

function listsOf(context: FeedContext): string[] {
  const { publication, toUrl } = context;
  const lines = publication.editions.flatMap((edition) => [
    `- [${plain(languageName(edition.language))}: all articles](${toUrl(listAddress.all(edition))})`,
    ...(hasSiteUrl(context)
      ? [
          `- [${plain(languageName(edition.language))}: feed, full text](${feedUrls(context, edition.path).json})`,
        ]
      : []),
  ]);
  return [
    '## Optional',
    '',
    ...lines,
    ...(hasSiteUrl(context) ? [`- [Sitemap](${toUrl(noticeAddress.sitemapIndex)})`] : []),
  ];
}

/** A text as one line of Markdown without markup. */
function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>#|]/gu, '\\$&');
}
