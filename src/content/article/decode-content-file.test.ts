import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeContentFile } from './decode-content-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => [...(typeof part === 'string' ? bytes(part) : part)]),
  );

const texts: readonly [name: string, input: Uint8Array, text: string][] = [
  ['plain text', bytes('a\nb\n'), 'a\nb\n'],
  ['a byte order mark', joined([0xef, 0xbb, 0xbf], '---\n'), '---\n'],
  ['CRLF', bytes('a\r\nb\r\n'), 'a\nb\n'],
  ['CR', bytes('a\rb'), 'a\nb'],
  ['Korean and emoji', bytes('한국 👩‍🚀'), '한국 👩‍🚀'],
];

for (const [name, input, text] of texts) {
  test(`${name} is read`, () => {
    assert.deepEqual(decodeContentFile(input, 'content/a.md'), { text });
  });
}

const faults: readonly [name: string, input: Uint8Array, place: string, got: string][] = [
  ['an empty file', new Uint8Array(), '1:1', 'an empty file'],
  ['white space alone', bytes(' \n\t\n'), '1:1', 'an empty file'],
  ['UTF-16, little end first', joined([0xff, 0xfe, 0x61, 0]), '1:1', 'UTF-16'],
  ['UTF-16, big end first', joined([0xfe, 0xff, 0, 0x61]), '1:1', 'UTF-16'],
  ['Latin-1', joined('ab\ncaf', [0xe9], ' noir\n'), '2:4', 'the byte 0xe9'],
  ['Latin-1 after Korean', joined('한국 ', [0xe9], 'a'), '1:4', 'the byte 0xe9'],
  ['a sequence cut off at the end', joined('ab', [0xe2, 0x82]), '1:3', 'the byte 0xe2'],
  ['a surrogate', joined('a\nb', [0xed, 0xa0, 0x80]), '2:2', 'the byte 0xed'],
  ['an overlong form', joined([0xc0, 0xaf]), '1:1', 'the byte 0xc0'],
  ['a NUL byte', bytes('a\nbc\0d'), '2:3', 'a NUL byte'],
  ['a NUL byte after CRLF', bytes('a\r\nb\0'), '2:2', 'a NUL byte'],
  ['a NUL byte after CR', bytes('a\rb\0'), '2:2', 'a NUL byte'],
];

for (const [name, input, place, got] of faults) {
  test(`${name} is a problem at ${place}`, () => {
    const { text, problem } = decodeContentFile(input, 'content/a.md');
    assert.equal(text, undefined);
    assert.equal(problem?.file, 'content/a.md');
    assert.equal(`${problem.line}:${problem.column}`, place);
    assert.ok(problem.message.endsWith(`, got ${got}`), problem.message);
  });
}
