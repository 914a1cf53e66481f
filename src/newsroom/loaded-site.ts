import type { Settings } from '../content/settings/settings.ts';
import type { PreparedPicture } from '../outputs/pictures/prepared-picture.ts';
import type { Publication } from '../publication/edition/publication.ts';
import type { Severity } from '../system/problems/problem.ts';
import type { Gathered } from './gather-content.ts';
import type { Icons } from './prepare-logos.ts';

/** All that pages are made from. */
export interface LoadedSite {
  readonly publication: Publication;
  /** By paths below the content folder. */
  readonly assets: ReadonlyMap<string, Asset>;
  readonly settings: Settings;
  readonly logo?: ShownPicture;
  /** The same for the dark theme. */
  readonly darkLogo?: ShownPicture;
  /** The publication's own icon. */
  readonly icons?: Icons;
  /** SHA-256 of the file of each copy as it was read, by its path. */
  readonly sources: ReadonlyMap<string, string>;
  /** The clock of this build, milliseconds since 1970. */
  readonly now: number;
  readonly preview?: Preview;
}

export function toLoadedSite(
  { published, assets, logos, copies }: Gathered,
  settings: Settings,
  preview?: Preview,
): LoadedSite {
  return {
    publication: published,
    assets,
    settings,
    ...logos,
    sources: new Map(copies.map(({ copy, bytes }) => [copy.path, bytes])),
    now: settings.now,
    ...(preview ? { preview } : {}),
  };
}

/** What only the live preview shows. */
export interface Preview {
  /** A hash that differs where what is shown differs. */
  readonly state: string;
  /** Its clock: what is not published yet is marked. */
  readonly now: number;
  readonly problems: readonly {
    readonly severity: Severity;
    /** As problems name it: `content/bridge.md`. */
    readonly file: string;
    /** Whether the file is that of a page, `publication.yaml`, or another one: a picture's note. */
    readonly subject: 'page' | 'publication' | 'file';
    /** The whole problem, with its place. */
    readonly text: string;
  }[];
  /** Files, named in the same way, whose last good copy is shown in place of them. */
  readonly standIns: readonly string[];
}

/** A picture ready to be shown: its files below `/assets/`. */
export interface ShownPicture extends PreparedPicture {
  readonly kind: 'picture';
}

/** A document that is published beside the articles that link to it. */
export interface Attachment {
  readonly kind: 'attachment';
  readonly name: string;
}

export type Asset = ShownPicture | Attachment;

/** Names of all files of an asset below `/assets/`: a picture has several. */
export function filesOf(asset: Asset): string[] {
  const sources = asset.kind === 'picture' ? asset.sources : [];
  return [asset.name, ...sources.flatMap(({ files }) => files.map(({ name }) => name))];
}
