import { dev } from 'astro';
import { choosePort } from './choose-port.ts';
import { mustBeFolder } from './must-be-folder.ts';
import { runCommand } from './run-command.ts';

await runCommand('dev', async ({ settings, terminal }) => {
  mustBeFolder(settings.contentDir);
  const { host } = settings;
  const port = await choosePort(settings);
  // Astro would put a server that no person seems to have started in the background.
  process.env['ASTRO_DEV_BACKGROUND'] ??= '0';
  const server = await dev({
    root: process.cwd(),
    logLevel: 'error',
    server: { host, port },
    vite: { server: { strictPort: true } },
  });
  const name = host.includes(':') ? `[${host}]` : host;
  const address = `http://${name}:${server.address.port}${settings.basePath}`;
  terminal.note({ address });
  terminal.print(`Dateline is at ${address}`);
});
