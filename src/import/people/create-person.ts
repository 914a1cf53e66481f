import { fitsInName, toSlug } from '../../content/article/slug.ts';
import type { Draft, Note } from '../draft.ts';
import { createPictureCollector } from '../pictures/picture-collector.ts';
import { convertText } from '../read-feed/convert-text.ts';
import { htmlToMarkdown, looksLikeHtml } from '../read-feed/html-to-markdown.ts';
import { convertBody } from '../read-post/convert-body.ts';
import { createEmptyFolder } from '../read-post/read-post.ts';
import { toPlainLine } from '../read-post/to-plain-line.ts';
import { wholeAddress } from '../web-address.ts';
import type { Profile } from './read-profile.ts';
import { slugOfName } from './slug-of-name.ts';

interface PersonContext {
  readonly source: string;
  /** Identifies the person within the source. */
  readonly key: string;
  /** The last part of the address of the old page about the person, if it has one. */
  readonly slug?: string | undefined;
  readonly lang?: string | undefined;
  readonly line?: number | undefined;
  /** The line at which the biography begins, if it has lines of its own. */
  readonly bodyLine?: number | undefined;
  /** Base of relative addresses. */
  readonly base?: string | undefined;
  /** Whether the biography is plain text or HTML rather than Markdown. */
  readonly isPlain?: boolean;
  readonly notes: readonly Note[];
}

/**
 * Creates the file of a person: undefined for a name that cannot be part of an address, and for
 * somebody about whom the source says no more than bylines do.
 */
export function createPerson(profile: Profile, context: PersonContext): Draft | undefined {
  const { source, key, lang, line } = context;
  const name = toPlainLine(profile.name);
  if (!hasSlug(name)) return undefined;
  const notes: Note[] = [...context.notes];
  const note: Say = (field, message, certainty = 'certain', at = line) =>
    notes.push({ line: at, field, message, certainty });
  if (name !== profile.name) note('name', `"${profile.name}" becomes plain text`, 'likely');
  const body = profile.biography === undefined ? '' : toBody(profile.biography, context, note);
  const [role, summary] = [profile.role, profile.summary].map(
    (text) => text && toPlainLine(text),
  );
  const isKnown = body !== '' || role || summary || profile.sites.length > 1;
  if (!isKnown) return undefined;
  const own = context.slug === undefined ? '' : toSlug(context.slug);
  return {
    ...{ source, line, identity: `person ${key}` },
    fields: { title: name, lang },
    person: { name, role, summary, sameAs: [...profile.sites] },
    ...{
      body,
      pictures: [],
      notes,
      name: own === '' || !fitsInName(own) ? slugOfName(name) : own,
    },
  };
}

/** Whether a name can be part of an address. */
export function hasSlug(name: string): boolean {
  const slug = slugOfName(toPlainLine(name));
  return /[\p{L}\p{N}]/u.test(slug) && fitsInName(slug);
}

type Say = (
  field: string,
  message: string,
  certainty?: Note['certainty'],
  line?: number,
) => void;

function toBody(
  text: string,
  { source, lang, base, bodyLine, isPlain }: PersonContext,
  note: Say,
): string {
  const html = {
    resolve: (address: string) => wholeAddress(address, base),
    collector: createPictureCollector(false),
    note,
  };
  if (isPlain && !looksLikeHtml(text)) return convertText({ form: 'text', value: text }, html);
  const isMarkdown = /\*\*|\]\(|^\s*[-*#>] /mu.test(text);
  if (looksLikeHtml(text) && !isMarkdown) return htmlToMarkdown(text, html);
  const converted = convertBody(text.replace(/\r\n?/gu, '\n'), {
    ...{ path: 'author.md', folder: createEmptyFolder({ source, bytes: new Uint8Array() }) },
    ...{ title: '', source, lang: lang ?? 'en' },
    addPicture: () => undefined,
    fragmentIdIn: () => undefined,
    valueOf: () => undefined,
    note: (offset, field, message, certainty) => {
      const below = text.slice(0, offset).split('\n').length - 1;
      note(field, message, certainty, bodyLine && bodyLine + below);
    },
  });
  if (converted.reason === undefined) return `${converted.text.trim()}\n`;
  note('dropped', `the biography: ${converted.reason}: "${text.slice(0, 500)}"`, 'doubtful');
  return '';
}
