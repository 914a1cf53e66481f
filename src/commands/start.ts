import { buildSite } from './build-site.ts';
import { preview } from './preview.ts';
import { runCommand } from './run-command.ts';

await runCommand(async (settings) => {
  await buildSite(settings);
  await preview(process.env);
});
