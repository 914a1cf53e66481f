import type { Article, Story } from '../../content/article/article.ts';
import { featuredIn } from '../../content/article/story-pictures.ts';
import type { LinkReference, PictureReference } from '../../content/markdown/reference.ts';
import { decodePercent } from '../../language/decode-percent.ts';
import { quote } from '../../system/problems/format-problem.ts';
import { nearestName } from '../../system/problems/nearest-name.ts';
import { type Place, type Problem, wrongValue } from '../../system/problems/problem.ts';
import { cardFilePath } from './card-picture.ts';
import type { Publication } from './publication.ts';
import { resolveReference, type Site, type Target } from './resolve-reference.ts';

/** A picture or attachment that a story uses, and its position. */
export interface FileUse {
  /** Path below the content folder. */
  readonly path: string;
  readonly story: Story;
  readonly place: Place & { readonly field: string };
}

/** A link or picture, and its field if it is not in the text. */
type Reference = (LinkReference | PictureReference) & { readonly field?: string };

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
        uses.push({ path: target.path, story, place });
      }
    }
  }
  return { problems, uses };
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
  const own: Reference[] = story.body.references.filter((item) => item.kind !== 'caption');
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
  const picture = reference.kind === 'picture';
  const candidates = picture ? [...files].filter((path) => isPicturePath(path)) : paths;
  const name = decodePercent(reference.address).split(/[?#]/u)[0] ?? '';
  const near = nearestName(name, candidates);
  return {
    severity: 'error',
    ...placeOf(story, reference),
    field: reference.field ?? reference.kind,
    message: wrongValue(
      picture
        ? 'a picture in the content folder'
        : 'an address on this site or a file in the content folder',
      quote(reference.address),
    ),
    cure: near === undefined ? 'there is no such file' : `did you mean ${near}?`,
  };
}

/** Pages do not show the share card's picture, so it does not count as used. */
function missingCard(article: Article, files: ReadonlySet<string>): Problem | undefined {
  const path = cardFilePath(article);
  const { card, cardPlace: [line, column] = [1, 1], file } = article;
  if (card === undefined || (path !== undefined && files.has(path) && isPicturePath(path)))
    return undefined;
  const near = nearestName(
    path ?? card,
    [...files].filter((candidate) => isPicturePath(candidate)),
  );
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
    return {
      severity: 'error',
      ...at,
      message: wrongValue(
        'a picture (.jpg, .png, .webp, .avif, .gif, .svg)',
        quote(reference.address),
      ),
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
