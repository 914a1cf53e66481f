import type { Article, Named, Story } from '../../content/article/article.ts';
import { parseContentFileName } from '../../content/article/content-file-name.ts';
import type { NewsDate } from '../../content/article/news-date.ts';
import { releaseOf } from '../../content/article/release-of.ts';
import { toSite } from '../edition/check-references.ts';
import { neighboursOf } from '../edition/neighbours.ts';
import type { Edition, Publication } from '../edition/publication.ts';
import { relatedArticles } from '../edition/related-articles.ts';
import { resolveReference } from '../edition/resolve-reference.ts';
import { hashedOnce } from './hashed-once.ts';
import type { AssetInfo, CardFile, PictureInfo } from './view-context.ts';

/** Why the live preview shows a story that is not published. */
export type StoryStatus = 'draft' | 'scheduled' | 'expired';

/** What pages say of an article that is not their own. */
export interface Brief {
  readonly language: string;
  readonly address: string;
  readonly title: string;
  /** The standfirst, else the lede; may be empty. */
  readonly summary: string;
  readonly date: NewsDate;
  readonly section?: Named;
  readonly picture?: { readonly info: PictureInfo; readonly alt: string };
  /** In the live preview. */
  readonly status?: StoryStatus;
}

/** Where an address leads that a story writes. */
export type StoryTarget =
  | { readonly kind: 'address'; readonly address: string; readonly suffix: string }
  | { readonly kind: 'file'; readonly asset: AssetInfo; readonly suffix: string };

/** A story with where its links and pictures lead: all that its text is made from. */
export interface TextInputs {
  readonly story: Story;
  /** By addresses as written; what leads nowhere is not in it. */
  readonly targets: Readonly<Record<string, StoryTarget>>;
}

/** Where an address leads that a story writes; undefined where nothing is published there. */
export function targetAt(
  targets: TextInputs['targets'],
  written: string,
): StoryTarget | undefined {
  return Object.hasOwn(targets, written) ? targets[written] : undefined;
}

/** A version of a story in a language. */
export interface Version {
  readonly language: string;
  readonly address: string;
  /** Whether the others are translations of it, as far as names of files say. */
  readonly original: boolean;
}

/** All that the page of a story is made from, beside the context. */
export interface StoryInputs extends TextInputs {
  /** In the live preview. */
  readonly status?: StoryStatus;
  /** Its own share card. */
  readonly card?: CardFile;
  /** In all its languages, its own included, in the order of the editions. */
  readonly versions: readonly Version[];
  /** Before and after it in its section; in the whole edition where it has none. */
  readonly previous?: Brief;
  readonly next?: Brief;
  readonly related: readonly Brief[];
}

export interface InputParts {
  readonly publication: Publication;
  /** By paths below the content folder. */
  readonly assets: ReadonlyMap<string, AssetInfo>;
  /** By addresses of pages. */
  readonly cards?: ReadonlyMap<string, CardFile>;
  /** The clock of the live preview, milliseconds since 1970. */
  readonly previewNow?: number;
}

/** Collects the inputs of pages from a publication. Each story and brief is made once. */
export interface InputDesk {
  readonly publication: Publication;
  readonly assets: ReadonlyMap<string, AssetInfo>;
  readonly briefOf: (article: Article) => Brief;
  readonly textOf: (story: Story) => TextInputs;
  readonly storyOf: (story: Story) => StoryInputs;
}

export function createInputDesk(parts: InputParts): InputDesk {
  const { publication, assets, cards, previewNow } = parts;
  const site = toSite(publication);
  const editions = new Map(publication.editions.map((own) => [own.language, own]));
  const targetOf = (story: Story, written: string): StoryTarget | undefined => {
    const target = resolveReference(written, story, site);
    if (target === undefined) return undefined;
    const { suffix } = target;
    if (target.kind !== 'file') {
      const { address } = target.kind === 'story' ? target.story : target;
      return { kind: 'address', address, suffix };
    }
    const asset = assets.get(target.path);
    return asset && { kind: 'file', asset, suffix };
  };
  const statusOf = (story: Story) => storyStatus(story, previewNow);
  const briefOf = once((article: Article): Brief => {
    const { language, address, title, summary, body, date, section, image } = article;
    const target = image?.file === undefined ? undefined : targetOf(article, image.file);
    const asset = target?.kind === 'file' ? target.asset : undefined;
    return hashedOnce({
      ...{ language, address, title, date },
      summary: summary ?? body.lede,
      ...(section ? { section } : {}),
      ...(asset?.kind === 'picture' ? { picture: { info: asset, alt: image?.alt ?? '' } } : {}),
      ...statusOf(article),
    });
  });
  const textOf = once((story: Story): TextInputs => {
    const written = new Set([
      ...(story.image?.file === undefined ? [] : [story.image.file]),
      ...story.body.references.flatMap((item) =>
        item.kind === 'caption' ? [] : [item.address],
      ),
    ]);
    const targets = [...written].flatMap((address) => {
      const target = targetOf(story, address);
      return target ? [[address, target] as const] : [];
    });
    return hashedOnce({ story: hashedOnce(story), targets: Object.fromEntries(targets) });
  });
  const briefs = (edition: Edition | undefined, story: Story) => {
    if (edition === undefined || story.kind === 'page') return { related: [] };
    const { previous, next } = neighboursOf(edition, story);
    return {
      ...(previous ? { previous: briefOf(previous) } : {}),
      ...(next ? { next: briefOf(next) } : {}),
      related: relatedArticles(edition, story, previous).map(briefOf),
    };
  };
  return {
    publication,
    assets,
    briefOf,
    textOf,
    storyOf: (story) => {
      const card = cards?.get(story.address);
      return {
        ...textOf(story),
        ...statusOf(story),
        ...(card ? { card } : {}),
        versions: versionsOf(publication, story),
        ...briefs(editions.get(story.language), story),
      };
    },
  };
}

function versionsOf({ translations, settings }: Publication, { group }: Story): Version[] {
  const members = translations.get(group) ?? [];
  const isOriginal = ({ path }: Story) =>
    parseContentFileName(path, settings.languages).language === undefined;
  const original = members.find(isOriginal) ?? members[0];
  return members.map((story) => ({
    language: story.language,
    address: story.address,
    original: story === original,
  }));
}

function storyStatus(story: Story, now: number | undefined): { status?: StoryStatus } {
  if (now === undefined) return {};
  if (story.draft) return { status: 'draft' };
  if (releaseOf(story) > now) return { status: 'scheduled' };
  const { expires = Number.POSITIVE_INFINITY } = story;
  return expires <= now ? { status: 'expired' } : {};
}

/** Makes the value of each key once. */
function once<Key extends object, Value>(create: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? create(key);
    known.set(key, value);
    return value;
  };
}
