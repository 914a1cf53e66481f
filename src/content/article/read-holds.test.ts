import assert from 'node:assert/strict';
import { test } from 'node:test';
import { yamlFile } from '../../../tests/support/read-test-file.ts';

/** Fields that keep an article unpublished. */
const held: readonly [front: string, field: string, holds: object][] = [
  ['published: false', 'published', { draft: true }],
  ['publish: no', 'publish', { draft: true }],
  ['private: true', 'private', { draft: true }],
  ['unlisted: "yes"', 'unlisted', { draft: true }],
  ['hidden: True', 'hidden', { draft: true }],
  ['headless: true', 'headless', { draft: true }],
  ['_build: {render: never}', '_build', { draft: true }],
  ['_build:\n  list: never', '_build', { draft: true }],
  ['build: {render: false}', 'build', { draft: true }],
  ['permalink: false', 'permalink', { draft: true }],
  ['status: private', 'status', { draft: true }],
  ['visibility: members', 'visibility', { draft: true }],
  ['eleventyExcludeFromCollections: true', 'eleventyExcludeFromCollections', { draft: true }],
  ['password: opensesame', 'password', { draft: true }],
  ['visible: false', 'visible', { draft: true }],
  ['deleted: true', 'deleted', { draft: true }],
  ['wip: true', 'wip', { draft: true }],
  ['render: false', 'render', { draft: true }],
  ['status: 초고', 'status', { draft: true }],
  ['status: Entwurf', 'status', { draft: true }],
  ['publish_after: 2031-01-02', 'publish_after', { release: { day: '2031-01-02' } }],
  ['Publish Date: 2031-01-02', 'Publish Date', { release: { day: '2031-01-02' } }],
  ['not_before: 2031-01-02', 'not_before', { release: { day: '2031-01-02' } }],
  ['post_date: 2031-01-02', 'post_date', { release: { day: '2031-01-02' } }],
  ['엠바고: 2031-01-02', '엠바고', { release: { day: '2031-01-02' } }],
  ['expire_at: 2025-01-02', 'expire_at', { expires: { day: '2025-01-02' } }],
  ['publishDate: 2031-01-02', 'publishDate', { release: { day: '2031-01-02' } }],
  ['publish_date: 2031-01-02', 'publish_date', { release: { day: '2031-01-02' } }],
  ['pubDatetime: 2031-01-02', 'pubDatetime', { release: { day: '2031-01-02' } }],
  ['published: 2031-01-02', 'published', { release: { day: '2031-01-02' } }],
  ['embargo: 2031-01-02', 'embargo', { release: { day: '2031-01-02' } }],
  ['expiryDate: 2025-01-02', 'expiryDate', { expires: { day: '2025-01-02' } }],
  ['protected: true', 'protected', { draft: true }],
  ['members_only: yes', 'members_only', { draft: true }],
  ['access: subscribers', 'access', { draft: true }],
  ['build: {list: local}', 'build', { draft: true }],
  ['release_on: 2031-01-02', 'release_on', { release: { day: '2031-01-02' } }],
  ['unpublish_date: 2025-01-02', 'unpublish_date', { expires: { day: '2025-01-02' } }],
];

test('custom fields keep an article unpublished too', () => {
  const { content, lines } = yamlFile(
    'title: A\ndate: 2024-01-02\nparams: {draft: true}\nextra:\n  embargo: 2031-01-02',
  );
  assert.deepEqual(content?.holds, { draft: true, release: { day: '2031-01-02' } });
  assert.ok(
    lines.some((line) => line.startsWith('a.md:6:12  warning: extra.embargo: ')),
    lines.join('\n'),
  );
});

for (const [front, field, holds] of held) {
  test(`${JSON.stringify(front)} keeps an article unpublished, with a warning`, () => {
    const { content, lines } = yamlFile(`title: A\ndate: 2024-01-02\n${front}`);
    assert.deepEqual(content?.holds, holds);
    assert.equal(lines.length, 1);
    assert.match(
      lines[0] ?? '',
      new RegExp(`warning: ${field}: .*the text is not published`, 'u'),
    );
    assert.doesNotMatch(lines[0] ?? '', /opensesame/u);
  });
}

test('ignores such fields with values that change nothing', () => {
  const { content, lines } = yamlFile(
    'title: A\ndate: 2024-01-02\npublished: true\nprivate: false\npublishDate: 2024-01-02\nexpiryDate: false\nstatus: published\nvisibility: public\nembargo: none',
  );
  assert.deepEqual(content?.holds, { draft: false, release: { day: '2024-01-02' } });
  assert.deepEqual(lines, []);
});
