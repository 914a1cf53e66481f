import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';
import { parseSettings } from './src/publication/settings.ts';

const { settings } = parseSettings(process.env, 0);

/** Where Astro builds to: the build command's staging folder, which it swaps in when it is done. */
const outDir = process.env['DATELINE_STAGING'] ?? settings.outDir;

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  outDir,
  cacheDir: `${settings.cacheDir}/astro`,
  base: settings.basePath,
  trailingSlash: 'always',
  build: { format: 'directory', assets: 'assets' },
  compressHTML: true,
  devToolbar: { enabled: false },
  server: { port: settings.port },
  experimental: { incrementalBuild: true },
});
