import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';
import { publicationFolder } from './src/cache/publication-folder.ts';
import { parseSettings } from './src/publication/settings.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const { settings } = parseSettings(process.env, 0);

/** Where Astro builds to: the build command's staging folder, which it swaps in when it is done. */
const outDir = process.env['DATELINE_STAGING'] ?? settings.outDir;

export default defineConfig({
  root,
  outDir,
  cacheDir: resolve(root, settings.cacheDir, publicationFolder(root, settings), 'astro'),
  base: settings.basePath,
  trailingSlash: 'always',
  build: { format: 'directory', assets: 'assets' },
  compressHTML: true,
  devToolbar: { enabled: false },
  server: { port: settings.port },
  experimental: { incrementalBuild: true },
});
