import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { test } from 'node:test';
import { publicationSchema } from './publication-schema.ts';
import { settingTable } from './setting-table.ts';

/** Accepted for a later version; the reference says so. */
const reserved = ['silentEdits'];

const source = join(import.meta.dirname, '../..');

/** The code of `src`, without tests and without the files that declare settings. */
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(sep, '/'))
  .filter((file) => /\.(?:ts|mjs|astro)$/u.test(file) && !/\.test\.ts$/u.test(file))
  .filter((file) => !/settings\/(?:publication-schema|setting-table)\.ts$/u.test(file))
  .map((file) => readFileSync(join(source, file), 'utf8'));

/** Whether a text has `settings.name`, `settings['name']`, `{ name } = settings` or `read('name'`. */
function isReadIn(text: string, name: string): boolean {
  return new RegExp(`[.]${name}\\b|[[(]'${name}'|[{,]\\s*${name}\\b[^;]*\\}`, 'u').test(text);
}

function unread(names: readonly string[], texts: readonly string[]): string[] {
  return names.filter((name) => !texts.some((text) => isReadIn(text, name)));
}

test('code reads every setting of publication.yaml', () => {
  assert.deepEqual(unread(Object.keys(publicationSchema.shape), code), reserved);
});

test('code reads every setting of the environment', () => {
  assert.deepEqual(unread(Object.keys(settingTable), code), []);
});

test('finds a setting that no code reads', () => {
  const texts = ['const { url, name: title } = settings; use(settings.feeds, env["PORT"]);'];
  assert.deepEqual(unread(['url', 'name', 'feeds', 'theme', 'PORT'], texts), ['theme', 'PORT']);
});
