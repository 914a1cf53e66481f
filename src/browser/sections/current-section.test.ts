import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { currentSection } from './current-section.ts';

const height = 800;
const covered = 48;

/** The current section of a page with headings at these positions, scrolled by `scrolled`. */
function at(places: readonly number[], length: number, scrolled: number): number {
  return currentSection(
    places.map((place) => place - scrolled),
    { scrolled, scrollable: Math.max(0, length - height), height, covered },
  );
}

describe('the current section', () => {
  const places = [1000, 2000, 3000];
  const cases = [
    { scrolled: 0, is: -1, when: 'before the first heading' },
    { scrolled: 600, is: -1, when: 'the heading is in the lower part of the window' },
    { scrolled: 1000 - covered, is: 0, when: 'the window is at its heading after a jump' },
    { scrolled: 1500, is: 0, when: 'its heading is out of sight' },
    { scrolled: 2000 - covered, is: 1, when: 'the window is at the next heading after a jump' },
    { scrolled: 5200, is: 2, when: 'the page ends' },
  ];
  for (const { scrolled, is, when } of cases) {
    test(`is ${is} when ${when}`, () => assert.equal(at(places, 6000, scrolled), is));
  }

  test('is each of three short last sections in turn', () => {
    const short = [1000, 5500, 5600, 5700];
    const seen = new Set<number>();
    for (let scrolled = 0; scrolled <= 5200; scrolled += 10)
      seen.add(at(short, 6000, scrolled));
    assert.deepEqual([...seen], [-1, 0, 1, 2, 3]);
  });

  test('is the last one at the end of a page that is slightly longer than the window', () => {
    assert.equal(at([300, 700], 820, 20), 1);
  });

  test('is the visible one on a page that does not scroll', () => {
    assert.equal(at([100, 700], 700, 0), 0);
  });

  test('never decreases while the page is scrolled down', () => {
    let before = -1;
    for (let scrolled = 0; scrolled <= 5200; scrolled += 1) {
      const now = at([200, 900, 950, 4000, 5900, 5990], 6000, scrolled);
      assert.ok(now >= before);
      before = now;
    }
  });
});
