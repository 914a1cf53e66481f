import { buildSite } from './build-site.ts';
import { refuseArguments, runCommand } from './run-command.ts';

await runCommand(async (settings) => {
  refuseArguments('build', 'OUT_DIR');
  await buildSite(settings);
});
