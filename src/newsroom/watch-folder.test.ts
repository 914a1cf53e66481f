import assert from 'node:assert/strict';
import { appendFile, chmod, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { type Touched, watchFolder } from './watch-folder.ts';

type Change = (path: (name: string) => string) => Promise<unknown>;

/** Changes of a folder with a.md, city/b.md and city/deep/c.md, and the paths that are reported. */
const rows: Readonly<Record<string, { change: Change; reported: readonly string[] }>> = {
  'a file that is written': {
    change: (at) => appendFile(at('a.md'), 'more'),
    reported: ['a.md'],
  },
  'a file in a folder': {
    change: (at) => appendFile(at('city/deep/c.md'), 'more'),
    reported: ['city/deep/c.md'],
  },
  'a file that an editor replaces by a rename': {
    change: async (at) => {
      await writeFile(at('city/.b.md.swp'), 'new');
      await rename(at('city/.b.md.swp'), at('city/b.md'));
    },
    reported: ['city/b.md'],
  },
  'a file whose permissions change': {
    change: (at) => chmod(at('a.md'), 0o600),
    reported: ['a.md'],
  },
  'a file that is removed': { change: (at) => rm(at('city/b.md')), reported: ['city/b.md'] },
  'a file whose name changes its case': {
    change: (at) => rename(at('a.md'), at('A.md')),
    reported: ['a.md', 'A.md'],
  },
  'a file name in NFD': {
    change: (at) => writeFile(at('cafe\u0301.md'), 'new'),
    reported: ['caf\u00e9.md'],
  },
  'a new folder with a file': {
    change: async (at) => {
      await mkdir(at('new/folder'), { recursive: true });
      await writeFile(at('new/folder/d.md'), 'new');
    },
    reported: ['new/folder/d.md'],
  },
  'a folder that is moved in': {
    change: async (at) => {
      await mkdir(at('_hidden/deep'), { recursive: true });
      await writeFile(at('_hidden/deep/d.md'), 'new');
      await rename(at('_hidden'), at('shown'));
    },
    reported: ['shown/deep/d.md'],
  },
  'a folder that is renamed': {
    change: (at) => rename(at('city'), at('town')),
    reported: ['city/b.md', 'town/deep/c.md'],
  },
  'a folder that is removed': {
    change: (at) => rm(at('city'), { recursive: true }),
    reported: ['city/b.md', 'city/deep/c.md'],
  },
  'a new link to a file': {
    change: (at) => symlink(at('city/b.md'), at('link.md')),
    reported: ['link.md'],
  },
  'many files at once': {
    change: (at) =>
      Promise.all(Array.from({ length: 500 }, (_, n) => writeFile(at(`city/${n}.md`), 'new'))),
    reported: ['city/0.md', 'city/499.md'],
  },
};

for (const polling of ['', '50'])
  test(`reports changes of a folder${polling && ' without events'}`, async (t) => {
    pollEvery(t, polling);
    await Promise.all(
      Object.entries(rows).map(([name, { change, reported }]) =>
        t.test(name, async (t) => {
          const { folder, untilReported, at } = await watched(t);
          await change(at);
          await untilReported(reported);
          // Watching goes on.
          await mkdir(join(folder, 'last'));
          await writeFile(join(folder, 'last/word.md'), '');
          await untilReported(['last/word.md']);
        }),
      ),
    );
  });

test('watches a renamed folder under its new name', async (t) => {
  const { at, untilReported, forget } = await watched(t);
  await rename(at('city'), at('town'));
  await untilReported(['town/b.md']);
  forget();
  await appendFile(at('town/deep/c.md'), 'more');
  const reported = await untilReported(['town/deep/c.md']);
  assert.equal(reported('city/deep/c.md'), false);
});

for (const polling of ['', '50'])
  test(`a watched folder may be removed and restored${polling && ', without events'}`, async (t) => {
    pollEvery(t, polling);
    const { folder, at, untilReported, forget } = await watched(t);
    await rename(folder, `${folder}-away`);
    await untilReported(['a.md']);
    forget();
    await rename(`${folder}-away`, folder);
    await untilReported(['a.md']);
    forget();
    await rm(folder, { recursive: true });
    await mkdir(join(folder, 'city'), { recursive: true });
    await untilReported(['a.md']);
    await untilReported(['city/b.md']);
    forget();
    await writeFile(at('city/b.md'), 'new');
    await untilReported(['city/b.md']);
  });

for (const polling of ['', '50'])
  test(`a watched folder may be replaced by another${polling && ', without events'}`, async (t) => {
    pollEvery(t, polling);
    const folder = await temporaryFolder(t);
    for (const name of ['one/content', 'two/content']) {
      await mkdir(join(folder, name), { recursive: true });
      await writeFile(join(folder, name, 'a.md'), name);
    }
    await symlink('one', join(folder, 'link'));
    let changes = 0;
    let wake = () => {};
    t.after(
      watchFolder(join(folder, 'link/content'), async () => {
        changes += 1;
        wake();
      }),
    );
    const untilReported = async (least: number) => {
      while (changes < least)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    };
    await symlink('two', join(folder, 'new'));
    await rename(join(folder, 'new'), join(folder, 'link'));
    await untilReported(1);
    await appendFile(join(folder, 'two/content/a.md'), 'more');
    await untilReported(2);
    await rename(join(folder, 'two'), join(folder, 'away'));
    await untilReported(3);
    await rename(join(folder, 'away'), join(folder, 'two'));
    await untilReported(4);
  });

test('does not report changes of ignored files', async (t) => {
  const { at, untilReported } = await watched(t);
  for (const name of ['.swp', 'a.md~', '_draft.md']) await writeFile(at(name), '');
  await mkdir(at('node_modules'));
  await writeFile(at('node_modules/b.md'), '');
  await writeFile(at('a.md'), '');
  const reported = await untilReported(['a.md']);
  for (const name of ['.swp', 'a.md~', '_draft.md', 'node_modules/b.md', 'city/b.md'])
    assert.equal(reported(name), false, name);
});

/** Has folders watched by polling every `interval` milliseconds; with events if it is empty. */
function pollEvery(t: TestContext, interval: string): void {
  Object.assign(process.env, {
    CHOKIDAR_USEPOLLING: interval && 'true',
    CHOKIDAR_INTERVAL: interval,
  });
  t.after(() => {
    for (const name of ['CHOKIDAR_USEPOLLING', 'CHOKIDAR_INTERVAL']) delete process.env[name];
  });
}

/** Creates a watched folder, and a function that waits until changes of paths are reported. */
async function watched(t: TestContext) {
  const folder = join(await temporaryFolder(t), 'content');
  const at = (name: string) => join(folder, name);
  await mkdir(at('city/deep'), { recursive: true });
  for (const name of ['a.md', 'city/b.md', 'city/deep/c.md']) await writeFile(at(name), 'text');
  let all: Touched[] = [];
  let wake = () => {};
  const end = watchFolder(folder, async (touched) => {
    all.push(touched);
    wake();
  });
  t.after(end);
  const reported = (path: string) =>
    all.some((touched) => touched === 'all' || touched(path.normalize('NFC')));
  const untilReported = async (paths: readonly string[]) => {
    while (!paths.every(reported))
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return reported;
  };
  return {
    ...{ folder, at, untilReported },
    forget: () => {
      all = [];
    },
  };
}
