import { resolve } from 'node:path';
import { alternatives, choosePort } from '../hosting/server/listen.ts';
import { loadPress } from '../press/load-press.ts';
import { callOf } from '../system/cache/call-of.ts';
import { mustBeApart } from './check-folders.ts';
import { CommandError } from './parse-command.ts';
import { endWhenReplaced, runCommand } from './run-command.ts';
import { followScript, servePreview } from './serve-preview.ts';

/** `npm run dev`: serves the content folder and follows its changes, until it is stopped (Ctrl-C). */
await runCommand('dev', async ({ settings, terminal }) => {
  const { basePath, host, portGiven, cacheDir } = settings;
  mustBeApart(settings);
  const port = await choosePort(settings);
  // The first start takes a while for a large folder, and has no progress to show at first.
  const task = `Reading ${settings.contentDir}`;
  terminal.stage(`${task} …`);
  terminal.progress(task);
  const root = process.cwd();
  const load = () => loadPress(resolve(cacheDir), 'openPreview');
  const { openPreview } = await load();
  const preview = await openPreview({
    ...{ root, settings },
    script: (state) => followScript(basePath, state),
    restore: async () => {
      if ((await load()).openPreview === openPreview) return;
      throw new CommandError(
        `The code of Dateline has changed, and the running version was removed from the cache: start \`${callOf('dev')}\` again.`,
      );
    },
  });
  endWhenReplaced();
  const { address } = await servePreview(preview, {
    ...{ basePath, host, port },
    // Another program may have started to use the port.
    alternatives: portGiven ? 0 : alternatives,
  });
  terminal.addFacts({ address });
  terminal.print(`Dateline is at ${address}`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
});
