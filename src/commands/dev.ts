import { resolve } from 'node:path';
import { dev } from 'astro';
import { openLiveDesk } from '../newsroom/live-desk.ts';
import { pressAdapter } from '../press/code-bundle.ts';
import { createPreview } from '../press/create-preview.ts';
import { choosePort } from './choose-port.ts';
import { livePreview } from './live-preview.ts';
import { mustBeFolder, mustKeepCacheApart } from './must-be-folder.ts';
import { endWhenReplaced } from './replaced-packages.ts';
import { runCommand } from './run-command.ts';

/** `npm run dev`: serves the content folder as it is written, until it is stopped (Ctrl-C). */
await runCommand('dev', async ({ settings, terminal }) => {
  const { contentDir, basePath, cacheDir, host } = settings;
  mustBeFolder(contentDir);
  mustKeepCacheApart(cacheDir, contentDir);
  const port = await choosePort(settings);
  const root = process.cwd();
  const preview = createPreview({
    root,
    contentDir: resolve(contentDir),
    cacheDir: resolve(cacheDir),
  });
  const { integration, showChange } = livePreview(basePath, preview);
  await openLiveDesk({ root, show: preview.show, onChange: showChange });
  // Astro would put a server that no person seems to have started in the background.
  process.env['ASTRO_DEV_BACKGROUND'] ??= '0';
  endWhenReplaced(root);
  const server = await dev({
    root,
    logLevel: 'error',
    server: { host, port },
    // In Astro's own server, `always` refuses files made by a route, such as /feed.xml.
    trailingSlash: 'ignore',
    base: basePath,
    output: 'server',
    adapter: pressAdapter(root),
    integrations: [integration],
    vite: { server: { strictPort: true }, cacheDir: resolve(cacheDir, 'vite') },
  });
  const name = host.includes(':') ? `[${host}]` : host;
  const address = `http://${name}:${server.address.port}${basePath}`;
  terminal.note({ address });
  terminal.print(`Dateline is at ${address}`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
});
