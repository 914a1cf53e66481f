/** The parts of a credit that a licence may require. */
export type CreditPart = 'creator' | 'source' | 'sourceUrl' | 'title';

/**
 * A requirement of a licence: one of `parts` must be given with the picture. `error`: always;
 * `warning`: if it exists; `advice`: if practicable.
 */
export interface LicenceNeed {
  readonly parts: readonly CreditPart[];
  readonly level: 'error' | 'warning' | 'advice';
  /** The section of the licence. */
  readonly why: string;
}

/** What a licence does not permit everyone. */
export type LicenceLimit = 'no-derivatives' | 'non-commercial' | 'share-alike';

/** A licence and its requirements. */
export interface KnownLicence {
  /** Its short name, in English unless `word` is set. */
  readonly name: string;
  /** The URL of its text. Absent for statements that are not licences. */
  readonly url?: string;
  readonly needs: readonly LicenceNeed[];
  readonly limits: readonly LicenceLimit[];
  /** If its name is a phrase: the key of the phrase in the interface's words. */
  readonly word?: 'publicDomain' | 'allRightsReserved' | 'usGovernmentWork';
}
