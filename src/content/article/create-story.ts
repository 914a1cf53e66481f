import { canonicalLanguage } from '../../language/canonical-language.ts';
import { languageName } from '../../language/language-name.ts';
import {
  createNewsDate,
  isBefore,
  type NewsDate,
  parseWrittenDate,
  startOf,
  toMachineDate,
  type WrittenDate,
} from '../../language/news-date.ts';
import { quote } from '../../system/problems/format-problem.ts';
import { suggestName } from '../../system/problems/nearest-name.ts';
import { missingValue, type Problem, wrongValue } from '../../system/problems/problem.ts';
import type { ListedGroup } from '../settings/group-names.ts';
import type { PublicationSettings } from '../settings/publication-settings.ts';
import { articleAddress, pageAddress, personAddress, runningStoryAddress } from './address.ts';
import type { Article, Named, Page, Story } from './article.ts';
import { checkAuthors } from './check-authors.ts';
import { checkLive } from './check-live.ts';
import { checkClips, checkPictures } from './check-pictures.ts';
import { checkWeight } from './check-weight.ts';
import { type ContentFile, placeOf } from './content-file.ts';
import { kindOfFolder } from './content-file-name.ts';
import type { FrontMatter } from './front-matter.ts';
import { knownLicence } from './licence.ts';
import type { PictureNotes } from './picture-note.ts';
import { fitsInName, plainName, toNameSlug } from './slug.ts';
import { clipsOf, picturesOf } from './story-pictures.ts';
import { typeset } from './typeset.ts';

export interface CreatedStory {
  /** Absent if it has no address. */
  readonly story?: Story;
  /** The story without an address, to check it for further problems. */
  readonly unplaced?: Story;
  readonly problems: readonly Problem[];
}

/**
 * Another cure for a file without a date: `people/lee.md` may be meant as a person, and
 * `bridge.fi.md` is a translation only if `fi` is listed.
 */
function otherCure(path: string): string {
  if (kindOfFolder(path) === 'person') return '; or, for a person, write `name:` for `title:`';
  const [, tag = ''] = /[^/.][^/]*\.([^./]+)\.md$/iu.exec(path) ?? [];
  const language = canonicalLanguage(tag);
  if (language === undefined || languageName(language).toLowerCase() === language.toLowerCase())
    return '';
  return `; or, for a translation, add ${language} to \`languages\` of publication.yaml`;
}

/**
 * Creates a story from a content file, with its problems. `original` is the file it
 * inherits from: the article of which it is a translation, or the file itself. A translation
 * inherits every field that is not text to translate (date, picture, section, topics, source), but
 * not `updated`, since it may not follow a change of the original. `notes` are the files beside
 * pictures. `lacksOriginal`: the original exists but cannot be read, so inherited fields are not
 * reported as missing.
 */
