import { dev } from 'astro';
import { choosePort } from './choose-port.ts';
import { mustBeFolder } from './must-be-folder.ts';
import { refuseArguments, runCommand } from './run-command.ts';

await runCommand(async (settings) => {
  refuseArguments('dev', 'PORT');
  mustBeFolder(settings.contentDir);
  const host = process.env['HOST'] || 'localhost';
  const port = await choosePort(settings, host);
  // Astro would put a server that no person seems to have started in the background.
  process.env['ASTRO_DEV_BACKGROUND'] ??= '0';
  const server = await dev({
    root: process.cwd(),
    logLevel: 'error',
    server: { host, port },
    vite: { server: { strictPort: true } },
  });
  const name = host.includes(':') ? `[${host}]` : host;
  console.log(`Dateline is at http://${name}:${server.address.port}${settings.basePath}`);
});
