import { knownLicence } from '../../content/article/licence.ts';
import { canonicalLanguage } from '../../language/canonical-language.ts';
import type { DraftFields, DraftName, ImportOptions, Note } from '../draft.ts';
import { comparableText } from '../plain-text.ts';
import type { Resolve } from '../web-address.ts';
import { chooseDate, chooseUpdated } from './choose-dates.ts';
import { chooseAuthors, chooseTopics } from './choose-names.ts';
import { chooseTitle } from './choose-title.ts';
import { type Fact, type FactKind, noteChoice } from './fact.ts';

/** Front matter fields chosen from a page's facts, with notes. */
interface ChosenFields {
  readonly fields: Omit<DraftFields, 'image'>;
  readonly notes: readonly Note[];
}

interface Choice {
  readonly facts: readonly Fact[];
  readonly options: ImportOptions;
  /** The article's text, to compare with the summary. */
  readonly text: string;
  /** Resolves a URL of the page. */
  readonly resolve: Resolve;
  /** URL that the page was fetched from. */
  readonly url: string | undefined;
}

export function chooseFields(choice: Choice): ChosenFields {
  const { facts, options, resolve } = choice;
  const notes: Note[] = [];
  const all = (kind: FactKind) => facts.filter((fact) => fact.kind === kind);
  const site = all('site')[0]?.value;
  const canonical = resolve(all('canonical')[0]?.value ?? '') ?? choice.url;
  const title = chooseTitle(all('title'), site, options.title, notes);
  const lang = chooseLanguage(all('lang'), options.lang, notes);
  const context = { timeZone: options.timeZone, lang };
  const dateContext = { ...context, address: canonical, given: options.date };
  const date = chooseDate(all('date'), 'date', dateContext, notes);
  const updated = chooseUpdated(all('updated'), date, context, notes);
  const section = all('section')[0];
  if (section) notes.push(noteChoice('section', section, 'likely'));
  const topics = chooseTopics(all('topic'), notes);
  const authors = chooseAuthors(all('author'), resolve, notes);
  const summary = chooseSummary(all('summary')[0], choice.text, notes);
  const licence = chooseLicence(all('licence'), resolve, notes);
  return {
    fields: {
      title,
      date,
      updated,
      summary,
      section: section?.value,
      topics,
      authors,
      ...((site || canonical) && {
        source: {
          name: site,
          url: canonical,
          published: canonical && date,
        },
      }),
      licence,
      lang,
    },
    notes,
  };
}

function chooseLanguage(
  facts: readonly Fact[],
  given: string | undefined,
  notes: Note[],
): string | undefined {
  if (given !== undefined) return given;
  for (const fact of facts) {
    const lang = canonicalLanguage(fact.value.replaceAll('_', '-'));
    if (lang === undefined) continue;
    notes.push(noteChoice('lang', fact, 'certain', lang));
    const other = facts.find(({ value }) => primary(value) !== primary(lang));
    if (other)
      notes.push({
        field: 'lang',
        message: `${other.from} says ${JSON.stringify(other.value)} instead`,
        certainty: 'doubtful',
      });
    return lang;
  }
  notes.push({
    field: 'lang',
    message: 'missing: the page does not declare its language',
    certainty: 'likely',
  });
  return undefined;
}

function primary(tag: string): string {
  return tag.toLowerCase().split(/[-_]/u)[0] ?? '';
}

/** Ignores a description that only repeats the beginning of the text. */
function chooseSummary(
  fact: Fact | undefined,
  text: string,
  notes: Note[],
): string | undefined {
  if (fact === undefined) return undefined;
  const beginning = comparableText(fact.value.replace(/\s*(?:…|\.\.\.|\[…\])\s*$/u, ''));
  if (beginning === '' || comparableText(text.slice(0, 2000)).includes(beginning)) {
    const message = `${fact.from} dropped: it repeats the beginning of the text`;
    notes.push({ field: 'summary', message, certainty: 'certain' });
    return undefined;
  }
  notes.push(noteChoice('summary', fact, 'likely'));
  return fact.value;
}

function chooseLicence(
  facts: readonly Fact[],
  resolve: Resolve,
  notes: Note[],
): DraftName | undefined {
  const [fact] = facts;
  if (fact === undefined) return undefined;
  const url = resolve(fact.url ?? '');
  const terms = /creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)/iu.exec(url ?? '');
  const zero = /creativecommons\.org\/publicdomain\/zero/iu.test(url ?? '') ? 'CC0' : undefined;
  const known = knownLicence(terms ? `CC ${terms[1]} ${terms[2]}` : (zero ?? fact.value));
  const name = known?.name ?? fact.value;
  notes.push(noteChoice('licence', fact, known ? 'certain' : 'doubtful', name));
  return url ? { name, url } : name;
}
