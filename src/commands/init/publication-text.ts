import { stringify } from 'yaml';

/** What is asked, or known without asking. */
export interface ProjectFacts {
  /** The name of the publication. */
  readonly name: string;
  /** Language tags, the default first. */
  readonly languages: readonly string[];
  readonly timeZone: string;
  /** Today: `2026-01-06`. */
  readonly day: string;
}

/** The name of a publication in a folder of this name: `my-paper` -> `My Paper`. */
export function toPublicationName(folderName: string): string {
  const words = folderName.replace(/[-_\s]+/gu, ' ').trim();
  return words.replace(/(?<=^| )[a-z]/gu, (letter) => letter.toUpperCase());
}

/** The text of publication.yaml. */
export function formatPublication({ name, languages, timeZone }: ProjectFacts): string {
  const quoted = stringify(name, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).trim();
  return `# Settings of the publication. Every field is optional, and a mistake is reported with its line.

name: ${quoted}

# The line below the name.
# tagline: News from the harbour

# The address of the site, once it has one. Feeds, sitemaps and share cards need it.
# url: https://news.example

# The first is the language of bridge.md; bridge.TAG.md is the same article in another one, such as bridge.ko.md.
languages: [${languages.join(', ')}]

# Times without an offset are in this time zone.
timeZone: ${timeZone}

# The menu, in this order. An article belongs to one section: \`section: City\`.
# sections: [City, Country, World]

# Who publishes it, and the licence of the texts.
# owner: Harbour Press
# licence: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }
`;
}
