import { buildSite } from './build-site.ts';
import { runCommand } from './run-command.ts';

await runCommand('build', async ({ settings, options }) => {
  await buildSite(settings, options['allow-empty'] ? { allowEmpty: true } : {});
});
