import type { Article, Story } from '../../content/article/article.ts';
import { fileBeside } from '../../content/article/file-path.ts';
import { featuredIn } from '../../content/article/story-pictures.ts';
import type {
  ClipReference,
  LinkReference,
  PictureReference,
} from '../../content/markdown/reference.ts';
import { decodePercent } from '../../language/decode-percent.ts';
import { quote } from '../../system/problems/format-problem.ts';
import { hasNearest, nearestName } from '../../system/problems/nearest-name.ts';
import { type Place, type Problem, wrongValue } from '../../system/problems/problem.ts';
import { cardFilePath } from './card-picture.ts';
import { createFindBeside, type FindBeside, isClipPath } from './clip-files.ts';
import type { Publication } from './publication.ts';
import { resolveReference, type Site, type Target } from './resolve-reference.ts';

/** A picture or attachment that a story uses, and its position. */
export interface FileUse {
  /** Path below the content folder. */
  readonly path: string;
  readonly story: Story;
  readonly place: Place & { readonly field: string };
  /** The path of the clip that has this picture as its poster. */
  readonly posterOf?: string;
}

/** The field of the use of a transcript. */
export const transcriptField = 'clip.transcript';

const posterField = 'clip.poster';
const trackField = 'clip.track';

/** A link, picture or clip, and its field if it is not in the text or part of a clip. */
type Reference = (LinkReference | PictureReference | ClipReference) & {
  readonly field?: string;
  readonly posterOf?: string;
};

export interface ReferenceCheck {
  readonly problems: readonly Problem[];
  readonly uses: readonly FileUse[];
}

export interface CheckOptions {
  /** Stories that exist but are not published: links to them become plain text. */
  readonly unpublished: readonly Story[];
  /** Stories with errors. Their references are checked too. */
  readonly faulty?: readonly Story[];
  /** Paths of files that are not published because of errors. */
  readonly leftOut: ReadonlySet<string>;
}

/** Resolves every reference of every published story. Broken links are problems. */
export function checkReferences(
  publication: Publication,
  options: CheckOptions,
): ReferenceCheck {
  const site = toSite(publication);
  const findBeside = createFindBeside(publication.files, publication.settings.languages);
  const { unpublished, faulty = [] } = options;
  const hidden = [...unpublished, ...faulty];
  const held: Site = {
    byPath: new Map(hidden.map((story) => [story.path, story])),
    byAddress: new Map(hidden.map((story) => [story.address, story])),
    addresses: new Set<string>(),
    files: options.leftOut,
  };
  const problems: Problem[] = [];
  const uses: FileUse[] = [];
  const paths = [...publication.byPath.keys()];
  for (const story of [...publication.byPath.values(), ...faulty]) {
    const ofCard = story.kind === 'article' && missingCard(story, publication.files);
    if (ofCard) problems.push(ofCard);
    for (const reference of referencesOf(story)) {
      const target = resolveReference(reference.address, story, site);
      const problem =
        target === undefined
          ? (unpublishedProblem(reference, story, held) ??
            broken(reference, story, paths, publication.files))
          : wrongTarget(reference, story, target);
      if (problem) problems.push(problem);
      else if (target?.kind === 'file') {
        const place = {
          ...placeOf(story, reference),
          field: reference.field ?? reference.kind,
        };
        const of = reference.posterOf && fileBeside(story.path, reference.posterOf);
        uses.push({ path: target.path, story, place, ...(of ? { posterOf: of } : {}) });
        if (reference.kind === 'clip')
          uses.push(...usesBeside(target.path, reference, findBeside, { story, place }));
      }
    }
  }
  return { problems, uses };
}

/** The files beside a clip that its player needs. */
function usesBeside(
  clip: string,
  { poster, tracks }: ClipReference,
  findBeside: FindBeside,
  { story, place }: Pick<FileUse, 'story' | 'place'>,
): FileUse[] {
  const beside = findBeside(clip);
  const use = (path: string, field: string) => ({ path, story, place: { ...place, field } });
  const own = poster === undefined ? beside.poster : undefined;
  return [
    ...(own === undefined ? [] : [{ ...use(own, posterField), posterOf: clip }]),
    ...(tracks ? [] : beside.captions.map(({ path }) => use(path, trackField))),
    ...beside.transcripts.map(({ path }) => use(path, transcriptField)),
  ];
}

const sites = new WeakMap<Publication, Site>();

