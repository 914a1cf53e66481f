import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parsePublication } from '../content/settings/publication-settings.ts';
import type { Draft } from './draft.ts';
import { refusalOf } from './import-sources.ts';
import { isImportable } from './kind-of-source.ts';
import { formatNote, formatRefusal, sortNotes } from './notes.ts';
import { isAuthorFile } from './people/author-files.ts';
import { readSource } from './read-source.ts';
import { findContentError } from './write/check-draft.ts';
import { fileNameOf } from './write/file-name.ts';
import { formatContentFile } from './write/format-content-file.ts';
import { prepareDraft, type TargetSite } from './write/prepare-draft.ts';

// A case is a folder with `input.*` or a folder `input`, optionally `options.json` (title, lang,
// pictures, timeZone, now, url, contentType, siteUrl) and `publication.yaml`, and the expected
// result: `expected.report`, and `expected.md`, or a folder `expected` unless exactly one file is
// written. WRITE_CASES=1 writes missing expected files; read them before you commit them.
const folder = fileURLToPath(new URL('./cases/', import.meta.url));

interface Written {
  readonly [name: string]: string;
}

async function importCase(name: string): Promise<Written> {
  const root = join(folder, name);
  const optionsFile = join(root, 'options.json');
  const said = existsSync(optionsFile) ? JSON.parse(readFileSync(optionsFile, 'utf8')) : {};
  const { url, contentType, siteUrl, ...given } = said;
  const now = Date.parse('2027-01-01');
  const options = { pictures: false, timeZone: 'UTC', now, ...given };
  const input = readdirSync(root).find((file) => /^input(?:\.|$)/u.test(file)) ?? 'input';
  const isFolder = input === 'input';
  const files = isFolder
    ? filesBelow(join(root, input)).filter(
        (path) => isImportable(path) || isAuthorFile(path.replaceAll(sep, '/')),
      )
    : [join(root, input)];
  const report: string[] = [];
  const written: Record<string, string> = {};
  const site = loadOwnSite(root, siteUrl, now);
  for (const path of files) {
    const source = relative(root, path).replaceAll(sep, '/');
    const file = {
      source,
      bytes: readFileSync(path),
      ...(url === undefined ? { path } : { url }),
      ...(contentType === undefined ? {} : { contentType }),
    };
    const from = isFolder ? join(root, input) : path;
    const { drafts, refused } = await readSource(file, options, from);
    for (const draft of drafts) report.push(...place(draft, written, site));
    report.push(...refused.map(formatRefusal));
  }
  const alone = Object.values(written);
  const markdown =
    !isFolder && alone.length === 1
      ? { 'expected.md': alone[0] ?? '' }
      : Object.fromEntries(
          Object.entries(written).map(([file, text]) => [`expected/${file}`, text]),
        );
  const lines = report.map((line) => `${line.replaceAll(folder, '')}\n`).join('');
  return { ...markdown, 'expected.report': lines };
}

function loadOwnSite(root: string, url: string | undefined, now: number): TargetSite {
  const file = join(root, 'publication.yaml');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const { publication } = parsePublication(text, 'publication.yaml', 'Cases');
  assert.ok(publication);
  return { publication, url, now };
}

function place(draft: Draft, written: Record<string, string>, site: TargetSite): string[] {
  const name = fileNameOf(draft);
  let file = `${name}.md`;
  for (let count = 2; file in written; count++) file = `${name}-${count}.md`;
  const prepared = prepareDraft(draft, file, site, () => false);
  const text = formatContentFile(prepared);
  const notes = sortNotes(prepared.notes).map((note) => formatNote(draft.source, note));
  const reason = findContentError(text, file, site.publication);
  if (reason !== undefined) return [...notes, formatRefusal(refusalOf(draft, reason))];
  written[file] = text;
  return notes;
}

function filesBelow(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const below = join(path, entry.name);
      return entry.isDirectory() ? filesBelow(below) : [below];
    });
}

for (const name of readdirSync(folder)
  .filter((file) => !file.startsWith('.'))
  .toSorted()) {
  test(`imports ${name}`, async () => {
    const root = join(folder, name);
    const got = await importCase(name);
    for (const [file, text] of Object.entries(got)) {
      const path = join(root, file);
      if (process.env['WRITE_CASES'] && !existsSync(path)) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
      assert.ok(existsSync(path), `cases/${name}/${file} is missing`);
      assert.equal(text, readFileSync(path, 'utf8'), file);
    }
    const expected = filesBelow(root)
      .map((path) => relative(root, path).replaceAll(sep, '/'))
      .filter((path) => path.startsWith('expected'));
    assert.deepEqual(expected.toSorted(), Object.keys(got).toSorted());
  });
}