export function createStory(
  content: ContentFile,
  original: ContentFile,
  settings: PublicationSettings,
  notes: Pick<PictureNotes, 'get'> = new Map(),
  { lacksOriginal = false }: { readonly lacksOriginal?: boolean } = {},
): CreatedStory {
  const { languages, timeZone } = settings;
  const own = content.fields;
  const base = original.fields;
  const problems: Problem[] = [...content.warnings];
  const date = toDate(own.date ?? dayOf(content) ?? base.date ?? dayOf(original), timeZone);
  const updated = lastUpdate(content, date, timeZone);
  const pictures = picturesOf(content, original, notes, settings);
  const clips = clipsOf(content, original, notes, settings);
  const fault = (field: string, message: string, cure?: string) => {
    const problem = {
      severity: 'error' as const,
      ...placeOf(content, field),
      field,
      message,
    };
    problems.push(cure === undefined ? problem : { ...problem, cure });
  };
  const { kind } = original.name;
  const isPage = kind === 'page';
  const title = own.name ?? own.title ?? '';
  const slug = own.slug ?? (content === original ? undefined : base.slug) ?? content.name.slug;
  if (slug === '')
    fault(
      'slug',
      wrongValue('a file name with letters or digits', quote(content.path)),
      'rename the file or add `slug:`',
    );
  else if (!slug.split('/').every(fitsInName))
    fault(
      'slug',
      wrongValue('a file name of at most 240 bytes', quote(slug)),
      'rename the file or add `slug:`',
    );
  if (date && updated && isBefore(updated, date, timeZone)) {
    const written = quote(toMachineDate(updated));
    fault('updated', wrongValue(`a date not before ${toMachineDate(date)}`, written));
  }
  if (isPage && !fitsInName(title))
    fault(
      'title',
      wrongValue('a headline of at most 240 bytes, since every footer has it', quote(title)),
    );
  problems.push(
    ...checkAuthors(content),
    ...checkWeight(content),
    ...checkPictures(content, pictures),
    ...checkClips(clips),
    ...checkLive(content, original),
  );
  const section = own.section ?? base.section;
  const named =
    section === undefined
      ? undefined
      : findSection(section, (own.section ? content : original).language, settings);
  if (section !== undefined && !named) {
    const names = settings.sections.map(({ names }) => Object.values(names)[0]).join(', ');
    const expected =
      names === ''
        ? 'a section with letters or digits'
        : `one of publication.yaml's sections (${names})`;
    const near = suggestName(section, settings.sections.flatMap(namesAndAka));
    fault('section', wrongValue(expected, quote(section)), near.cure);
  }
  // Missing inherited fields are reported for the original.
  const lacksDate = kind === 'article' && !date;
  if (lacksDate && content === original && !lacksOriginal && !content.wrong?.includes('date'))
    fault(
      'date',
      missingValue('a date such as 2026-03-04 or 2026-03-04T09:30+09:00'),
      `add \`date: …\`${otherCure(content.path)}`,
    );
  if (own.date && content.name.day !== undefined && own.date.day !== content.name.day)
    problems.push({
      severity: 'warning',
      ...placeOf(content, 'date'),
      field: 'date',
      message: wrongValue(
        `${content.name.day}, the day in the file's name`,
        quote(own.date.day),
      ),
      cure: 'the field is used; correct it, or rename the file',
    });
  const set = (text: string) => typeset(text, content.language);
  const piece = {
    path: content.path,
    file: content.file,
    group: original.name.group,
    language: content.language,
    slug,
    title: kind === 'person' ? title : set(title),
    authors: own.authors ?? base.authors ?? [],
    corrections: (own.corrections ?? []).map((item) => ({
      ...item,
      text: set(item.text),
      date: createNewsDate(item.date, timeZone),
    })),
    // An alias with and without a trailing slash is the same.
    aliases: [
      ...new Map((own.aliases ?? []).map((path) => [path.replace(/\/$/u, ''), path])).values(),
    ],
    keyPoints: (own.keyPoints ?? []).map(set),
    draft: draftOf(content) ?? draftOf(original) ?? false,
    pictures,
    clips,
    body: content.body,
    summary: own.summary === undefined ? undefined : set(own.summary),
    updated,
    imagePlace: content.places['image.file'] ?? content.places['image'],
    translator: own.translator,
    release: startOfWritten(
      content.holds?.release ?? original.holds?.release ?? (isPage ? own.date : undefined),
      timeZone,
    ),
    expires: startOfWritten(content.holds?.expires ?? original.holds?.expires, timeZone),
  };
  // Other errors leave a story, so that problems of its text are found too.
  if (slug === '' || lacksDate)
    return { unplaced: { kind: 'page', ...piece, address: '/' }, problems };
  if (kind !== 'article' || !date)
    return { story: otherStory(piece, content, original, settings), problems };
  const topics = (own.topics ?? base.topics ?? []).flatMap((name, index) => {
    const named = toTopic(name, (own.topics ? content : original).language, settings);
    if (named.slug !== '') return [{ named, place: content.places[`topics.${index}`] }];
    if (own.topics) problems.push(namelessTopic(content, `topics.${index}`, name));
    return [];
  });
  // All names and spellings of a listed topic are one topic.
  const distinct = topics.filter(
    ({ named }, index) => topics.findIndex((other) => isOneTopic(other.named, named)) === index,
  );
  const source = own.source ?? base.source;
  const published = toDate(source?.published, timeZone);
  const licence = own.licence ?? base.licence ?? settings.licence;
  const article: Article = {
    kind: 'article',
    ...piece,
    address: articleAddress(date, slug, content.language, languages),
    date,
    start: startOf(date, timeZone),
    topics: distinct.map(({ named }) => named),
    topicPlaces: distinct.flatMap(({ place }) => (place ? [place] : [])),
    genre: own.kind ?? base.kind,
    closed: toDate(own.closed ?? base.closed, timeZone),
    story: own.story ?? base.story,
    kicker: own.kicker === undefined ? undefined : set(own.kicker),
    dateline: own.dateline === undefined ? undefined : set(own.dateline),
    section: named,
    sectionPlace: own.section === undefined ? undefined : content.places['section'],
    source: source && {
      name: source.name,
      url: source.url,
      archived: source.archived,
      published,
    },
    licence: licence && {
      name: licence.name,
      url: licence.url ?? knownLicence(licence.name)?.url,
    },
    canonical: own.canonical ?? inheritedCanonical(base),
    card: own.card,
    cardPlace: own.card === undefined ? undefined : content.places['card'],
    id: own.id,
  };
  return { story: article, problems };
}

