/** A library of the tests that has no types of its own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown);
    readonly data: readonly unknown[];
    format(kind: 'data' | 'bibliography', options: object): unknown;
  }
}
