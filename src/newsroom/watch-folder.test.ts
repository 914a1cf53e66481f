import assert from 'node:assert/strict';
import { appendFile, chmod, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { type Touched, watchFolder } from './watch-folder.ts';

type Change = (path: (name: string) => string) => Promise<unknown>;

/** Changes of a folder that has a.md, city/b.md and city/deep/c.md, and what is told then. */
const rows: Readonly<Record<string, { change: Change; told: readonly string[] }>> = {
  'a file that is written': {
    change: (at) => appendFile(at('a.md'), 'more'),
    told: ['a.md'],
  },
  'a file in a folder': {
    change: (at) => appendFile(at('city/deep/c.md'), 'more'),
    told: ['city/deep/c.md'],
  },
  'a file that an editor replaces by a rename': {
    change: async (at) => {
      await writeFile(at('city/.b.md.swp'), 'new');
      await rename(at('city/.b.md.swp'), at('city/b.md'));
    },
    told: ['city/b.md'],
  },
  'a file that may be read again': { change: (at) => chmod(at('a.md'), 0o600), told: ['a.md'] },
  'a file that is removed': { change: (at) => rm(at('city/b.md')), told: ['city/b.md'] },
  'a file whose name changes its case': {
    change: (at) => rename(at('a.md'), at('A.md')),
    told: ['a.md', 'A.md'],
  },
  'a name whose accents are encoded apart': {
    change: (at) => writeFile(at('cafe\u0301.md'), 'new'),
    told: ['caf\u00e9.md'],
  },
  'a new folder with a file': {
    change: async (at) => {
      await mkdir(at('new/folder'), { recursive: true });
      await writeFile(at('new/folder/d.md'), 'new');
    },
    told: ['new/folder/d.md'],
  },
  'a folder that comes whole': {
    change: async (at) => {
      await mkdir(at('_hidden/deep'), { recursive: true });
      await writeFile(at('_hidden/deep/d.md'), 'new');
      await rename(at('_hidden'), at('shown'));
    },
    told: ['shown/deep/d.md'],
  },
  'a folder that is renamed': {
    change: (at) => rename(at('city'), at('town')),
    told: ['city/b.md', 'town/deep/c.md'],
  },
  'a folder that is removed': {
    change: (at) => rm(at('city'), { recursive: true }),
    told: ['city/b.md', 'city/deep/c.md'],
  },
  'a file that a link leads to': {
    change: (at) => symlink(at('city/b.md'), at('link.md')),
    told: ['link.md'],
  },
  'many files at once': {
    change: (at) =>
      Promise.all(Array.from({ length: 500 }, (_, n) => writeFile(at(`city/${n}.md`), 'new'))),
    told: ['city/0.md', 'city/499.md'],
  },
};

for (const polling of ['', '50'])
  test(`changes of a folder are told${polling && ' without events'}`, async (t) => {
    pollEvery(t, polling);
    await Promise.all(
      Object.entries(rows).map(([name, { change, told }]) =>
        t.test(name, async (t) => {
          const { folder, isTold, at } = await watched(t);
          await change(at);
          await isTold(told);
          // It is followed from then on.
          await mkdir(join(folder, 'last'));
          await writeFile(join(folder, 'last/word.md'), '');
          await isTold(['last/word.md']);
        }),
      ),
    );
  });

test('a folder that was renamed is followed under its new name', async (t) => {
  const { at, isTold, forget } = await watched(t);
  await rename(at('city'), at('town'));
  await isTold(['town/b.md']);
  forget();
  await appendFile(at('town/deep/c.md'), 'more');
  const told = await isTold(['town/deep/c.md']);
  assert.equal(told('city/deep/c.md'), false);
});

for (const polling of ['', '50'])
  test(`a watched folder may go and come back${polling && ', without events'}`, async (t) => {
    pollEvery(t, polling);
    const { folder, at, isTold, forget } = await watched(t);
    await rename(folder, `${folder}-away`);
    await isTold(['a.md']);
    forget();
    await rename(`${folder}-away`, folder);
    await isTold(['a.md']);
    forget();
    await rm(folder, { recursive: true });
    await mkdir(join(folder, 'city'), { recursive: true });
    await isTold(['a.md']);
    await isTold(['city/b.md']);
    forget();
    await writeFile(at('city/b.md'), 'new');
    await isTold(['city/b.md']);
  });

for (const polling of ['', '50'])
  test(`a watched folder may be another one${polling && ', without events'}`, async (t) => {
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
    const isTold = async (least: number) => {
      while (changes < least)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    };
    await symlink('two', join(folder, 'new'));
    await rename(join(folder, 'new'), join(folder, 'link'));
    await isTold(1);
    await appendFile(join(folder, 'two/content/a.md'), 'more');
    await isTold(2);
    await rename(join(folder, 'two'), join(folder, 'away'));
    await isTold(3);
    await rename(join(folder, 'away'), join(folder, 'two'));
    await isTold(4);
  });

test('what is ignored there is no change', async (t) => {
  const { at, isTold } = await watched(t);
  for (const name of ['.swp', 'a.md~', '_draft.md']) await writeFile(at(name), '');
  await mkdir(at('node_modules'));
  await writeFile(at('node_modules/b.md'), '');
  await writeFile(at('a.md'), '');
  const told = await isTold(['a.md']);
  for (const name of ['.swp', 'a.md~', '_draft.md', 'node_modules/b.md', 'city/b.md'])
    assert.equal(told(name), false, name);
});

/** Has folders watched without events of the system, by comparing files every `interval` milliseconds. */
function pollEvery(t: TestContext, interval: string): void {
  Object.assign(process.env, {
    CHOKIDAR_USEPOLLING: interval && 'true',
    CHOKIDAR_INTERVAL: interval,
  });
  t.after(() => {
    for (const name of ['CHOKIDAR_USEPOLLING', 'CHOKIDAR_INTERVAL']) delete process.env[name];
  });
}

/** A watched folder, and a function that waits until paths of it are told. */
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
  const told = (path: string) =>
    all.some((touched) => touched === 'all' || touched(path.normalize('NFC')));
  const isTold = async (paths: readonly string[]) => {
    while (!paths.every(told))
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return told;
  };
  return {
    ...{ folder, at, isTold },
    forget: () => {
      all = [];
    },
  };
}