/** A page, a person or a running story. */
function otherStory(
  piece: Omit<Page, 'kind' | 'address'>,
  { fields: own, language }: ContentFile,
  { fields: base, name: { kind } }: ContentFile,
  { languages, timeZone }: PublicationSettings,
): Story {
  const { slug } = piece;
  switch (kind) {
    case 'person':
      return {
        kind,
        ...piece,
        address: personAddress(slug, language, languages),
        role: own.role,
        contact: own.contact ?? base.contact ?? [],
        sameAs: own.sameAs ?? base.sameAs ?? [],
        aka: own.aka ?? [],
      };
    case 'running-story':
      return {
        kind,
        ...piece,
        address: runningStoryAddress(slug, language, languages),
        state: own.state ?? base.state ?? 'open',
        keyDates: (own.keyDates ?? []).map(({ date, text }) => ({
          date: createNewsDate(date, timeZone),
          text: typeset(text, language),
        })),
      };
    default:
      return { kind: 'page', ...piece, address: pageAddress(slug, language, languages) };
  }
}

/** The last change of substance: `updated`, or the newest entry of a live article. */
function lastUpdate(
  content: ContentFile,
  date: NewsDate | undefined,
  timeZone: string,
): NewsDate | undefined {
  const updated = toDate(content.fields.updated, timeZone);
  const written = content.body.entries?.[0]?.time;
  const newest = toDate(
    written === undefined ? undefined : parseWrittenDate(written),
    timeZone,
  );
  if (!newest || (date && !isBefore(date, newest, timeZone))) return updated;
  return updated && !isBefore(updated, newest, timeZone) ? updated : newest;
}

/** A URL as `canonical` belongs to one language. `self` and `original` are inherited. */
function inheritedCanonical(base: FrontMatter): string | undefined {
  return base.canonical === 'self' || base.canonical === 'original'
    ? base.canonical
    : undefined;
}

function toDate(written: WrittenDate | undefined, timeZone: string): NewsDate | undefined {
  return written && createNewsDate(written, timeZone);
}

function startOfWritten(
  written: WrittenDate | undefined,
  timeZone: string,
): number | undefined {
  return written && startOf(createNewsDate(written, timeZone), timeZone);
}

/** Whether a file is a draft. If several fields say so, `true` wins. */
function draftOf({ fields, holds }: ContentFile): boolean | undefined {
  return fields.draft || holds?.draft || (fields.draft ?? holds?.draft);
}

function dayOf(content: ContentFile): WrittenDate | undefined {
  return content.name.day === undefined ? undefined : parseWrittenDate(content.name.day);
}

/** The section with a name in any language; any name if no sections are listed. */
function findSection(
  name: string,
  language: string,
  settings: PublicationSettings,
): Named | undefined {
  const listed = findListed(settings.sections, name, language, settings.languages);
  if (listed || settings.sections.length > 0) return listed;
  const own = toNamed(name);
  return own.slug === '' ? undefined : own;
}

/** The listed topic with a name in any language, else a topic with just that name. */
function toTopic(name: string, language: string, settings: PublicationSettings): Named {
  return findListed(settings.topics, name, language, settings.languages) ?? toNamed(name);
}

/** The entry of a list with a name in a language, else in any language or as another name. */
function findListed(
  list: readonly ListedGroup[],
  name: string,
  language: string,
  languages: readonly string[],
): Named | undefined {
  const slug = toNameSlug(name);
  const isIt = (item: string | undefined) => item !== undefined && toNameSlug(item) === slug;
  const listed =
    list.find(({ names }) => isIt(names[language])) ??
    list.find((group) => namesAndAka(group).some(isIt));
  return listed && { slug: listedSlug(listed.names, languages), names: listed.names };
}

function namesAndAka({ names, aka }: ListedGroup): string[] {
  return [...Object.values(names), ...aka];
}

/** The slug of a listed section or topic, from its name in the default language. */
export function listedSlug(
  names: Readonly<Record<string, string>>,
  languages: readonly string[],
): string {
  const name = languages.map((language) => names[language]).find((item) => item !== undefined);
  return toNameSlug(
    names[languages[0] ?? ''] ?? names[''] ?? name ?? Object.values(names)[0] ?? '',
  );
}

function toNamed(name: string): Named {
  return { slug: toNameSlug(name), names: { '': name } };
}

function isOneTopic(one: Named, other: Named): boolean {
  if (one.names === other.names) return true;
  const [name, otherName] = [one.names[''], other.names['']];
  return (
    name !== undefined && otherName !== undefined && plainName(name) === plainName(otherName)
  );
}

/** Warns about a topic without letters and digits, which has no address and is dropped. */
function namelessTopic(content: ContentFile, field: string, name: string): Problem {
  return {
    severity: 'warning',
    ...placeOf(content, field),
    field: 'topics',
    message: wrongValue('a topic with letters or digits', quote(name)),
    cure: 'it can have no page and is left out; write it in words',
  };
}

/** Whether an article may use a section name: a listed one, or any if none are listed. */
export function hasSection(name: string, settings: PublicationSettings): boolean {
  return findSection(name, '', settings) !== undefined;
}
