import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldPath, ParsedFields } from './fields.ts';
import { parseTomlFields } from './parse-toml-fields.ts';
import { parseYamlFields } from './parse-yaml-fields.ts';

type Parse = (text: string, firstLine: number) => ParsedFields;
const parsers: Readonly<Record<string, Parse>> = {
  yaml: parseYamlFields,
  toml: parseTomlFields,
};

/** Objects here have no prototype; JSON forgets that. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

const values: readonly [format: string, text: string, value: object][] = [
  ['yaml', '', {}],
  ['yaml', '# only a comment', {}],
  ['yaml', 'title: No', { title: 'No' }],
  ['yaml', '---\ntitle: A\n...\n# end\n', { title: 'A' }],
  ['yaml', 'title: 1984\nn: 007\nv: 1.10', { title: '1984', n: '007', v: '1.10' }],
  ['yaml', 'date: 2026-01-06', { date: '2026-01-06' }],
  ['yaml', 'a:\nb: ~\nc: null\nd: [~, null]', { a: '', b: '', c: '', d: ['', ''] }],
  ['yaml', 'a: "null"\nb: \'~\'\nc: Null', { a: 'null', b: '~', c: 'Null' }],
  ['yaml', "a: \"x: y\"\nb: 'it''s'", { a: 'x: y', b: "it's" }],
  ['yaml', 'a: [1, two]\nb:\n  - c: d', { a: ['1', 'two'], b: [{ c: 'd' }] }],
  ['yaml', 'a: >\n  two\n  lines\n', { a: 'two lines\n' }],
  ['yaml', 'a: &x b\nc: *x', { a: 'b', c: 'b' }],
  ['yaml', '__proto__: x', JSON.parse('{"__proto__":"x"}')],
  ['yaml', 'a: "begins\nat the margin"\nb: c', { a: 'begins at the margin', b: 'c' }],
  ['toml', '', {}],
  ['toml', 'title = "No"\nn = 7\nok = true', { title: 'No', n: '7', ok: 'true' }],
  [
    'toml',
    'd = 2026-01-06\nt = 2026-01-06T09:00:00Z',
    { d: '2026-01-06', t: '2026-01-06T09:00:00Z' },
  ],
  ['toml', 'a = [1, "two"]\nb = { c = "d" }', { a: ['1', 'two'], b: { c: 'd' } }],
  [
    'toml',
    'a.b = "c"\n[d]\ne = "f"\n[d.g]\nh = "i"',
    { a: { b: 'c' }, d: { e: 'f', g: { h: 'i' } } },
  ],
  ['toml', '[[a]]\nb = "1"\n[[a]]\nb = "2"', { a: [{ b: '1' }, { b: '2' }] }],
  ['toml', "a = '''\ntwo\nlines'''", { a: 'two\nlines' }],
  ['toml', '__proto__ = "x"', JSON.parse('{"__proto__":"x"}')],
];

for (const [format, text, value] of values) {
  test(`${format} ${JSON.stringify(text)} keeps its form`, () => {
    const parsed = parsers[format]?.(text, 1);
    assert.deepEqual(parsed?.problems, []);
    assert.deepEqual(plain(parsed?.fields?.value), value);
  });
}

const wrong: readonly [format: string, text: string, place: string][] = [
  ['yaml', 'a: 1\na: 2', '3:1'],
  ['yaml', 'title: A: B', '2:8'],
  ['yaml', 'a: "b', '2:6'],
  ['yaml', 'just words', '2:1'],
  ['yaml', 'a: b\n...\nc: d', '4:1'],
  ['yaml', 'a: b\n---\n# c\nc: d', '5:1'],
  ['yaml', '- a\n- b', '2:1'],
  ['toml', 'a = 1\na = 2', '3:1'],
  ['toml', 'title = A', '2:9'],
  ['toml', 'just words', '2:6'],
];

for (const [format, text, place] of wrong) {
  test(`${format} ${JSON.stringify(text)} is one problem at ${place}`, () => {
    const { problems = [] } = parsers[format]?.(text, 2) ?? {};
    assert.deepEqual(
      problems.map(({ line, column }) => `${line}:${column}`),
      [place],
    );
    assert.notEqual(problems[0]?.message, '');
  });
}

test('rejects YAML that expands without limit', () => {
  const laughs = ['a0: &a0 [x, x]'];
  for (let n = 1; n < 12; n++) laughs.push(`a${n}: &a${n} [${`*a${n - 1}, `.repeat(9)}x]`);
  assert.equal(parseYamlFields(laughs.join('\n'), 1).problems.length, 1);
});

test('reads a YAML set as a list', () => {
  assert.deepEqual(parseYamlFields('topics: !!set {a, b}', 1).fields?.value['topics'], [
    'a',
    'b',
  ]);
});

/** Line 1 of each text is line 2 of its file. */
const places: readonly [format: string, text: string, path: FieldPath, place: string][] = [
  ['yaml', 'title: A\ndate: b', ['date'], 'value 3:7, key 3:1'],
  ['yaml', 'image:\n  credit: x', ['image', 'credit'], 'value 3:11, key 3:3'],
  ['yaml', 'authors: [A, {url: x}]', ['authors', 1, 'url'], 'value 2:20, key 2:15'],
  ['yaml', 'image:\n  credit: x', ['image', 'alt'], 'value 3:3, key 3:3'],
  ['yaml', 'title: A', ['date'], 'value 2:1, key 2:1'],
  ['toml', 'title = "A"\ndate = "b"', ['date'], 'value 3:8, key 3:1'],
  ['toml', '[image]\ncredit = "x"', ['image', 'credit'], 'value 3:10, key 3:1'],
  ['toml', 'authors = ["A", { url = "x" }]', ['authors', 1, 'url'], 'value 2:25, key 2:19'],
  ['toml', '[image]\ncredit = "x"', ['image', 'alt'], 'value 2:2, key 2:2'],
  ['toml', 'title = "A"', ['date'], 'value 2:1, key 2:1'],
];

for (const [format, text, path, place] of places) {
  test(`${format} ${JSON.stringify(text)} has ${path.join('.')} at ${place}`, () => {
    const fields = parsers[format]?.(text, 2).fields;
    const shown = (position = { line: 0, column: 0 }) => `${position.line}:${position.column}`;
    assert.equal(
      `value ${shown(fields?.positionOf(path))}, key ${shown(fields?.positionOfKey(path))}`,
      place,
    );
  });
}
