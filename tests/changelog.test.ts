import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from './test-site.ts';

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8');

/** The kinds of change of https://keepachangelog.com/en/1.1.0/ */
const kinds = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];

/** The faults of a changelog for this version of the package. */
function faultsOf(text: string, version: string): string[] {
  const faults: string[] = [];
  const [head = '', ...sections] = text.split(/^## /mu);
  if (!head.startsWith('# Changelog\n')) faults.push('expected the heading # Changelog');
  const names = sections.map((section) => section.split('\n', 1)[0] ?? '');
  if (names[0] !== '[Unreleased]') faults.push('expected [Unreleased] first');
  const released = names.slice(1).map((name) => {
    const [, number, day] =
      /^\[(\d+\.\d+\.\d+(?:-[\w.]+)?)\] - (\d{4}-\d{2}-\d{2})(?: \[YANKED\])?$/u.exec(name) ??
      [];
    if (number === undefined) faults.push(`expected [1.2.3] - 2026-01-06, got ${name}`);
    return { number, day };
  });
  if (new Set(released.map(({ number }) => number)).size < released.length)
    faults.push('expected each version once');
  const days = released.map(({ day = '' }) => day);
  if (days.join() !== days.toSorted().reverse().join())
    faults.push('expected the newest first');
  if (!released.some(({ number }) => number === version))
    faults.push(`expected a section for ${version}`);
  for (const section of sections)
    for (const part of section.split(/^### /mu).slice(1)) {
      const [kind = '', ...lines] = part.split('\n');
      if (!kinds.includes(kind))
        faults.push(`expected one of ${kinds.join(', ')}, got ${kind}`);
      const entries = lines.filter((line) => line !== '');
      if (entries.length === 0) faults.push(`expected entries below ${kind}`);
      const wrong = entries.find((line) => !/^(?:- |\s{2})\S/u.test(line));
      if (wrong !== undefined) faults.push(`expected a list, got ${wrong}`);
    }
  return faults;
}

test('the changelog has the form of Keep a Changelog, and a section for this version', () => {
  const { version } = JSON.parse(read('package.json'));
  assert.deepEqual(faultsOf(read('CHANGELOG.md'), version), []);
});

test('finds faults of a changelog', () => {
  const good =
    '# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n\n### Added\n\n- A.\n\n## [0.1.0] - 2026-11-28\n\nFirst.\n';
  assert.deepEqual(faultsOf(good, '0.2.0'), []);
  const rows: readonly (readonly [from: string, to: string, fault: RegExp])[] = [
    ['# Changelog', '# Changes', /the heading/u],
    ['[Unreleased]', '[Next]', /\[Unreleased\] first/u],
    ['[0.2.0] - 2026-12-01', '0.2.0', /got 0\.2\.0/u],
    ['2026-12-01', '2026-11-01', /newest first/u],
    ['[0.1.0]', '[0.2.0]', /each version once/u],
    ['[0.2.0]', '[0.3.0]', /a section for 0\.2\.0/u],
    ['### Added', '### New', /got New/u],
    ['- A.', 'A.', /a list, got A\./u],
    ['- A.\n', '', /entries below Added/u],
  ];
  for (const [from, to, fault] of rows)
    assert.match(faultsOf(good.replace(from, to), '0.2.0').join('\n'), fault, to);
});
