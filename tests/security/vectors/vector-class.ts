/**
 * Markup that would do harm on a page. In it stand, to be filled in for each vector (`fillVector`),
 * RUN for a script that tells that it ran, HOST for a host that is asked then, and WORD
 * for a word that a reader must be able to read; where there is no WORD, nothing of it is words.
 */
export type Vector = string;

export interface VectorClass {
  readonly name: string;
  /**
   * What all of its `live` vectors do where nothing holds them back: run their script, ask
   * another host, or leave an element or attribute that an article has no use for.
   */
  readonly harm: 'script' | 'request' | 'element';
  readonly live: readonly Vector[];
  /** Forms that harm in other browsers, in older ones, or with other parsers in front of them. */
  readonly dormant?: readonly Vector[];
}
