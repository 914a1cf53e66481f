import type { Sentence } from './format-sentence.ts';
import type { PluralForms } from './plural.ts';

/**
 * All words of the interface, grouped by where they appear; plain data. Texts are without markup.
 * Labels have no colon: print `page.labelSeparator` after them. `formatSentence` fills a sentence
 * with final strings (joined names, formatted dates), `fillSentence` prints links in it, and
 * `formatCount` chooses a plural form.
 */
export interface Words {
  /** A BCP 47 tag: the language whose plural forms the words have. */
  readonly language: string;
  readonly page: {
    readonly skipToContent: string;
    /** Label of the site's main menu. */
    readonly mainNavigation: string;
    readonly close: string;
    /** Link to RSS and other feeds. */
    readonly feeds: string;
    /**
     * Printed between a label and its value: `: `, in French with a no-break space before it.
     */
    readonly labelSeparator: string;
    readonly draft: string;
    readonly scheduled: string;
    /** No longer published. */
    readonly expired: string;
    /** Title of the page about the origin of texts and pictures. */
    readonly credits: string;
  };
  readonly article: {
    /** Label of the list of an article's headings. */
    readonly sections: string;
    readonly published: string;
    readonly updated: string;
    /** `names` are already joined. */
    readonly byline: Sentence<'names'>;
    readonly translatedBy: Sentence<'name'>;
    /** Heading of the key points above the text. */
    readonly inShort: string;
    readonly topics: string;
    readonly readingTime: PluralForms;
    /**
     * By years, at least 1. Plural forms, because the count is known only when the page is
     * read.
     */
    readonly olderThan: PluralForms;
    /** The previous and next article of the section. */
    readonly previous: string;
    readonly next: string;
    /** Articles on the same topics. */
    readonly moreOnThis: string;
    readonly footnotes: string;
    /** Contains `{reference}` for the number of the note. */
    readonly backToReference: Sentence<'reference'>;
  };
  /** What kind of work an article is; news has no label. */
  readonly kinds: {
    readonly analysis: string;
    readonly opinion: string;
    readonly editorial: string;
    /** The background of the news, for those who are new to it. */
    readonly explainer: string;
    readonly interview: string;
    readonly review: string;
    readonly obituary: string;
    readonly factcheck: string;
    /** A long report, with scenes and people. */
    readonly feature: string;
    /** An article that grows by entries while something happens. */
    readonly live: string;
    /** Paid for by somebody whom it serves: the word that the law of most readers asks for. */
    readonly sponsored: string;
    /** A letter to the editor. */
    readonly letter: string;
  };
  /** Titles of blocks in the text that have none of their own. */
  readonly blocks: {
    readonly timeline: string;
    /** The people of a story. */
    readonly people: string;
    /** How a piece of reporting was made. */
    readonly methods: string;
    readonly facts: string;
    readonly note: string;
    readonly tip: string;
    readonly important: string;
    readonly warning: string;
    /** Of something dangerous; stronger than `warning`. */
    readonly caution: string;
    readonly question: string;
    readonly example: string;
    readonly summary: string;
    /** What readers open to see more. */
    readonly details: string;
  };
  readonly live: {
    /** Label of a live article that has ended. */
    readonly closed: string;
    /** Label of the navigation of a live article. */
    readonly keyEvents: string;
  };
  readonly stories: {
    /** Title of the list of all running stories: stories that go on over several articles. */
    readonly title: string;
    /** Which part of a running story an article is; `part` is a number. */
    readonly part: Sentence<'part', 'story'>;
    /** The part before an article, and after it. */
    readonly previous: string;
    readonly next: string;
    /** A running story that goes on, and one that has ended. */
    readonly open: string;
    readonly closed: string;
    /** Above the headline of a story that goes on, and of one that has ended. */
    readonly continues: string;
    readonly hasEnded: string;
    /** Heading of its key points. */
    readonly whatWeKnow: string;
    /** Label of its newest article. */
    readonly latest: string;
    /** Link to its feed. */
    readonly follow: string;
  };
  readonly people: {
    /** Title of the list of all authors. */
    readonly authors: string;
    /** Heading of the articles of one person. */
    readonly articles: string;
    /** Label of addresses at which a person can be reached. */
    readonly contact: string;
    /** Label of pages about a person on other sites. */
    readonly elsewhere: string;
  };
  readonly source: {
    readonly publishedBy: Sentence<'source'>;
    readonly publishedByOn: Sentence<'source', 'day'>;
    readonly archivedCopy: string;
    readonly licence: string;
    readonly licenceOfText: string;
  };
  readonly picture: {
    /** `${creditLabel}${page.labelSeparator}${credit(creator, source)}` is the credit line. */
    readonly creditLabel: string;
    readonly credit: Sentence<'creator', 'source'>;
    /** The credit of a picture with an unknown creator. */
    readonly creditOfSource: Sentence<'source'>;
    readonly notShown: string;
    /** Label of the changes to a picture, which some licences require. */
    readonly changes: string;
    /** Printed before the credit of a picture in the text; authors may write it too. */
    readonly label: string;
    /** Title of the credits of all pictures in an article. */
    readonly listTitle: string;
    readonly notStated: string;
    /** Label of the articles that use a picture. */
    readonly shownIn: string;
    /** Links between the pages of a picture list. */
    readonly newest: string;
    readonly newer: string;
    readonly older: string;
    readonly oldest: string;
    /** Printed instead of a licence that has no name. */
    readonly publicDomain: string;
    readonly allRightsReserved: string;
    readonly usGovernmentWork: string;
  };
  /** Tables and charts. */
  readonly data: {
    /** Before the caption of a table, as authors write it: `Table: Ferries by year`. */
    readonly caption: string;
    /** Before the source of a table or chart; authors write it too. */
    readonly source: string;
    /** The table below a chart, which opens. */
    readonly asTable: string;
    /** Link to the data file. */
    readonly download: string;
    /** Kinds of charts, for screen readers: lines, areas, upright and lying bars. */
    readonly line: string;
    readonly area: string;
    readonly column: string;
    readonly bar: string;
  };
  readonly corrections: {
    readonly title: string;
    readonly correction: string;
    readonly clarification: string;
    readonly update: string;
    readonly retraction: string;
  };
  readonly lists: {
    readonly topic: Sentence<'name'>;
    readonly allSections: string;
    readonly allTopics: string;
    readonly allArticles: string;
    /** Label of the links to the letters of an index. */
    readonly byLetter: string;
    /** Title of the newest articles in a list. */
    readonly newest: string;
    readonly olderArticles: string;
    /** Link from an older page of a list to the next newer one. */
    readonly newerArticles: string;
    readonly newestArticles: string;
    readonly oldestArticles: string;
    /** Label of the links to the pages of a list. */
    readonly pages: string;
    readonly pageNumber: Sentence<'number'>;
    readonly numberOfArticles: PluralForms;
    /** A publication or list without articles. */
    readonly emptyTitle: string;
    readonly emptyExplanation: string;
  };
  readonly archive: {
    readonly title: string;
    /** Title of the articles of one day in all years. */
    readonly onThisDay: string;
    /** Heading of chosen articles of a year. */
    readonly highlights: string;
    /** `period` is a month or year from `formatMonth` or `formatYear`. */
    readonly of: Sentence<'period'>;
    readonly previousYear: string;
    readonly nextYear: string;
    readonly previousMonth: string;
    readonly nextMonth: string;
  };
  /** Shown to a person who opens a feed in a browser. */
  readonly feeds: {
    readonly title: string;
    readonly explanation: string;
    /** Link to the list of feeds. */
    readonly list: string;
  };
  /** The page that says how to follow the publication. */
  readonly follow: {
    /** Its title, and the link to it. */
    readonly title: string;
    readonly newsletter: string;
    /** Link to the setting of Google by which readers see more of the publication. */
    readonly google: string;
  };
  readonly editions: {
    readonly title: string;
    readonly readInOtherLanguages: string;
  };
  readonly notFound: {
    readonly title: string;
    readonly explanation: string;
    readonly toFrontPage: string;
    /** Before a suggested URL. */
    readonly perhaps: string;
  };
  readonly search: {
    readonly title: string;
    readonly placeholder: string;
    readonly searching: string;
    readonly noResults: Sentence<'query'>;
    readonly numberOfResults: PluralForms;
    readonly needsJavaScript: string;
    /** Before anything is typed. */
    readonly hint: string;
    /** After it: `-word`. */
    readonly minusHint: string;
    /** The button that shows the lists and fields that narrow a search. */
    readonly filters: string;
    readonly section: string;
    readonly topic: string;
    /** Label of the kinds of work, such as opinion. */
    readonly kind: string;
    readonly author: string;
    /** Labels of the first and the last day of a period. */
    readonly from: string;
    readonly to: string;
    /** Label of the order of results, which has three choices. */
    readonly order: string;
    readonly bestFirst: string;
    readonly newestFirst: string;
    readonly oldestFirst: string;
    readonly language: string;
    /** First choice of a search filter; `help` names it. */
    readonly any: string;
    readonly allLanguages: string;
    /** If nothing was found: a query with words that articles have. */
    readonly didYouMean: Sentence<'query'>;
    /** A link; `filter` is its label and value. */
    readonly withoutFilter: Sentence<'filter'>;
    readonly inAllLanguages: string;
    readonly help: string;
    readonly failed: string;
    readonly tryAgain: string;
    readonly more: string;
    /** Like `more`, where the rest of a large archive may have none. */
    readonly further: string;
    /** In the dev preview; npm commands as typed. */
    readonly onlyBuilt: string;
    /** Heading of the content below an empty search. */
    readonly browse: string;
  };
  readonly reading: {
    /** Title of the reading settings. */
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
    readonly previousSection: string;
    readonly nextSection: string;
    readonly continueWhereYouLeftOff: string;
    readonly dismiss: string;
  };
  readonly aloud: {
    readonly listen: string;
    readonly pause: string;
    readonly resume: string;
    readonly stop: string;
    readonly speed: string;
  };
  readonly clip: {
    /** Label of the words that are spoken in a film or a recording. */
    readonly transcript: string;
  };
  /** For enlarged pictures. */
  readonly gallery: {
    readonly previous: string;
    readonly next: string;
    /** Which picture is shown. Contains `{number}` and `{count}`. */
    readonly position: Sentence<'number', 'count'>;
  };
  readonly share: {
    readonly share: string;
    readonly copyLink: string;
    readonly linkCopied: string;
    /** Copies the text beside the button; then the result. */
    readonly copy: string;
    readonly copied: string;
    readonly qrCode: string;
    readonly cite: string;
    /** Name of a citation without a style. */
    readonly plainText: string;
    /** Contains `{date}`, the day on which the page was read. */
    readonly accessed: Sentence<'date'>;
    readonly print: string;
  };
  readonly offline: {
    readonly save: string;
    readonly saved: string;
    /** After a failed attempt, complete or partial. */
    readonly failed: string;
    readonly remove: string;
    /** The page shown for a page that was not saved. */
    readonly title: string;
    readonly explanation: string;
    readonly savedArticles: string;
    readonly nothingSaved: string;
    /** `button` is `save`. */
    readonly howToSave: Sentence<'button'>;
  };
}
