/** The parts of a credit that a licence may ask for. */
export type CreditPart = 'creator' | 'source' | 'sourceUrl' | 'title';

/**
 * Something that must be told of a picture wherever it goes: one of `parts` serves. An `error`
 * is asked in any case, a `warning` where there is such a thing to tell, `advice` where it is
 * practicable or kind.
 */
export interface LicenceNeed {
  readonly parts: readonly CreditPart[];
  readonly level: 'error' | 'warning' | 'advice';
  /** Where the licence says so. */
  readonly why: string;
}

/** What a licence does not let everybody do. */
export type LicenceLimit = 'no-derivatives' | 'non-commercial' | 'share-alike';

/** A licence as it is printed, and what it asks of a credit. */
export interface KnownLicence {
  /** Its short name, in English unless `word` names it. */
  readonly name: string;
  /** Of its text; a statement that is no licence has none. */
  readonly url?: string;
  readonly needs: readonly LicenceNeed[];
  readonly limits: readonly LicenceLimit[];
  /** Where its name is a phrase: which of the interface's words says it. */
  readonly word?: 'publicDomain' | 'allRightsReserved' | 'usGovernmentWork';
}
