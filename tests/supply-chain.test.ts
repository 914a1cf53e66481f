import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { listLicences, publishedPackages, readLockfile } from '../src/commands/licences.ts';
import { projectRoot } from './test-site.ts';

const project = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
const locked = readLockfile(projectRoot);

/**
 * SPDX licences of packages that may be used to build a site. Read a new one before you add it.
 */
const known: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  // libvips, which sharp loads; sites contain nothing of it.
  'LGPL-3.0-or-later',
  'MIT',
  // lightningcss, which Astro loads; sites contain nothing of it.
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
];

/**
 * Also allowed for packages that only tests load and that are not distributed. The DejaVu fonts
 * name their licence, that of Bitstream Vera, only in a file.
 */
const inTests: readonly string[] = [
  'AGPL-1.0',
  'CPAL-1.0',
  'SEE LICENSE IN README.md',
  'LICENSE',
];

/** Licences of what readers receive: they only require attribution. */
const permissive: readonly string[] = ['MIT', 'ISC', 'OFL-1.1'];

test('every package has a licence of the list', async () => {
  const published = await publishedPackages(projectRoot);
  for (const [place, { license = 'none' }] of locked)
    for (const one of license.replace(/[()]/gu, '').split(/ (?:AND|OR) /u))
      assert.ok(
        known.includes(one) || (!published.has(place) && inTests.includes(one)),
        `${place}: ${license}`,
      );
});

test('the list of licences is current: npm run licences', async () => {
  const list = await listLicences(projectRoot);
  assert.equal(readFileSync(join(projectRoot, 'docs/licences.md'), 'utf8'), list);
  const sent = /## What readers are sent\n([\s\S]*?)\n## /u.exec(list)?.[1] ?? '';
  const licences = [...sent.matchAll(/\| ([^|]+) \|$/gmu)].map(([, licence]) => licence);
  assert.ok(licences.length > 4);
  for (const licence of licences.slice(2))
    assert.ok(permissive.includes(licence ?? ''), licence);
  assert.match(sent, /workbox-core/u);
});

test('only packages with install scripts are approved to run them, and all of these are', () => {
  const scripted = [...locked]
    .filter(([, one]) => one.hasInstallScript)
    .map(([place]) => place.replace(/^.*node_modules\//u, ''));
  assert.deepEqual(
    [...new Set(scripted)].sort(),
    Object.keys(project.allowScripts ?? {}).sort(),
  );
});

test('every package is locked to an exact version and its hash', () => {
  for (const [place, { integrity, version }] of locked) {
    assert.match(version ?? '', /^\d+\.\d+\.\d+/u, place);
    assert.match(integrity ?? '', /^sha512-/u, place);
  }
  for (const [name, version] of Object.entries({
    ...project.dependencies,
    ...project.devDependencies,
  }))
    assert.match(String(version), /^\d+\.\d+\.\d+$/u, name);
});
