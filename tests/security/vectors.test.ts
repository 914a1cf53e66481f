import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserOrSkip } from '../browser.ts';
import { rounds } from '../support/rounds.ts';
import { faultOf } from './allowed-markup.ts';
import { type Conduct, openFrames } from './open-frames.ts';
import { parseElements } from './parse-elements.ts';
import { renderUnsafe } from './render-unsafe.ts';
import { fillVector, hostOf } from './vectors/fill-vector.ts';
import { numberedVectors, vectorClasses } from './vectors/vector-classes.ts';

/** Every third vector, because vectors rarely change; all in `npm run test:long`. */
const step = rounds(3, 1);

// Other tests check what stops the vectors. This one checks that they are dangerous.
test('without the sanitiser, every live vector does harm', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const live = numberedVectors.filter(({ live }) => live).filter((_, n) => n % step === 0);
  const documents = new Map(
    live.map(({ number, vector }) => [number, renderUnsafe(fillVector(vector, number))]),
  );
  const byNumber = new Map(live.map((one) => [one.number, one]));
  const didHarm = (number: number, { ran, asked }: Conduct): boolean => {
    const harm = byNumber.get(number)?.of.harm;
    if (harm === 'script') return ran.has(number);
    if (harm === 'request') return asked.has(hostOf(number));
    return parseElements(documents.get(number) ?? '').some(faultOf);
  };
  const opened = [...documents].filter(
    ([number]) => byNumber.get(number)?.of.harm !== 'element',
  );
  const conduct = await openFrames(browser, new Map(opened), didHarm);
  for (const { name } of vectorClasses) {
    await t.test(name, () => {
      const harmless = live.filter(
        ({ of, number }) => of.name === name && !didHarm(number, conduct),
      );
      assert.deepEqual(
        harmless.map(({ vector }) => vector),
        [],
      );
    });
  }
});
