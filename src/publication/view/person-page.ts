import type { Person } from '../../content/article/article.ts';
import { featuredIn } from '../../content/article/story-pictures.ts';
import { truncateSentences } from '../../language/truncate.ts';
import { type LinkList, translationLinks } from './article-links.ts';
import type { ArticlePage } from './article-page.ts';
import type { LanguageLink, Link } from './link.ts';
import { entriesOf, type ListInputs, type ListPage, pagerOf } from './list-page.ts';
import { markdownForms } from './page-forms.ts';
import { type CreditsView, creditsOf } from './picture-credits.ts';
import { asFirst, type PictureView, pictureAt } from './picture-view.ts';
import { fillsOf, openingStyles } from './reference-html.ts';
import { createShell, type Shell } from './shell.ts';
import { maxSummary, statusText } from './story-entry.ts';
import type { StoryInputs } from './story-inputs.ts';
import { editionOf, toHref, type ViewContext, wordsOf } from './view-context.ts';

/** Somebody who writes: portrait, biography and articles. */
export interface PersonPage extends Pick<ListPage, 'entries' | 'links' | 'pager'> {
  readonly shell: Shell;
  readonly name: string;
  readonly role?: string;
  readonly standfirst?: string;
  readonly picture?: PictureView;
  /** Only in the dev preview: why the page is not published. */
  readonly status?: string;
  /** How to reach the person, and pages elsewhere. */
  readonly contact?: LinkList;
  readonly elsewhere?: LinkList;
  readonly translations?: LinkList<LanguageLink>;
  readonly body: ArticlePage['body'];
  readonly credits: CreditsView;
  /** Heading of the articles. */
  readonly articles: string;
}

/** What the page of a person is made from. */
export interface PersonInputs extends StoryInputs {
  readonly story: Person;
  /** The newest page of the list of articles. */
  readonly list: ListInputs;
}

export function createPersonPage(context: ViewContext, inputs: PersonInputs): PersonPage {
  const { story: person, list } = inputs;
  const { language, summary, role } = person;
  const words = wordsOf(context, language);
  const description = truncateSentences(summary ?? person.body.lede, maxSummary, language);
  const edition = editionOf(context, person);
  const picture = portraitOf(context, inputs);
  return {
    shell: createShell(context, {
      edition: edition.language === language ? edition : { ...edition, language },
      address: person.address,
      title: person.title,
      subject: { kind: 'story', inputs },
      description: description === '' ? undefined : description,
      fed: list.fed ? { address: person.address, title: person.title } : undefined,
      forms: markdownForms(context, person),
      picture,
    }),
    name: person.title,
    role,
    standfirst: summary,
    picture,
    status: statusText(inputs, words),
    contact: linkList(
      words.people.contact,
      person.contact.map((address) => contactLink(context, address)),
    ),
    elsewhere: linkList(
      words.people.elsewhere,
      (list.author?.sameAs ?? person.sameAs).map((href) => ({ text: addressText(href), href })),
    ),
    translations: translationLinks(context, inputs, words),
    body: {
      key: person.body.key,
      fills: fillsOf(context, inputs),
      opening: openingStyles(context, person),
    },
    credits: creditsOf(person, words, picture !== undefined),
    articles: words.people.articles,
    entries: entriesOf(context, list),
    links: list.links,
    pager: pagerOf(context, list),
  };
}

function portraitOf(context: ViewContext, { story, targets }: StoryInputs) {
  const { address, alt = '' } = featuredIn(story) ?? {};
  const picture =
    address === undefined
      ? undefined
      : pictureAt(context, targets, address, { alt, place: 'portrait' });
  return picture && asFirst(picture);
}

function linkList(title: string, links: readonly Link[]): LinkList | undefined {
  return links.length === 0 ? undefined : { title, links };
}

/** An e-mail address, an address of this site or of another one. */
function contactLink(context: ViewContext, address: string): Link {
  if (/^https?:/iu.test(address)) return { text: addressText(address), href: address };
  if (address.startsWith('/')) return { text: address, href: toHref(context, address) };
  const email = address.replace(/^mailto:/iu, '');
  return { text: email, href: `mailto:${encodeURI(email)}` };
}

/** `https://www.example.org/jane/` -> `example.org/jane` */
function addressText(url: string): string {
  const text = url.replace(/^https?:\/\/(?:www\.)?/iu, '').replace(/\/$/u, '');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
