import { papers } from '../../content/settings/papers.ts';
import { directionOf } from '../../language/direction.ts';
import { listAddress } from '../edition/list-addresses.ts';
import { siteFile } from '../edition/site-files.ts';
import { type EditionFrame, inLanguage, toHref, type ViewContext } from './view-context.ts';

/** A file with its address. */
export interface ManifestFile {
  readonly address: string;
  readonly text: string;
}

/** The web app manifest of an edition (W3C, "Web Application Manifest"). */
export function createManifest(context: ViewContext, edition: EditionFrame): ManifestFile {
  const { settings } = context;
  const { language } = edition;
  const name = inLanguage(context, settings.name, language);
  const description =
    settings.description && inLanguage(context, settings.description, language);
  const front = toHref(context, edition.path);
  const icon = (address: string, size: number, purpose: 'any' | 'maskable') => ({
    src: toHref(context, address),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  // Dateline's icon has enough space around it to be cropped.
  const paper = (context.themeStyle?.papers ?? papers).light;
  const hasOwn = context.icons?.includes(siteFile.maskableIcon.slice(1));
  const maskable = hasOwn ? siteFile.maskableIcon : siteFile.icon512;
  const manifest = {
    id: front,
    name,
    short_name: name,
    description,
    lang: language,
    dir: directionOf(language),
    start_url: front,
    // The whole site, so that a translation opens in the app.
    scope: context.basePath,
    // `minimal-ui` has a back button, which some devices lack; some support only `standalone`.
    display: 'standalone',
    display_override: ['minimal-ui'],
    // A manifest cannot name colours for a dark theme.
    background_color: paper,
    theme_color: paper,
    categories: ['news'],
    icons: [
      icon(siteFile.icon192, 192, 'any'),
      icon(siteFile.icon512, 512, 'any'),
      icon(maskable, 512, 'maskable'),
    ],
  };
  return { address: listAddress.manifest(edition), text: `${JSON.stringify(manifest)}\n` };
}
