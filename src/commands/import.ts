import { ImportError, runImport } from '../import/run-import.ts';
import { createImportRequest } from './create-import-request.ts';
import { CommandError } from './parse-command.ts';
import { runCommand } from './run-command.ts';

await runCommand(
  'import',
  async ({ settings, ...given }) => {
    const request = await createImportRequest(given, settings);
    const outcome = await runImport(request).catch((error: Error) => {
      throw error instanceof ImportError ? new CommandError(`import: ${error.message}`) : error;
    });
    if (outcome === 'stopped') process.exitCode = 130;
    else if (outcome === 'failed') process.exitCode = 1;
  },
  { ownJson: true },
);
