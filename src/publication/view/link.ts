export interface Link {
  readonly text: string;
  readonly href: string;
  /** Whether the link leads to the page that prints it, or to the section of that page. */
  readonly current?: 'page' | 'true';
  /** Whether its text may run in the other direction than the text around it. */
  readonly isolate?: true;
}

/** A link to the same thing in another language, in that language. */
export interface LanguageLink extends Link {
  readonly language: string;
  /** If it differs from that of the page. */
  readonly direction?: 'ltr' | 'rtl';
}
