import type { Article, Story } from '../../content/article/article.ts';
import { parseContentFileName } from '../../content/article/content-file-name.ts';
import { releaseOf } from '../../content/article/release-of.ts';
import { featuredIn } from '../../content/article/story-pictures.ts';
import type { Reference } from '../../content/markdown/reference.ts';
import { localText } from '../../content/settings/local-text.ts';
import { editionPath } from '../../content/settings/publication-settings.ts';
import { toSite } from '../edition/check-references.ts';
import { type BesideFile, createFindBeside } from '../edition/clip-files.ts';
import { listAddress } from '../edition/list-addresses.ts';
import { neighboursOf } from '../edition/neighbours.ts';
import { authorOf } from '../edition/people.ts';
import { positionIn } from '../edition/position-in.ts';
import type { Edition, Publication, RunningStoryGroup } from '../edition/publication.ts';
import { relatedArticles } from '../edition/related-articles.ts';
import { resolveReference } from '../edition/resolve-reference.ts';
import { inReadingOrder, runningStoryOf } from '../edition/running-stories.ts';
import { hashedOnce } from './hashed-once.ts';
import type {
  AuthorInput,
  Brief,
  ClipBeside,
  ClipWords,
  EntryInputs,
  SeriesInput,
  SeriesPart,
  StoryInputs,
  StoryStatus,
  StoryTarget,
  StoryVersion,
  TextInputs,
} from './story-inputs.ts';
import type { AssetInfo, CardFile } from './view-context.ts';

export interface InputSources {
  readonly publication: Publication;
  /** By path below the content folder. */
  readonly assets: ReadonlyMap<string, AssetInfo>;
  /** By address of the page. */
  readonly cards?: ReadonlyMap<string, CardFile>;
  /** The clock of the dev preview, in milliseconds since 1970. */
  readonly previewNow?: number;
}

/** Collects the inputs of pages from a publication. Creates each brief and each text once. */
export interface InputCollector {
  readonly publication: Publication;
  readonly assets: ReadonlyMap<string, AssetInfo>;
  readonly briefOf: (article: Article) => Brief;
  readonly textOf: (story: Story) => TextInputs;
  readonly entryOf: (article: Article) => EntryInputs;
  readonly storyOf: (story: Story) => StoryInputs;
  /** The author of a page, by the name of the author's own group. */
  readonly authorOf: (name: string, urls: readonly string[], language: string) => AuthorInput;
}

export function createInputCollector(sources: InputSources): InputCollector {
  const { publication, assets, cards, previewNow } = sources;
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
  const { languages } = publication.settings;
  const findBeside = createFindBeside(publication.files, languages);
  const wordsAt = ({ path, language = languages[0] ?? 'en' }: BesideFile): ClipWords[] => {
    const asset = assets.get(path);
    return asset?.kind === 'captions' || asset?.kind === 'transcript'
      ? [{ name: asset.name, words: asset.words, language }]
      : [];
  };
  const besideOf = (story: Story): Record<string, ClipBeside> =>
    Object.fromEntries(
      story.clips.flatMap(({ address, file }) => {
        if (address === undefined || file === undefined) return [];
        const { poster = '', captions, transcripts } = findBeside(file);
        const picture = assets.get(poster);
        const beside = {
          ...(picture?.kind === 'picture' ? { poster: picture } : {}),
          captions: captions.flatMap(wordsAt),
          transcripts: transcripts.flatMap(wordsAt),
        };
        return [[address, beside] as const];
      }),
    );
  const knownAuthors = new Map<string, AuthorInput>();
  const authorsOf = ({ authors, language }: Pick<Story, 'authors' | 'language'>) =>
    authors.map(({ name, url }) => {
      const key = JSON.stringify([name, url, language]);
      const author = knownAuthors.get(key) ?? createAuthor(name, url, language);
      knownAuthors.set(key, author);
      return author;
    });
  const createAuthor = (written: string, url: string | undefined, language: string) => {
    const { people, settings, addresses } = publication;
    const author = authorOf(people, written, language);
    const own = url === undefined ? [] : [url];
    if (author === undefined) return { name: written, sameAs: own };
    const path = editionPath(language, settings.languages);
    const address = listAddress.author({ path }, author.slug);
    const [file] = author.files;
    const portrait = file && featuredIn(file)?.address;
    const target = file && portrait !== undefined ? targetOf(file, portrait) : undefined;
    return {
      name: author.name,
      address: addresses.has(address) ? address : undefined,
      sameAs: [...new Set([...own, ...(file?.sameAs ?? [])])],
      role: file?.language === language ? file.role : undefined,
      image: target?.kind === 'file' ? target.asset.name : undefined,
    };
  };
  const briefOf = once((article: Article): Brief => {
    const { language, address, title, summary, body, date, updated } = article;
    const { section, genre, closed, kicker } = article;
    const featured = featuredIn(article);
    const target =
      featured?.address === undefined ? undefined : targetOf(article, featured.address);
    const asset = target?.kind === 'file' ? target.asset : undefined;
    return hashedOnce({
      ...{ language, address, title, date, section, genre, kicker },
      closed: closed && true,
      updated: updated?.day === date.day ? undefined : updated,
      authors: authorsOf(article).map(({ name }) => name),
      summary: summary ?? body.lede,
      picture:
        asset?.kind === 'picture' ? { info: asset, alt: featured?.alt ?? '' } : undefined,
      status: storyStatus(article, previewNow),
    });
  });
  const textOf = once((story: Story): TextInputs => {
    const featured = featuredIn(story)?.address;
    const written = new Set([
      ...(featured === undefined ? [] : [featured]),
      ...story.body.references.flatMap(addressesIn),
    ]);
    const targets = [...written].flatMap((address) => {
      const target = targetOf(story, address);
      return target ? [[address, target] as const] : [];
    });
    return hashedOnce({
      story: hashedOnce(story),
      authors: authorsOf(story),
      targets: Object.fromEntries(targets),
      ...(story.clips.length === 0 ? {} : { beside: besideOf(story) }),
    });
  });
  const entryOf = once((article: Article): EntryInputs => {
    const edition = editions.get(article.language);
    const { name, address, part } = (edition && seriesOf(edition, article, publication)) ?? {};
    if (name === undefined || address === undefined) return textOf(article);
    return hashedOnce({ ...textOf(article), series: { name, address, part } });
  });
  const sectionCardOf = (story: Story) => {
    const edition = editions.get(story.language);
    if (!edition || story.kind !== 'article' || story.section === undefined) return undefined;
    const { section, language } = story;
    const card = cards?.get(listAddress.section(edition, section.slug));
    return card && { ...card, section: localText(section.names, language, languages) };
  };
  return {
    publication,
    assets,
    briefOf,
    textOf,
    entryOf,
    authorOf: (name, urls, language) => {
      const author = createAuthor(name, undefined, language);
      return { ...author, sameAs: [...new Set([...urls, ...author.sameAs])] };
    },
    storyOf: (story) => ({
      ...textOf(story),
      status: storyStatus(story, previewNow),
      card: cards?.get(story.address),
      sectionCard: sectionCardOf(story),
      versions: versionsOf(publication, story),
      ...briefsAround(editions.get(story.language), story, publication, briefOf),
    }),
  };
}

