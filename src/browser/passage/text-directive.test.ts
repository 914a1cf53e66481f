import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDirective, parsePassageAddress, type TextDirective } from './text-directive.ts';

const written: readonly [directive: TextDirective, text: string][] = [
  [{ textStart: 'a passage' }, 'text=a%20passage'],
  [{ textStart: 'a-b, c & d' }, 'text=a%2Db%2C%20c%20%26%20d'],
  [{ textStart: 'first', textEnd: 'last' }, 'text=first,last'],
  [{ textStart: 'it', prefix: 'so', suffix: 'is' }, 'text=so-,it,-is'],
  [{ textStart: 'a', textEnd: 'b', prefix: 'x-', suffix: '-y' }, 'text=x%2D-,a,b,-%2Dy'],
  [{ textStart: "(he said.)_*~!'" }, 'text=%28he%20said%2E%29%5F%2A%7E%21%27'],
  [{ textStart: '다리' }, 'text=%EB%8B%A4%EB%A6%AC'],
  [{ textStart: 'جسر، نعم' }, 'text=%D8%AC%D8%B3%D8%B1%D8%8C%20%D9%86%D8%B9%D9%85'],
];
for (const [directive, text] of written) {
  test(`formats and parses ${JSON.stringify(directive)} as ${text}`, () => {
    assert.equal(formatDirective(directive), text);
    assert.deepEqual(parsePassageAddress(`#p-x:~:${text}`), {
      id: 'p-x',
      directives: [directive],
    });
  });
}

const read: readonly [address: string, id: string, starts: readonly string[]][] = [
  ['https://a.example/b#:~:text=c', '', ['c']],
  ['#%EB%8B%A4:~:text=c&text=d', '다', ['c', 'd']],
  ['#p:~:unknown=1&text=c', 'p', ['c']],
  ['#p:~:text=', 'p', []],
  ['#p:~:text=a-,', 'p', []],
  ['#p:~:text=a,b,c', 'p', []],
  ['#p:~:text=%E0%A4%A', 'p', []],
  ['#p:~:text=a,%E0%A4%A', 'p', []],
  ['#%E0%A4%A:~:text=a', '', ['a']],
  // Encoded on its way: a comma may belong to the passage or to the directive.
  ['#p%3A~%3Atext%3Dc', 'p', ['c']],
  ['#p%3a~%3atext=one%2C%20two', 'p', ['one, two', 'one']],
];
for (const [address, id, starts] of read) {
  test(`parses ${address} as ${id || 'no id'} and ${starts.join(' | ') || 'no passage'}`, () => {
    const parsed = parsePassageAddress(address);
    assert.equal(parsed?.id, id);
    assert.deepEqual(
      parsed?.directives.map(({ textStart }) => textStart),
      starts,
    );
  });
}

for (const address of ['', '#', '#p-x', '#a:~b', 'https://a.example/:~/']) {
  test(`“${address}” has no passage`, () =>
    assert.equal(parsePassageAddress(address), undefined));
}
