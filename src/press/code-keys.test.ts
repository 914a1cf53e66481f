import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { importedModules } from '../../tests/imported-modules.ts';
import { readerCode } from '../newsroom/read-content-files.ts';
import { indexCode } from '../outputs/search/plan-index.ts';
import { templateCode } from './code-bundle.ts';

const pages = readdirSync(new URL('../site/pages/', import.meta.url), { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.astro'))
  .map((name) => `site/pages/${name.replaceAll('\\', '/')}`);

/** Folders of `src` whose code is a part of cache keys, and the modules whose results are cached. */
const keys: readonly [what: string, folders: readonly string[], entries: readonly string[]][] =
  [
    ['a rendered text', readerCode, ['content/article/read-content-file.ts']],
    ['a part of the search index', indexCode, ['outputs/search/index-records.ts']],
    [
      'templates and scripts',
      templateCode,
      [
        ...['press/template-entry.ts', 'press/bundle-scripts.ts', ...pages],
        ...['browser/reader.ts', 'browser/worker/service-worker.ts'],
        ...['browser/inline/apply-settings.ts', 'browser/inline/mark-old.ts'],
      ],
    ],
  ];

for (const [what, folders, entries] of keys)
  test(`the key of ${what} covers all code that makes it`, () => {
    const modules = new Set(entries.flatMap((entry) => [...importedModules(entry)]));
    const others = [...modules].filter(
      (file) => !folders.some((folder) => file.startsWith(`${folder}/`)),
    );
    assert.deepEqual(others, []);
  });
