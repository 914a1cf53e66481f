/** A library that the tests use. It comes without types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown);
    readonly data: readonly unknown[];
    format(kind: 'data' | 'bibliography', options: object): unknown;
  }
}