/** The addresses of a reference whose targets the page needs. */
function addressesIn(item: Reference): string[] {
  if (!('address' in item)) return [];
  if (item.kind !== 'clip') return [item.address];
  const { address, poster, sources = [], tracks = [] } = item;
  const others = poster === undefined ? sources : [...sources, poster];
  return [address, ...others, ...tracks.map((track) => track.address)];
}

function briefsAround(
  edition: Edition | undefined,
  story: Story,
  publication: Publication,
  briefOf: (article: Article) => Brief,
): Pick<StoryInputs, 'series' | 'previous' | 'next' | 'related' | 'partCorrections'> {
  if (story.kind === 'running-story') {
    const named = edition && groupOf(edition, story.slug);
    const group = named?.file === story ? named : undefined;
    const ordered = inReadingOrder(group?.articles ?? []);
    const corrected = ordered.filter(({ corrections }) => corrections.length > 0).toReversed();
    return {
      related: ordered.map(briefOf),
      partCorrections: corrected.map((part) => ({
        part: toPart(part),
        corrections: part.corrections,
      })),
    };
  }
  if (edition === undefined || story.kind !== 'article') return { related: [] };
  const series = seriesOf(edition, story, publication);
  // The parts of a story are its neighbours.
  const { previous, next } = series?.part === undefined ? neighboursOf(edition, story) : {};
  return {
    series,
    previous: previous && briefOf(previous),
    next: next && briefOf(next),
    related: relatedArticles(edition, story, previous).map(briefOf),
  };
}

const groupsOf = new WeakMap<Edition, ReadonlyMap<string, RunningStoryGroup>>();

/** A running story of an edition by its slug, from a table that is created once. */
function groupOf(edition: Edition, slug: string): RunningStoryGroup | undefined {
  const groups =
    groupsOf.get(edition) ??
    new Map(edition.runningStories.map((group) => [group.slug, group]));
  groupsOf.set(edition, groups);
  return groups.get(slug);
}

/** The parts of each running story, in reading order. */
const parts = new WeakMap<RunningStoryGroup, Article[]>();

function seriesOf(
  edition: Edition,
  article: Article,
  { runningStories, settings }: Publication,
): SeriesInput | undefined {
  const { story, language } = article;
  const named =
    story === undefined ? undefined : runningStoryOf(runningStories, story, language);
  const group = named && groupOf(edition, named.slug);
  if (group === undefined) return undefined;
  const ordered = parts.get(group) ?? inReadingOrder(group.articles);
  parts.set(group, ordered);
  const isOnly = ordered.length < 2;
  if (isOnly && group.file === undefined) return undefined;
  const index = positionIn(ordered, article);
  const previous = ordered[index - 1];
  const next = ordered[index + 1];
  return {
    name: localText(group.names, language, settings.languages),
    address: listAddress.story(edition, group.slug),
    part: isOnly ? undefined : index + 1,
    previous: previous && toPart(previous),
    next: next && toPart(next),
  };
}

function toPart({ title, address, language, genre }: Article): SeriesPart {
  return { title, address, language, genre };
}

function versionsOf({ translations, settings }: Publication, { group }: Story): StoryVersion[] {
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

function storyStatus(story: Story, now: number | undefined): StoryStatus | undefined {
  if (now === undefined) return undefined;
  if (story.draft) return 'draft';
  if (releaseOf(story) > now) return 'scheduled';
  const { expires = Number.POSITIVE_INFINITY } = story;
  return expires <= now ? 'expired' : undefined;
}

/** Creates the value of each key once. */
function once<Key extends object, Value>(create: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? create(key);
    known.set(key, value);
    return value;
  };
}