/** The lookup tables for resolving references. */
export function toSite(publication: Publication): Site {
  const site = sites.get(publication) ?? createSite(publication);
  sites.set(publication, site);
  return site;
}

function createSite({ byPath, addresses, files }: Publication): Site {
  const byAddress = new Map<string, Story>();
  for (const story of byPath.values())
    for (const alias of story.aliases)
      byAddress.set(alias.endsWith('/') ? alias : `${alias}/`, story);
  for (const story of byPath.values()) byAddress.set(story.address, story);
  return { byPath, byAddress, addresses, files };
}

/** All references of a story that its page shows: those of the text and the featured image. */
function referencesOf(story: Story): Reference[] {
  const own: Reference[] = story.body.references.flatMap((item): Reference[] => {
    if (!('address' in item)) return [];
    return item.kind === 'clip' ? [item, ...partsOf(item)] : [item];
  });
  const address = featuredIn(story)?.address;
  if (address !== undefined) {
    const [line, column] = story.imagePlace ?? [1, 1];
    own.push({
      ...{ kind: 'picture', address, alt: '', line, column },
      field: 'image.file',
    });
  }
  return own.filter(({ address }) => !/^(?:https?:)?\/\//iu.test(address));
}

/** What a clip in HTML names besides its file. */
function partsOf(clip: ClipReference): Reference[] {
  const { address, line, column, poster, sources = [], tracks = [] } = clip;
  const at = { line, column };
  return [
    ...sources.map((own) => ({ ...clip, address: own, sources: [], tracks: [] })),
    ...(poster === undefined
      ? []
      : [
          {
            ...{ kind: 'picture' as const, address: poster, alt: '', ...at },
            ...{ field: posterField, posterOf: address },
          },
        ]),
    ...tracks.map((own) => ({
      ...{ kind: 'link' as const, address: own.address, ...at, field: trackField },
    })),
  ];
}

function unpublishedProblem(
  reference: Reference,
  story: Story,
  held: Site,
): Problem | undefined {
  const target = resolveReference(reference.address, story, held);
  if (!target) return undefined;
  return {
    severity: 'warning',
    ...placeOf(story, reference),
    field: 'link',
    message: wrongValue('the address of something published', quote(reference.address)),
    cure: 'it is printed as plain text',
  };
}

function broken(
  reference: Reference,
  story: Story,
  paths: readonly string[],
  files: ReadonlySet<string>,
): Problem {
  const { kind } = reference;
  const name = decodePercent(reference.address).split(/[?#]/u)[0] ?? '';
  const near =
    kind === 'link' ? nearestName(name, paths) : nearestFile(name, story.path, files, kind);
  return {
    severity: 'error',
    ...placeOf(story, reference),
    field: reference.field ?? reference.kind,
    message: wrongValue(
      {
        picture: 'a picture in the content folder',
        clip: 'film or sound in the content folder',
        link: 'an address on this site or a file in the content folder',
      }[kind],
      quote(reference.address),
    ),
    cure: near === undefined ? 'there is no such file' : `did you mean ${near}?`,
  };
}

/** The picture or clip that was probably meant, as the text at `path` must write it. */
function nearestFile(
  name: string,
  path: string,
  files: ReadonlySet<string>,
  kind: 'picture' | 'clip',
): string | undefined {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const toWritten = (file: string) =>
    file.startsWith(folder) ? file.slice(folder.length) : `/${file}`;
  const { all, byName } = candidatesIn(files, kind);
  const elsewhere = byName.get(nameOf(name));
  if (elsewhere !== undefined) return toWritten(elsewhere);
  return hasNearest(all) ? nearestName(name, all.map(toWritten)) : undefined;
}

interface Candidates {
  readonly all: readonly string[];
  /** The first file of each name. */
  readonly byName: ReadonlyMap<string, string>;
}

const candidates = new WeakMap<ReadonlySet<string>, Map<'picture' | 'clip', Candidates>>();

/** The pictures or clips among files: thousands of wrong references must not list them each time. */
function candidatesIn(files: ReadonlySet<string>, kind: 'picture' | 'clip'): Candidates {
  const known = candidates.get(files) ?? new Map<'picture' | 'clip', Candidates>();
  candidates.set(files, known);
  const made = known.get(kind);
  if (made) return made;
  const all = [...files].filter((file) =>
    kind === 'picture' ? isPicturePath(file) : isClipPath(file),
  );
  const byName = new Map(all.toReversed().map((file) => [nameOf(file), file]));
  known.set(kind, { all, byName });
  return { all, byName };
}

function nameOf(path: string): string {
  return path.replace(/.*\//su, '');
}

/** Pages do not show the share card's picture, so it does not count as used. */
function missingCard(article: Article, files: ReadonlySet<string>): Problem | undefined {
  const path = cardFilePath(article);
  const { card, cardPlace: [line, column] = [1, 1], file } = article;
  if (card === undefined || (path !== undefined && files.has(path) && isPicturePath(path)))
    return undefined;
  const near = nearestFile(card, article.path, files, 'picture');
  return {
    severity: 'error',
    ...{ file, line, column, field: 'card' },
    message: wrongValue(
      'a picture (.jpg, .png, .webp, .avif, .gif) in the content folder',
      quote(card),
    ),
    cure: near === undefined ? 'there is no such file' : `did you mean ${near}?`,
  };
}

function wrongTarget(reference: Reference, story: Story, target: Target): Problem | undefined {
  const at = { ...placeOf(story, reference), field: reference.field ?? reference.kind };
  if (reference.kind === 'picture') {
    if (target.kind === 'file' && isPicturePath(target.path)) return undefined;
    if (target.kind === 'file' && isClipPath(target.path))
      return {
        severity: 'error',
        ...at,
        message: wrongValue('a picture in a link', quote(reference.address)),
        cure: 'a clip cannot be within a link: write the link below it',
      };
    return {
      severity: 'error',
      ...at,
      message: wrongValue(
        'a picture (.jpg, .png, .webp, .avif, .gif, .svg)',
        quote(reference.address),
      ),
    };
  }
  if (reference.kind === 'clip') {
    if (target.kind === 'file' && isClipPath(target.path, reference.medium)) return undefined;
    const endings = reference.medium === 'video' ? videoEndings : audioEndings;
    return {
      severity: 'error',
      ...at,
      message: wrongValue(endings, quote(reference.address)),
      cure: 'convert it, such as with `ffmpeg -i IN OUT`',
    };
  }
  if (reference.field === trackField && !/\.vtt$/iu.test(reference.address)) {
    return {
      severity: 'error',
      ...at,
      message: wrongValue('captions in a .vtt file', quote(reference.address)),
      cure: 'convert it, such as with `ffmpeg -i IN.srt OUT.vtt`',
    };
  }
  if (target.kind === 'file' && !isAttachment(target.path)) {
    return {
      severity: 'error',
      ...at,
      message: wrongValue(
        'a document or picture, nothing that can run in a browser',
        quote(reference.address),
      ),
      cure: 'link to a .pdf, .csv, .txt or .zip instead',
    };
  }
  const fragment =
    decodePercent(/#(.+)$/su.exec(target.suffix)?.[1] ?? '').split(':~:')[0] ?? '';
  if (target.kind !== 'story' || fragment === '') return undefined;
  const { outline, ids: others } = target.story.body;
  const ids = [...outline.map(({ id }) => id), ...others];
  if (ids.includes(fragment)) return undefined;
  // Without the ids of footnotes and pictures.
  const near = nearestName(
    fragment,
    ids.filter((id) => !id.startsWith('ui-')),
  );
  return {
    severity: 'error',
    ...at,
    message: wrongValue(`a heading of ${target.story.file}`, quote(`#${fragment}`)),
    cure: near === undefined ? undefined : `did you mean #${near}?`,
  };
}

const videoEndings = 'film that browsers play (.mp4, .webm)';
const audioEndings = 'sound that browsers play (.mp3, .m4a, .ogg, .opus, .wav)';

function placeOf(story: Story, { line, column }: Reference) {
  return { file: story.file, line, column };
}

export function isPicturePath(path: string): boolean {
  return /\.(?:jpe?g|png|webp|avif|gif|svg)$/iu.test(path);
}

/** File types that browsers do not run as a page of this site. */
export function isAttachment(path: string): boolean {
  return (
    isPicturePath(path) ||
    /\.(?:pdf|csv|tsv|txt|json|geojson|ics|zip|gz|epub|docx?|xlsx?|pptx?|od[stp]|rtf|mp3|m4a|ogg|opus|wav|mp4|webm|vtt|srt)$/iu.test(
      path,
    )
  );
}
