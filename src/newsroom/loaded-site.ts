import type { Settings } from '../content/settings/settings.ts';
import type { Publication } from '../publication/edition/publication.ts';
import type { Severity } from '../system/problems/problem.ts';
import type { Gathered } from './gather-content.ts';
import type { Asset, ShownPicture } from './prepare-assets.ts';
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
  /** SHA-256 of the file of each content as it was read, by its path. */
  readonly sources: ReadonlyMap<string, string>;
  /** The clock of this build, milliseconds since 1970. */
  readonly now: number;
  readonly preview?: PreviewStatus;
}

export function toLoadedSite(
  { published, assets, logos, contentFiles }: Gathered,
  settings: Settings,
  preview?: PreviewStatus,
): LoadedSite {
  return {
    publication: published,
    assets,
    settings,
    ...logos,
    sources: new Map(contentFiles.map(({ content, bytes }) => [content.path, bytes])),
    now: settings.now,
    ...(preview ? { preview } : {}),
  };
}

/** What only the live preview shows. */
export interface PreviewStatus {
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
  /** Files, named in the same way, whose last good content is shown in place of them. */
  readonly standIns: readonly string[];
}
