import { parseContentFileName } from '../../content/article/content-file-name.ts';
import { hasSection } from '../../content/article/create-story.ts';
import { toNameSlug } from '../../content/article/slug.ts';
import type { PublicationSettings } from '../../content/settings/publication-settings.ts';
import { parseOrigin } from '../../content/settings/settings.ts';
import { createNewsDate, parseWrittenDate, startOf } from '../../language/news-date.ts';
import type { Draft, DraftFields, Note } from '../draft.ts';
import { claimKey, isSiteAddress, ownAddresses } from './site-addresses.ts';

/** The site that is imported into. */
export interface TargetSite {
  readonly publication: PublicationSettings;
  /** An origin such as `https://news.example`. */
  readonly url?: string | undefined;
  /** Begins and ends with a slash. */
  readonly basePath?: string | undefined;
  /** Milliseconds since 1970. Later dates are scheduled. */
  readonly now?: number | undefined;
}

/**
 * Adapts a draft to this site and to its file name: drops a source that is this site, turns an
 * unlisted section into a topic, gives it another slug if another file has its address, and drops aliases that are not paths, are the file's own
 * address, or belong to the site or to another file. `isTaken` tells whether another file has an
 * address, by key.
 */
export function prepareDraft(
  draft: Draft,
  file: string,
  site: TargetSite,
  isTaken: (key: string) => boolean,
): Draft {
  const notes: Note[] = [];
  const place = { line: draft.line };
  const note = (field: string, message: string, certainty: Note['certainty'] = 'likely') =>
    notes.push({ ...place, field, message, certainty });
  noteFuture(draft.fields, site, note);
  const own = withoutOwnSource(draft.fields, site, note);
  const placed = draft.person ? own : withFreeSlug(own, file, site, isTaken, note);
  const fields = withAliases(withSection(placed, site, note), file, site, isTaken, note);
  return fields === draft.fields && notes.length === 0
    ? draft
    : { ...draft, fields, notes: [...draft.notes, ...notes] };
}

type Say = (field: string, message: string, certainty?: Note['certainty']) => void;

/** A scheduled article is not published yet, which the editor should know. */
function noteFuture(
  { date, draft }: DraftFields,
  { publication, now }: TargetSite,
  note: Say,
): void {
  const written = parseWrittenDate(date ?? '');
  if (written === undefined || now === undefined || draft === true) return;
  const { timeZone } = publication;
  if (startOf(createNewsDate(written, timeZone), timeZone) > now)
    note('date', `${date} is in the future; the article is scheduled`, 'doubtful');
}

function withSection(fields: DraftFields, { publication }: TargetSite, note: Say): DraftFields {
  const { section, ...others } = fields;
  if (section === undefined || hasSection(section, publication)) return fields;
  if (toNameSlug(section) === '') {
    note('dropped', `section: "${section}": it has no letters or digits`);
    return others;
  }
  note('topics', `the section "${section}" becomes a topic: publication.yaml does not list it`);
  const topics = others.topics ?? [];
  const isThere = topics.some((topic) => toNameSlug(topic) === toNameSlug(section));
  return { ...others, topics: isThere ? topics : [...topics, section] };
}

/** An article of this site has no other source; the source's path becomes an alias. */
function withoutOwnSource(fields: DraftFields, site: TargetSite, note: Say): DraftFields {
  const path = pathOnSite(fields.source?.url, site);
  const canonical = pathOnSite(fields.canonical, site);
  if (path === undefined && canonical === undefined) return fields;
  const { source, canonical: _, ...others } = fields;
  const rest = {
    ...others,
    ...(path === undefined && source !== undefined ? { source } : {}),
    ...(canonical === undefined && fields.canonical !== undefined
      ? { canonical: fields.canonical }
      : {}),
  };
  if (path !== undefined)
    note('source', `${fields.source?.url} dropped: it is on this site`, 'certain');
  if (canonical !== undefined)
    note('canonical', `${fields.canonical} dropped: it is on this site`, 'certain');
  const old = [path, canonical].filter((item) => item !== undefined && !item.includes('?'));
  const aliases = [...(fields.aliases ?? []), ...(old as string[])];
  return aliases.length === 0 ? rest : { ...rest, aliases };
}

/** `https://news.example/base/a/` -> `/a/`, for the site at `https://news.example/base/`. */
function pathOnSite(address: string | undefined, site: TargetSite): string | undefined {
  const { url = site.publication.url, basePath = '/' } = site;
  if (address === undefined || url === undefined || !URL.canParse(address)) return undefined;
  const there = new URL(address);
  const isOwn = parseOrigin(there.origin) === url || hostOf(there.origin) === hostOf(url);
  if (!isOwn || !there.pathname.startsWith(basePath)) return undefined;
  return `/${there.pathname.slice(basePath.length)}${there.search}`;
}

/** Without the scheme: `http` and `https` are the same site. */
function hostOf(origin: string): string {
  return origin.replace(/^https?:/u, '');
}

/** Two posts may have one date and one slug, in other folders or languages of the old site. */
function withFreeSlug(
  fields: DraftFields,
  file: string,
  { publication }: TargetSite,
  isTaken: (key: string) => boolean,
  note: Say,
): DraftFields {
  const addressOf = (own: DraftFields) => ownAddresses(own, file, publication)[0] ?? '';
  const isFree = (own: DraftFields) => {
    const key = claimKey(addressOf(own));
    return key === undefined || !isTaken(key);
  };
  if (isFree(fields)) return fields;
  const slug = fields.slug ?? parseContentFileName(file, publication.languages).slug;
  for (let count = 2; ; count += 1) {
    const other = { ...fields, slug: `${slug}-${count}` };
    if (!isFree(other)) continue;
    note(
      'slug',
      `"${slug}" becomes "${other.slug}": another article has the address ${addressOf(fields)}`,
      'doubtful',
    );
    return other;
  }
}

function withAliases(
  fields: DraftFields,
  file: string,
  { publication }: TargetSite,
  isTaken: (key: string) => boolean,
  note: Say,
): DraftFields {
  if (fields.aliases === undefined) return fields;
  const seen = new Set(ownAddresses(fields, file, publication).map(claimKey));
  const aliases = fields.aliases.filter((alias) => {
    const key = claimKey(alias);
    const why =
      key === undefined
        ? 'it is not a path'
        : isSiteAddress(key, publication.languages)
          ? 'the site uses it itself'
          : isTaken(key)
            ? 'another article has it'
            : undefined;
    // The file's own address and repeated aliases are dropped silently.
    if (seen.has(key)) return false;
    seen.add(key);
    if (why !== undefined) note('aliases', `${alias} dropped: ${why}`);
    else
      note('aliases', `${alias} becomes an alias, so that old links keep working`, 'certain');
    return why === undefined;
  });
  if (aliases.length === fields.aliases.length) return fields;
  const { aliases: _, ...others } = fields;
  return aliases.length === 0 ? others : { ...others, aliases };
}
