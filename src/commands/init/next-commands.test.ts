import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { nextCommands } from './next-commands.ts';
import { formatPackage } from './package-text.ts';

const dependency = { name: 'dateline', range: '^1.2.0', program: 'dateline' };

/** package.json before `init`, and what is to be run. */
const rows: Readonly<
  Record<string, readonly [manifest: unknown, commands: readonly RegExp[]]>
> = {
  'made by init': [
    JSON.parse(formatPackage('x', dependency)),
    [/^npm install$/u, /^npm start$/u],
  ],
  'without scripts': [
    { dependencies: { dateline: '^1.0.0' } },
    [/^npm pkg set "scripts\.start=dateline start" .*/u, /^npm install$/u, /^npm start$/u],
  ],
  'without the package, with a start script of its own': [
    { scripts: { start: 'node server.js' } },
    [
      /^npm pkg set "scripts\.dev=dateline dev" /u,
      /^npm install "dateline@\^1\.2\.0"$/u,
      /^npx dateline start$/u,
    ],
  ],
  'not an object': ['text', [/^npm pkg set /u, /^npm install "/u, /^npm start$/u]],
};

for (const [name, [manifest, commands]] of Object.entries(rows))
  test(`names what is missing in a package.json ${name}`, async (t) => {
    const folder = await temporaryFolder(t);
    await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
    const [first, ...others] = nextCommands(folder, dependency);
    assert.match(first ?? '', /^cd \S+$/u);
    assert.equal(others.length, commands.length, others.join('\n'));
    for (const [index, command] of commands.entries())
      assert.match(others[index] ?? '', command);
  });

test('quotes the folder for a shell', async () => {
  const quoted: readonly (readonly [string, string])[] = [
    ['부두', 'cd 부두'],
    ['my paper', 'cd "my paper"'],
    ['a"$b', String.raw`cd "a\"\$b"`],
  ];
  for (const [folder, expected] of quoted)
    assert.equal(nextCommands(join(process.cwd(), folder), dependency)[0], expected);
});
