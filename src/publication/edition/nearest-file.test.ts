import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatherFolder } from '../../../tests/gather-folder.ts';

const cures: readonly [path: string, written: string, cure: string][] = [
  ['pages/about.md', 'harbour.jpg', 'did you mean /harbour.jpg?'],
  ['world/quay.md', 'harbur.jpg', 'did you mean /harbour.jpg?'],
  ['world/quay.md', 'old-qay.jpg', 'did you mean old-quay.jpg?'],
  ['quay.md', 'old-quay.jpg', 'did you mean world/old-quay.jpg?'],
  ['quay.md', 'film.mp4', 'did you mean world/film.mp4?'],
  ['quay.md', 'mountains.jpg', 'there is no such file'],
];
for (const [path, written, cure] of cures)
  test(`${written} in ${path} is reported: ${cure}`, async (t) => {
    const { lines } = await gatherFolder(t, {
      'publication.yaml': 'name: The Quay\n',
      'harbour.jpg': 'x',
      'world/old-quay.jpg': 'x',
      'world/film.mp4': 'x',
      [path]: `---\ntitle: A\n${path.startsWith('pages') ? '' : 'date: 2026-01-06\n'}---\n\n![A](${written} "Credit: A via B")\n`,
    });
    const line = lines.find((text) => text.includes(`"${written}"`));
    assert.ok(line?.endsWith(cure), line ?? lines.join('\n'));
  });
