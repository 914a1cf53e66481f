import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { printed, testView } from '../../../tests/support/test-view.ts';
import { createPublication } from '../edition/create-publication.ts';
import { createShell } from './shell.ts';

/** The owner in the footer of every edition's front page. */
function ownersOf(owner: string) {
  const settings = testSettings(`languages: [en, ko, ar]\n${owner}`);
  const files = ['a.md', 'a.ko.md', 'a.ar.md'].map((path) =>
    testContentFile(path, {}, settings.languages),
  );
  const options = { now: Date.parse('2026-02-01'), drafts: false, files: new Set<string>() };
  const { publication } = createPublication(files, settings, options);
  const { context } = testView({ publication, basePath: '/news/' });
  return context.editions.map((edition) =>
    printed(createShell(context, { edition, address: edition.path, title: '' }).footer.owner),
  );
}

const owners: readonly [yaml: string, owner: object | undefined][] = [
  ['', undefined],
  ['owner: A & B <Ltd>', { text: 'A & B <Ltd>' }],
  ['owner: {name: Test Ltd}', { text: 'Test Ltd' }],
  [
    'owner: {name: Test Ltd, url: "https://test.example/"}',
    { text: 'Test Ltd', href: 'https://test.example/' },
  ],
  ['owner: {name: Test Ltd, url: /about/}', { text: 'Test Ltd', href: '/news/about/' }],
];

for (const [yaml, owner] of owners) {
  test(`the footer of every edition names the owner: ${yaml || 'none'}`, () => {
    assert.deepEqual(ownersOf(yaml), [owner, owner, owner]);
  });
}
