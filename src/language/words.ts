import type { PluralForms } from './plural.ts';

/**
 * Every word the interface prints, grouped by where it stands. Texts are plain, without
 * mark-up. Labels end without a colon: `page.labelSeparator` stands between a label and what it
 * labels. Parameters are final strings (names joined, dates formatted) unless they are numbers.
 * To print a link in the middle of a sentence, take its function apart with `splitSentence`.
 */
export interface Words {
  readonly page: {
    readonly skipToContent: string;
    /** Label of the menu of the whole site. */
    readonly mainNavigation: string;
    readonly menu: string;
    readonly close: string;
    /** The publication's first page, where it is linked: "Home". */
    readonly home: string;
    /** The same page where a sentence or a title names it: "Front page". */
    readonly frontPage: string;
    readonly about: string;
    /** Link to RSS and its kin. */
    readonly feeds: string;
    /** Between a label and its value: `: `, in French with a no-break space before it. */
    readonly labelSeparator: string;
    /** Hidden text of a link that leaves the site. */
    readonly externalLink: string;
    readonly draft: string;
    readonly scheduled: string;
    /** No longer published. */
    readonly expired: string;
    /** Title of the page that explains where texts and pictures come from. */
    readonly credits: string;
  };
  readonly article: {
    /** Label of the list of an article's headings. */
    readonly sections: string;
    readonly published: string;
    readonly updated: string;
    /** `names` are joined already. */
    readonly byline: (names: string) => string;
    readonly translatedBy: (name: string) => string;
    /** Heading of the key points above the text. */
    readonly inShort: string;
    readonly topics: string;
    readonly readingTime: (minutes: number) => string;
    /** By years, 1 or more; forms, since the count is known only when the page is read. */
    readonly olderThan: PluralForms;
    /** Neighbours in time within the article's section. */
    readonly previous: string;
    readonly next: string;
    /** Articles on the same topics. */
    readonly moreOnThis: string;
    readonly related: string;
    readonly footnotes: string;
    /** Holds `{reference}` where the number of the note stands. */
    readonly backToReference: string;
    /** Label of a table that scrolls sideways. */
    readonly table: string;
    /** Title of the page that lists what changed since publication. */
    readonly history: string;
  };
  readonly source: {
    /** Label of where a copy comes from. */
    readonly label: string;
    readonly publishedBy: (source: string) => string;
    readonly publishedByOn: (source: string, day: string) => string;
    readonly archivedCopy: string;
    readonly licence: string;
    readonly licenceOfText: string;
  };
  readonly picture: {
    /** `${creditLabel}${page.labelSeparator}${credit(creator, source)}` is the credit line. */
    readonly creditLabel: string;
    readonly credit: (creator: string, source: string) => string;
    /** The credit of a picture whose creator is not known. */
    readonly creditOfSource: (source: string) => string;
    readonly notShown: string;
    /** Label of what was changed in a picture, as its licence asks. */
    readonly changes: string;
    /** Stands before the credit of a picture in the text; copy may write it so as well. */
    readonly label: string;
    /** Title of the credits of all pictures in a text. */
    readonly listTitle: string;
    readonly notStated: string;
    /** Label of the articles that show a picture. */
    readonly shownIn: string;
    /** Links from one page of pictures to others. */
    readonly newest: string;
    readonly newer: string;
    readonly older: string;
    readonly oldest: string;
    /** What stands for a licence that has no name of its own. */
    readonly publicDomain: string;
    readonly allRightsReserved: string;
    readonly usGovernmentWork: string;
  };
  readonly corrections: {
    readonly title: string;
    readonly correction: string;
    readonly clarification: string;
    readonly update: string;
    readonly retraction: string;
    /** Link to the rules by which the publication corrects itself. */
    readonly policy: string;
    /** On the page of corrections, where there are none. */
    readonly none: string;
  };
  readonly lists: {
    readonly topic: (name: string) => string;
    readonly section: (name: string) => string;
    readonly allSections: string;
    readonly allTopics: string;
    readonly allArticles: string;
    /** Title of the newest articles of a list. */
    readonly newest: string;
    readonly olderArticles: string;
    /** Link from an older page one step towards the newest. */
    readonly newerArticles: string;
    readonly newestArticles: string;
    readonly oldestArticles: string;
    /** Label of the links from one page of a list to its others. */
    readonly pages: string;
    readonly pageNumber: (number: number) => string;
    readonly numberOfArticles: (count: number) => string;
    /** A publication or list without any article. */
    readonly emptyTitle: string;
    readonly emptyExplanation: string;
  };
  readonly archive: {
    readonly title: string;
    /** `period` is a month or year as `formatMonth` and `formatYear` give it. */
    readonly of: (period: string) => string;
    readonly previousYear: string;
    readonly nextYear: string;
    readonly previousMonth: string;
    readonly nextMonth: string;
  };
  /** What a person reads who opens a feed in a browser. */
  readonly feeds: {
    readonly title: string;
    readonly explanation: string;
    /** Link to the list of all feeds. */
    readonly list: string;
  };
  readonly editions: {
    readonly title: string;
    readonly readInOtherLanguages: string;
    /** `language` is a language's own name, as `languageName` gives it. */
    readonly readThisIn: (language: string) => string;
    readonly editionOf: (language: string) => string;
  };
  readonly notFound: {
    readonly title: string;
    readonly explanation: string;
    readonly toFrontPage: string;
    /** Before an address. */
    readonly perhaps: string;
  };
  readonly search: {
    readonly title: string;
    readonly placeholder: string;
    readonly searching: string;
    readonly noResults: (query: string) => string;
    readonly numberOfResults: (count: number) => string;
    readonly needsJavaScript: string;
    /** Before anything is typed. */
    readonly hint: string;
    /** Behind it: `-word`. */
    readonly minusHint: string;
    readonly section: string;
    readonly topic: string;
    readonly year: string;
    /** The last of several years. */
    readonly toYear: string;
    /** Of the results, with its three choices. */
    readonly order: string;
    readonly bestFirst: string;
    readonly newestFirst: string;
    readonly oldestFirst: string;
    readonly language: string;
    /** First choice of a list that narrows the search; `help` names it. */
    readonly any: string;
    readonly allLanguages: string;
    /** Where nothing was found. */
    readonly help: string;
    readonly failed: string;
    readonly tryAgain: string;
    readonly more: string;
    /** In the live preview; npm's commands as they are typed. */
    readonly onlyBuilt: string;
    /** Over what stands there without a search. */
    readonly browse: string;
  };
  readonly reading: {
    /** Title of the reader's settings. */
    readonly settings: string;
    readonly textSize: string;
    readonly smaller: string;
    readonly larger: string;
    readonly lineWidth: {
      readonly label: string;
      readonly narrow: string;
      readonly normal: string;
      readonly wide: string;
    };
    readonly spacing: {
      readonly label: string;
      readonly tight: string;
      readonly normal: string;
      readonly loose: string;
    };
    readonly typeface: {
      readonly label: string;
      readonly serif: string;
      readonly sans: string;
    };
    readonly theme: {
      readonly label: string;
      readonly system: string;
      readonly light: string;
      readonly sepia: string;
      readonly dark: string;
      readonly highContrast: string;
    };
    readonly reset: string;
  };
  readonly progress: {
    /** Label of the bar that shows how far a reader has come. */
    readonly label: string;
    readonly contents: string;
    readonly previousSection: string;
    readonly nextSection: string;
    readonly currentSection: string;
    /** Mark beside the paragraph where a reader left off. */
    readonly youWereHere: string;
    readonly continueWhereYouLeftOff: string;
    readonly continue: string;
    readonly dismiss: string;
  };
  readonly aloud: {
    readonly listen: string;
    readonly pause: string;
    readonly resume: string;
    readonly stop: string;
    readonly speed: string;
  };
  /** Of pictures that are shown large, one after another. */
  readonly gallery: { readonly previous: string; readonly next: string };
  readonly share: {
    readonly share: string;
    readonly copyLink: string;
    readonly linkCopied: string;
    /** Copies the text beside the button; then what was done. */
    readonly copy: string;
    readonly copied: string;
    readonly qrCode: string;
    readonly cite: string;
    /** Name of a citation that follows no style. */
    readonly plainText: string;
    /** Holds `{date}`, the day on which a page that is cited was read. */
    readonly accessed: string;
    readonly print: string;
  };
  readonly offline: {
    readonly save: string;
    readonly saved: string;
    /** After the attempt: in whole or in part. */
    readonly failed: string;
    readonly remove: string;
    readonly youAreOffline: string;
    /** The page shown in place of one that was not saved. */
    readonly title: string;
    readonly explanation: string;
    readonly savedArticles: string;
    readonly nothingSaved: string;
    /** `button` is `save`. */
    readonly howToSave: (button: string) => string;
  };
}
