/** A random number generator with the same sequence for the same seed on every machine. */
export interface Random {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** An integer from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  /** True in `share` of all cases: `chance(0.05)` is one in twenty. */
  readonly chance: (share: number) => boolean;
  /** A random item of a list that is not empty. */
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
}

/** Creates a `Random` with mulberry32, whose 32 bits of state are enough for prose. */
export function createRandom(...seeds: readonly number[]): Random {
  let state = seeds.reduce((mixed, seed) => Math.imul(mixed ^ seed, 0x9e3779b1) + 1, 7);

  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }

  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
  };
}
