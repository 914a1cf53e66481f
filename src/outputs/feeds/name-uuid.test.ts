import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameUuid } from './name-uuid.ts';

/** RFC 9562, appendix A.4 and section 6.6: the namespace of host names. */
const hosts = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

test('a UUID of a name is that of RFC 9562, version 5', () => {
  assert.equal(nameUuid('www.example.com', hosts), '2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test("Dateline's identities never change", () => {
  assert.equal(nameUuid('/2026/01/06/lee-xi-beijing/'), 'e2af6d56-4a7b-5f2d-9ffe-db3a4323bdf7');
  assert.equal(
    nameUuid('/2026/01/06/서울/'.normalize('NFD')),
    '471b1a11-b9dd-5442-96eb-5821cc4e0e81',
  );
});
