import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parseSettings } from '../src/content/settings/settings.ts';
import type { Reading } from '../src/newsroom/content-store.ts';
import { type Gathered, gatherContent } from '../src/newsroom/gather-content.ts';
import { createLiveDesk } from '../src/newsroom/live-desk.ts';
import { defaultPublication } from '../src/newsroom/read-publication.ts';
import { type Touched, watchFolder } from '../src/newsroom/watch-folder.ts';
import { createPublication } from '../src/publication/edition/create-publication.ts';
import { changedFiles, createRandomFolder } from './random-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { change, projectRoot } from './test-site.ts';

const steps = process.env['LONG_TESTS'] === '1' ? 200 : 6;

test(`after each of ${steps} random changes the dev preview has read the current files`, async (t) => {
  const folder = await temporaryFolder(t);
  const contentDir = join(folder, 'content');
  await mkdir(contentDir);
  const env = { CONTENT_DIR: contentDir, CACHE_DIR: join(folder, 'live') };
  Object.assign(process.env, env, { NOW: '2026-06-01T12:00:00Z' });
  const series = await createRandomFolder({ mistakes: true });
  let written = series.files();
  await change(contentDir, written);
  const watched = await watchUntilTouched(t, contentDir);
  const live = createLiveDesk(projectRoot);
  // Reads all files each time, and remembers only the last valid ones.
  const whole = createLiveDesk(projectRoot);
  await live('all');
  await whole('all');
  let sound = 0;
  for (let step = 1; step <= steps; step += 1) {
    const name = await series.change();
    const next = series.files();
    const files = changedFiles(written, next);
    written = next;
    await change(contentDir, files);
    const { gathered } = await live(await watched(Object.keys(files)));
    const at = `step ${step}, ${name}`;
    assert.deepEqual(stateOf(gathered), stateOf((await whole('all')).gathered), at);
    if (gathered.problems.some(({ severity }) => severity === 'error')) continue;
    sound += 1;
    // Of other content, so that no result of the last call is used.
    createPublication([], defaultPublication('other'), {
      ...{ now: 0, drafts: false, files: new Set<string>() },
    });
    const { settings } = parseSettings(process.env, 0);
    const fresh = await gatherContent({
      ...{ root: projectRoot, drafts: true, earlier: () => undefined },
      settings: { ...settings, cacheDir: join(folder, 'fresh') },
    });
    assert.deepEqual(stateOf(gathered), stateOf(fresh), at);
  }
  assert.ok(sound > steps / 10, `${sound} of ${steps} steps are without errors`);
});

/** All inputs of pages, and all reported problems. */
function stateOf(gathered: Gathered) {
  const { contentFiles, readings, ...others } = gathered;
  // `look` depends on the time of reading.
  const seen = ({ look: _, ...reading }: Reading) => reading;
  return {
    ...others,
    contentFiles: new Map(contentFiles.map((one) => [one.content.path, seen(one)])),
    readings: new Map([...readings].map(([path, one]) => [path, seen(one)])),
  };
}

/**
 * Waits until the watcher reports files. Returns everything that it reported since the last
 * call.
 */
async function watchUntilTouched(
  t: TestContext,
  folder: string,
): Promise<(paths: readonly string[]) => Promise<Touched>> {
  let reported: Touched[] = [];
  let wake: () => void = () => undefined;
  const end = await watchFolder(folder, async (touched) => {
    reported.push(touched);
    wake();
  });
  t.after(end);
  const isReported = (path: string) =>
    reported.some((touched) => touched === 'all' || touched(path));
  return async (paths) => {
    while (!paths.every(isReported))
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    const all = reported;
    reported = [];
    return (path) => all.some((touched) => touched === 'all' || touched(path));
  };
}
