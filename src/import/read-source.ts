import type { Draft, Drafts, ImportOptions, Note, SourceFile } from './draft.ts';
import { fitLanguage } from './fit-language.ts';
import { kindOfSource } from './kind-of-source.ts';
import { isAuthorFile } from './people/author-files.ts';
import { readText } from './read-text/read-text.ts';
import { fileNameOf } from './write/file-name.ts';
import { claimKey, ownAddresses } from './write/site-addresses.ts';

/**
 * Reads a source of any kind into drafts in the publication's languages. `folder` is the folder
 * or file from which the settings of a post's site are searched.
 */
export async function readSource(
  file: SourceFile,
  options: ImportOptions,
  folder: string | undefined,
): Promise<Drafts> {
  const read = withDate(await readKind(file, options, folder), options.date);
  const { lang, languages, timeZone } = options;
  const drafts =
    lang !== undefined || languages === undefined
      ? read.drafts
      : read.drafts.map((draft) => fitLanguage(draft, languages));
  return {
    ...read,
    drafts: dropTakenAliases(drafts, { languages: languages ?? [], timeZone }),
  };
}

/** Sets `date` on drafts whose source has none. */
function withDate(read: Drafts, date: string | undefined): Drafts {
  if (date === undefined) return read;
  const note: Note = { field: 'date', message: 'from --date', certainty: 'certain' };
  const drafts = read.drafts.map((draft) =>
    draft.fields.date === undefined && !draft.isPage && !draft.person
      ? { ...draft, fields: { ...draft.fields, date }, notes: [...draft.notes, note] }
      : draft,
  );
  return { ...read, drafts };
}

async function readKind(
  file: SourceFile,
  options: ImportOptions,
  folder: string | undefined,
): Promise<Drafts> {
  const refuse = (reason: string) => ({
    drafts: [],
    refused: [{ source: file.source, reason }],
  });
  if (file.path !== undefined && isAuthorFile(file.source.replaceAll('\\', '/'))) {
    const { readAuthorFile } = await import('./people/read-author-file.ts');
    const authors = readAuthorFile(file);
    if (authors !== undefined) return authors;
  }
  const kind = await kindOfSource(file);
  if (typeof kind !== 'string')
    return refuse(`it is ${kind.name}, which is not supported; ${kind.cure}`);
  switch (kind) {
    case 'text':
      return readText(file, options);
    // Loaded on demand: the readers of pages and feeds take half a second to load.
    case 'html': {
      const { readHtml } = await import('./read-html/read-html.ts');
      return await readHtml(file, options);
    }
    case 'feed': {
      const { readFeed } = await import('./read-feed/read-feed.ts');
      return await readFeed(file, options);
    }
    case 'post': {
      const { loadPostFolder } = await import('./read-post/load-post-folder.ts');
      const { readPost } = await import('./read-post/read-post.ts');
      const site = folder === undefined ? undefined : await loadPostFolder(folder, options);
      return await readPost(file, options, site);
    }
  }
}

/**
 * Drops aliases that are the address of another draft of the same source: an address takes
 * precedence over an alias, in any order.
 */
function dropTakenAliases(
  drafts: readonly Draft[],
  publication: { readonly languages: readonly string[]; readonly timeZone: string },
): readonly Draft[] {
  if (drafts.length < 2) return drafts;
  const owners = new Map<string | undefined, Draft>();
  for (const draft of drafts)
    for (const address of ownAddresses(draft.fields, `${fileNameOf(draft)}.md`, publication)) {
      const key = claimKey(address);
      if (!owners.has(key)) owners.set(key, draft);
    }
  return drafts.map((draft) => {
    const isOthers = (alias: string) => (owners.get(claimKey(alias)) ?? draft) !== draft;
    const lost = draft.fields.aliases?.filter(isOthers) ?? [];
    if (lost.length === 0) return draft;
    const place = { line: draft.line };
    const notes = lost.map((alias): Note => {
      const message = `${alias} dropped: it is the address of another article`;
      return { ...place, field: 'aliases', message, certainty: 'likely' };
    });
    const aliases = draft.fields.aliases?.filter((alias) => !isOthers(alias)) ?? [];
    return {
      ...draft,
      fields: { ...draft.fields, aliases },
      notes: [...draft.notes, ...notes],
    };
  });
}
