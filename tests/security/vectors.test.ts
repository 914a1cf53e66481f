import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserOrSkip } from '../browser.ts';
import { faultOf } from './allowed-markup.ts';
import { openFrames } from './open-frames.ts';
import { parseElements } from './parse-elements.ts';
import { renderUnsafe } from './render-unsafe.ts';
import { fillVector, hostOf } from './vectors/fill-vector.ts';
import { numberedVectors, vectorClasses } from './vectors/vector-classes.ts';

// What holds vectors back is tested elsewhere; here, that there is something to hold back.
test('without the sanitiser, every live vector does its harm', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const live = numberedVectors.filter((one) => one.live);
  const documents = new Map(
    live.map(({ number, vector }) => [number, renderUnsafe(fillVector(vector, number))]),
  );
  const opened = [...documents].filter(([number]) =>
    live.some((one) => one.number === number && one.of.harm !== 'element'),
  );
  const { ran, asked } = await openFrames(browser, new Map(opened));
  for (const { name, harm } of vectorClasses) {
    await t.test(name, () => {
      const harmless = live.filter(
        ({ of, number }) =>
          of.name === name &&
          !(harm === 'script'
            ? ran.has(number)
            : harm === 'request'
              ? asked.has(hostOf(number))
              : parseElements(documents.get(number) ?? '').some(faultOf)),
      );
      assert.deepEqual(
        harmless.map(({ vector }) => vector),
        [],
      );
    });
  }
});
