import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exponentOf, predict, secondsOf, toStageTime } from './predict.ts';
import type { StageCost } from './scale-figures.ts';
import type { ScaleStage } from './scale-stages.ts';

const cost = (articles: number, stage: ScaleStage, ...seconds: number[]): StageCost => ({
  ...{ articles, stage, bytes: 0 },
  commands: seconds.map((one) => ({ seconds: one })),
});

/** A shared stage of `fixed` and `shared` seconds, as it is measured: a sixteenth, then the rest. */
const shared = (articles: number, fixed: number, work: number) =>
  cost(articles, 'print', fixed + work / 16, fixed + (work * 15) / 16);

const near = (value: number | undefined, expected: number) =>
  assert.ok(
    Math.abs((value ?? Number.NaN) - expected) < 1e-6,
    `${value}, expected ${expected}`,
  );

test('divides a shared stage into what each machine does and what they share', () => {
  const { fixed, shared: work } = toStageTime(shared(1000, 2, 32));
  near(fixed, 2);
  near(work, 32);
  near(secondsOf(shared(1000, 2, 32)), 34);
  // Noise: the first sixteenth was quicker than it could be.
  assert.deepEqual(toStageTime(cost(1000, 'print', 0.5, 15)), { fixed: 0, shared: 15.5 });
  // And slower.
  assert.deepEqual(toStageTime(cost(1000, 'print', 1.5, 1)), { fixed: 1, shared: 0.5 });
});

test('a stage on one machine has no shared part', () => {
  assert.deepEqual(toStageTime(cost(1000, 'merge', 3)), { fixed: 3, shared: 0 });
});

const growths: readonly [small: number, large: number, exponent: number | undefined][] = [
  [1, 10, 1],
  [1, 1, 0],
  [2, 200, 2],
  [0, 5, undefined],
];
for (const [small, large, expected] of growths)
  test(`from ${small} to ${large} with ten times the articles, the exponent is ${expected}`, () => {
    const exponent = exponentOf(
      { articles: 1000, value: small },
      { articles: 10_000, value: large },
    );
    if (expected === undefined) assert.equal(exponent, undefined);
    else near(exponent, expected);
  });

test('predicts a million articles on several machines from the two largest sizes', () => {
  const costs = [
    // Proportional, twice as fast as it was between the smaller sizes.
    ...[shared(1000, 1, 900), shared(10_000, 1, 160), shared(100_000, 1, 1600)],
    // Merging grows in proportion, joining not at all.
    ...[cost(10_000, 'merge', 2), cost(100_000, 'merge', 20)],
    ...[cost(10_000, 'join', 3), cost(100_000, 'join', 3)],
    // Of one size, nothing can be said.
    cost(100_000, 'plan', 9),
  ];
  const predicted = predict(costs, 1_000_000, [1, 16, 256]);
  assert.deepEqual(
    predicted.map(({ stage }) => stage),
    ['merge', 'print', 'join'],
  );
  const [merge, print, join] = predicted.map(({ seconds }) => seconds);
  for (const [index, machines] of [1, 16, 256].entries()) {
    near(merge?.[index], 200);
    near(print?.[index], 1 + 16_000 / machines);
    near(join?.[index], 3);
  }
});

test('what was too short to measure grows in proportion', () => {
  const costs = [cost(1000, 'print', 0.5, 15), cost(10_000, 'print', 11, 152)];
  const [print] = predict(costs, 100_000, [1]);
  assert.ok((print?.seconds[0] ?? 0) > 1000);
});
