import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DraftFields } from '../draft.ts';
import { dropPicture } from './drop-picture.ts';

const picture = { name: 'crane-1.png', from: 'https://a.example/crane.png' };

const texts: readonly [sentence: string, before: string, after: string][] = [
  ['becomes a link', '![A crane](./crane-1.png)', '[A crane](https://a.example/crane.png)'],
  [
    'keeps its caption',
    '![A](./crane-1.png "At *dusk*")',
    '[A](https://a.example/crane.png) At \\*dusk\\*',
  ],
  [
    'becomes text within a link',
    '[![A](./crane-1.png)](b.md)',
    '[\\[A: https://a.example/crane.png\\]](b.md)',
  ],
  [
    'becomes text within HTML',
    '<p><img src="./crane-1.png" alt="A"></p>',
    '<p>[A: https://a.example/crane.png]</p>',
  ],
  [
    'leaves others alone',
    '![A](./crane-2.png) `![](./crane-1.png)`',
    '![A](./crane-2.png) `![](./crane-1.png)`',
  ],
];

function createDraft(fields: DraftFields, body: string) {
  return { ...{ source: 'a', identity: 'a', notes: [] }, fields, body, pictures: [picture] };
}

for (const [sentence, before, after] of texts)
  test(`a missing picture ${sentence}`, () => {
    const left = dropPicture(createDraft({}, before), picture, 'it is gone');
    assert.equal(left.body, after);
    assert.deepEqual(left.pictures, []);
    assert.match(left.notes[0]?.message ?? '', /crane\.png could not be imported: it is gone/u);
  });

test('keeps the credit of a missing featured picture', () => {
  const image = { file: './crane-1.png', credit: 'Ada Lind' };
  const left = dropPicture(createDraft({ image }, ''), picture, 'it is gone');
  assert.deepEqual(left.fields, { image: { credit: 'Ada Lind' } });
});
