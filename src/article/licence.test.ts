import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownLicence } from './licence.ts';

const licences = 'https://creativecommons.org/licenses';
const dedications = 'https://creativecommons.org/publicdomain';

const known: readonly [written: string, name: string, url: string, attribution: boolean][] = [
  ['CC BY 4.0', 'CC BY 4.0', `${licences}/by/4.0/`, true],
  ['cc-by-sa-3.0', 'CC BY-SA 3.0', `${licences}/by-sa/3.0/`, true],
  [' CC  BY-NC-ND 2.5 ', 'CC BY-NC-ND 2.5', `${licences}/by-nc-nd/2.5/`, true],
  ['CC BY-NC 2.0', 'CC BY-NC 2.0', `${licences}/by-nc/2.0/`, true],
  ['CC0', 'CC0 1.0', `${dedications}/zero/1.0/`, false],
  ['cc0 1.0', 'CC0 1.0', `${dedications}/zero/1.0/`, false],
  ['Public Domain', 'Public domain', `${dedications}/mark/1.0/`, false],
];

for (const [written, name, url, attribution] of known) {
  test(`${JSON.stringify(written)} is ${name}`, () => {
    assert.deepEqual(knownLicence(written), { name, url, attribution });
  });
}

test('a name that is not known is never guessed', () => {
  const unknown = ['', 'CC', 'CC BY', 'CC BY 5.0', 'CC BY-ND-SA 4.0', 'MIT', 'BY 4.0', 'free'];
  assert.deepEqual(
    unknown.filter((name) => knownLicence(name) !== undefined),
    [],
  );
});
