/**
 * Dangerous markup with placeholders that `fillVector` replaces: RUN for a script that reports
 * that it ran, HOST for a host that receives a request, and WORD for a word that a reader must
 * be able to read. Without WORD, it contains no text.
 */
export type Vector = string;

export interface VectorClass {
  readonly name: string;
  /**
   * What all `live` vectors do if nothing stops them: run their script, request another host,
   * or leave an element or attribute that an article does not need.
   */
  readonly harm: 'script' | 'request' | 'element';
  readonly live: readonly Vector[];
  /** Forms that are dangerous in other browsers, in older ones, or after other parsers. */
  readonly dormant?: readonly Vector[];
}
