/**
 * Commands with which jobs of a CI, which share no disk, pass on the files that each adds to the store.
 * Every file of a store is written once and whole, so the parts fit together in any order.
 */
export const partsFolder = '.parts';

export const unpackParts: readonly string[] = [
  `mkdir -p "$STORE" ${partsFolder}`,
  `for part in ${partsFolder}/*.tar; do [ ! -e "$part" ] || tar -xf "$part"; done`,
  `rm -rf ${partsFolder} && mkdir ${partsFolder} && touch .started`,
];

/** Packs what is newer than the start of the job. */
export function packPart(name: string): string {
  return `find "$STORE" -type f -newer .started -print0 | tar --null -T - -cf "${partsFolder}/${name}.tar"`;
}
