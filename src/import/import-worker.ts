import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { SourceFile } from './draft.ts';
import { explainFailure } from './explain-failure.ts';
import type { SourceItem } from './list-sources.ts';
import { limitNotes } from './notes.ts';
import { readSource } from './read-source.ts';
import type { SourceJob, SourceReport } from './read-sources.ts';
import { checkDraft } from './write/check-draft.ts';

/**
 * A child process that reads sources one after the other. It sends a report for each article,
 * with the result of its check, and a last one for each source. It writes and fetches nothing.
 */

/** Articles sent before the parent must confirm that it has room. */
const articlesAhead = 16;

/** A larger file is not an article; exports of large sites come close. */
const maxBytes = 512 * 1024 * 1024;

let goOn: (() => void) | undefined;
let last: Promise<unknown> = Promise.resolve();

process.on('message', (message: SourceJob | 'go') => {
  if (message === 'go') goOn?.();
  else last = last.then(() => work(message));
});
// The parent decides when an interrupted import ends.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());

function send(report: SourceReport): void {
  process.send?.(report);
}

async function work({ item, fetched, options, site: own }: SourceJob): Promise<void> {
  const { source } = item;
  try {
    const file = fetched ?? (await loadFile(item));
    const site = item.isAddress ? undefined : resolve(item.root);
    const progress = () => send({ kind: 'progress' });
    const { drafts, refused } = await readSource(file, { ...options, progress }, site);
    let sent = 0;
    for (const draft of drafts) {
      const check = checkDraft(draft, own);
      const isFull = ++sent % articlesAhead === 0;
      const room = isFull && new Promise<void>((resolve) => (goOn = resolve));
      const bounded = { ...draft, notes: limitNotes(draft.notes) };
      send({ kind: 'article', draft: bounded, check, isFull });
      if (room) await room;
    }
    for (const refusal of refused) send({ kind: 'refused', refusal });
  } catch (error) {
    // A reader that throws refuses its source only; the run goes on.
    send({ kind: 'refused', refusal: { source, reason: explainFailure(error) } });
  }
  send({ kind: 'done' });
}

async function loadFile({ source }: SourceItem): Promise<SourceFile> {
  const path = resolve(source);
  const { size } = await stat(path);
  if (size > maxBytes) throw new Error(`it is larger than ${maxBytes} bytes; split it`);
  return { source, path, bytes: await readFile(path) };
}
