import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lostCredit } from './lost-credit.ts';

const credit = (...texts: string[]) => ({
  label: [],
  line: texts.map((text) => ({ text })),
  notes: [],
});
const page = {
  picture: { src: '/assets/crane.jpg' },
  footer: {
    credits: {
      featured: credit('Ann & “Bo”', ' via ', 'Commons'),
      others: { title: 'Credits', items: [credit('Kim')] },
    },
  },
};

const cases: readonly [name: string, body: string, lost: string | undefined][] = [
  ['all', '<img src="/assets/crane.jpg">Ann &amp; “Bo” via\n <a>Commons</a> Kim', undefined],
  ['no featured', '<img src="/assets/crane.jpg">Kim', 'Ann & “Bo” via Commons'],
  ['neither picture nor credit', 'Kim', undefined],
  ['no other', '<img src="/assets/crane.jpg">Ann &#38; “Bo” via Commons', 'Kim'],
  ['only in a script', '<script>"Kim"</script>', 'Kim'],
];

for (const [name, body, lost] of cases)
  test(`finds a credit that a page lacks: ${name}`, () =>
    assert.equal(lostCredit({ page }, `<body>${body}</body>`), lost));

test('other pages have no credits to lose', () =>
  assert.equal(lostCredit({ page: { heading: 'List' } }, '<body></body>'), undefined));
