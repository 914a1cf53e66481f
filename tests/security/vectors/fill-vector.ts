import type { Vector } from './vector-class.ts';

/** The readable word of a vector. */
export function wordOf(number: number): string {
  return `word${number}x`;
}

/** The host that a vector requests: a reserved name that never resolves (RFC 2606). */
export function hostOf(number: number): string {
  return `v${number}.evil.example`;
}

/** A vector whose script calls `pwned(number)`, with its own word and host. */
export function fillVector(vector: Vector, number: number): string {
  return vector
    .replaceAll('RUN', () => `pwned(${number})`)
    .replaceAll('HOST', () => hostOf(number))
    .replaceAll('WORD', () => wordOf(number));
}
