import { replaceHash } from '../page/on-reading.ts';

/** Milliseconds of quiet before the address follows: browsers allow few changes in a short time. */
const quiet = 250;

/**
 * Makes the address keep up with what is read, in place of the entry of the history that is
 * there, so that "back" still leads to where the reader came from. The result takes the part
 * behind the address, with its `#`; empty for none.
 */
export function followAddress(): (hash: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (hash) => {
    clearTimeout(timer);
    const before = location.hash;
    timer = setTimeout(() => {
      // A link followed meanwhile has made an entry of its own.
      if (hash !== before && location.hash === before) replaceHash(hash);
    }, quiet);
  };
}
