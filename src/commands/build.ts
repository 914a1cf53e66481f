import { buildSite } from './build-site.ts';
import { CommandError, runCommand } from './run-command.ts';

await runCommand(async (settings) => {
  const [argument] = process.argv.slice(2);
  if (argument !== undefined)
    throw new CommandError(
      `build: takes no arguments, got ${JSON.stringify(argument)}; settings come from the environment, such as OUT_DIR`,
    );
  await buildSite(settings);
});
