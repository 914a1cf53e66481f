import { addresses } from './addresses.ts';
import { blocks } from './blocks.ts';
import { characters } from './characters.ts';
import { clobbering } from './clobbering.ts';
import { comments, unended } from './comments.ts';
import { documents, forms } from './documents.ts';
import { mathml, svg } from './foreign-elements.ts';
import { handlers } from './handlers.ts';
import { frames, pictures } from './loading.ts';
import { scripts } from './scripts.ts';
import { styles } from './styles.ts';
import { mutation, templates } from './templates.ts';
import type { Vector, VectorClass } from './vector-class.ts';

export const vectorClasses: readonly VectorClass[] = [
  scripts,
  handlers,
  addresses,
  svg,
  mathml,
  templates,
  mutation,
  clobbering,
  styles,
  documents,
  forms,
  frames,
  pictures,
  comments,
  unended,
  characters,
  blocks,
];

/** One vector with the number that identifies its script, host and word. */
export interface NumberedVector {
  readonly number: number;
  readonly of: VectorClass;
  readonly vector: Vector;
  readonly live: boolean;
}

export const numberedVectors: readonly NumberedVector[] = vectorClasses
  .flatMap((of) => [
    ...of.live.map((vector) => ({ of, vector, live: true })),
    ...(of.dormant ?? []).map((vector) => ({ of, vector, live: false })),
  ])
  .map((vector, index) => ({ number: index + 1, ...vector }));
