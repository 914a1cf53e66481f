import { papers } from '../../content/settings/papers.ts';
import { directionOf } from '../../language/direction.ts';
import { listAddress } from '../edition/list-addresses.ts';
import { type EditionFrame, inLanguage, toHref, type ViewContext } from './view-context.ts';

/** A file and the address at which it stands. */
export interface ManifestFile {
  readonly address: string;
  readonly text: string;
}

/** W3C, "Web Application Manifest": what a device needs to know to install an edition. */
export function createManifest(context: ViewContext, edition: EditionFrame): ManifestFile {
  const { settings } = context;
  const { language } = edition;
  const name = inLanguage(context, settings.name, language);
  const description =
    settings.description && inLanguage(context, settings.description, language);
  const front = toHref(context, edition.path);
  const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
    src: `${context.basePath}${name}`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  // Ours may be cut as it is.
  const maskable = context.icons ? 'icon-maskable.png' : 'icon-512.png';
  const manifest = {
    id: front,
    name,
    short_name: name,
    ...(description ? { description } : {}),
    lang: language,
    dir: directionOf(language),
    start_url: front,
    // Of all editions: a translation does not leave the app.
    scope: context.basePath,
    // A way back, where the device has none of its own; some know only "standalone".
    display: 'standalone',
    display_override: ['minimal-ui'],
    // A manifest knows no second theme.
    background_color: papers.light,
    theme_color: papers.light,
    categories: ['news'],
    icons: [
      icon('icon-192.png', 192, 'any'),
      icon('icon-512.png', 512, 'any'),
      icon(maskable, 512, 'maskable'),
    ],
  };
  return { address: listAddress.manifest(edition), text: `${JSON.stringify(manifest)}\n` };
}
