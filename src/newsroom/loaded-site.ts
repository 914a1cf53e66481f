import type { Settings } from '../content/settings/settings.ts';
import type { Publication } from '../publication/edition/publication.ts';
import type { Severity } from '../system/problems/problem.ts';
import type { ThemeFiles } from '../theme/bundle-theme.ts';
import type { Theme } from '../theme/theme.ts';
import type { Gathered } from './gather-content.ts';
import type { Asset, ShownPicture } from './prepare-assets.ts';
import type { Icons } from './prepare-logos.ts';

/** Everything that pages are made from. */
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
  readonly theme?: Theme;
  /** What pages get of the theme besides its templates. */
  readonly themeFiles?: ThemeFiles;
  /** The SHA-256 of each content file as it was read, by its path. */
  readonly sources: ReadonlyMap<string, string>;
  /** The time of this build, in milliseconds since 1970. */
  readonly now: number;
  readonly preview?: PreviewStatus;
}

export function toLoadedSite(
  { published, assets, logos, theme, themeFiles, contentFiles }: Gathered,
  settings: Settings,
  preview?: PreviewStatus,
): LoadedSite {
  return {
    publication: published,
    assets,
    settings,
    ...logos,
    theme,
    themeFiles,
    sources: new Map(contentFiles.map(({ content, bytes }) => [content.path, bytes])),
    now: settings.now,
    preview,
  };
}

/** What only the dev preview shows. */
export interface PreviewStatus {
  /** A name for what is shown, which changes with it. */
  readonly state: string;
  /** The time of the preview, in milliseconds since 1970. Later stories are marked. */
  readonly now: number;
  readonly problems: readonly {
    readonly severity: Severity;
    /** As problems name it: `content/bridge.md`. */
    readonly file: string;
    /** Whether the file has a page, is `publication.yaml`, or is another file, such as a picture's note. */
    readonly subject: 'page' | 'publication' | 'file';
    /** The formatted problem. */
    readonly text: string;
  }[];
  /** Files that are shown in their last valid version; as problems name them. */
  readonly standIns: readonly string[];
}
