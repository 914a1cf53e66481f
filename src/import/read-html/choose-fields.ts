import { knownLicence } from '../../article/licence.ts';
import { createNewsDate, isBefore, parseWrittenDate } from '../../article/news-date.ts';
import { canonicalLanguage } from '../../language/canonical-language.ts';
import type { DraftFields, DraftName, ImportOptions, Note } from '../draft.ts';
import type { Fact, FactKind } from './fact.ts';
import { readPageDate } from './page-date.ts';
import { plain } from './plain.ts';
import { splitNames } from './split-names.ts';
import { trimTitle } from './trim-title.ts';

/** What front matter makes of a page's facts, and what there is to say of each choice. */
export interface ChosenFields {
  readonly fields: Omit<DraftFields, 'image'>;
  readonly notes: readonly Note[];
}

interface Choice {
  readonly facts: readonly Fact[];
  readonly options: ImportOptions;
  /** The text of the article, to hold the summary against. */
  readonly text: string;
  /** An address of the page, written in full. */
  readonly resolve: (address: string) => string | undefined;
  /** Where the page was fetched from. */
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
  const date = chooseDate(all('date'), 'date', options.timeZone, canonical, notes);
  const updated = chooseUpdated(all('updated'), date, options.timeZone, notes);
  const section = all('section')[0];
  if (section) notes.push(taken('section', section, 'likely'));
  const topics = chooseTopics(all('topic'), notes);
  const authors = chooseAuthors(all('author'), resolve, notes);
  const summary = chooseSummary(all('summary')[0], choice.text, notes);
  const licence = chooseLicence(all('licence'), resolve, notes);
  return {
    fields: {
      ...(title && { title }),
      ...(date && { date }),
      ...(updated && { updated }),
      ...(summary && { summary }),
      ...(section && { section: section.value }),
      ...(topics.length > 0 && { topics }),
      ...(authors.length > 0 && { authors }),
      ...((site || canonical) && {
        source: {
          ...(site && { name: site }),
          ...(canonical && { url: canonical }),
          ...(canonical && date && { published: date }),
        },
      }),
      ...(licence && { licence }),
      ...(lang && { lang }),
    },
    notes,
  };
}

function taken(
  field: string,
  fact: Fact,
  certainty: Note['certainty'],
  what = fact.value,
): Note {
  const at = fact.line === undefined ? {} : { line: fact.line };
  return { ...at, field, message: `${JSON.stringify(what)}, from ${fact.from}`, certainty };
}

function chooseTitle(
  facts: readonly Fact[],
  site: string | undefined,
  given: string | undefined,
  notes: Note[],
): string | undefined {
  if (given !== undefined) {
    notes.push({ field: 'title', message: 'as given with --title', certainty: 'certain' });
    return given;
  }
  const [first] = facts;
  if (first === undefined) {
    notes.push({ field: 'title', message: 'the page has no headline', certainty: 'doubtful' });
    return undefined;
  }
  const shown = facts.find(({ from }) => from === '<h1>');
  const title = trimTitle(first.value, site, shown?.value, first.from === '<title>');
  const sure = first.seen || first.from === '<title>' ? 'likely' : 'certain';
  notes.push(taken('title', first, sure, title));
  if (title !== first.value)
    notes.push({
      field: 'left out',
      message: `${JSON.stringify(first.value.replace(title, '').trim())} after the headline: the name of the site`,
      certainty: 'likely',
    });
  if (shown && plain(shown.value) !== plain(title))
    notes.push({
      ...(shown.line !== undefined && { line: shown.line }),
      field: 'title',
      message: `<h1> has another headline: ${JSON.stringify(shown.value)}`,
      certainty: 'likely',
    });
  return title;
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
    notes.push(taken('lang', fact, 'certain', lang));
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
    message: 'the page does not say its language',
    certainty: 'likely',
  });
  return undefined;
}

function primary(tag: string): string {
  return tag.toLowerCase().split(/[-_]/u)[0] ?? '';
}

/** The first date that can be read; what others say against it is noted. */
function chooseDate(
  facts: readonly Fact[],
  field: 'date' | 'updated',
  timeZone: string,
  address: string | undefined,
  notes: Note[],
): string | undefined {
  let chosen: { date: string; fact: Fact } | undefined;
  for (const fact of facts) {
    const at = fact.line === undefined ? {} : { line: fact.line };
    const date = readPageDate(fact.value, timeZone);
    if (date === undefined) {
      // A time of day below a headline is nothing to report once the date is known.
      if (fact.seen && chosen) continue;
      const message = `${fact.from} ${JSON.stringify(fact.value.slice(0, 80))} is no date that can be read`;
      notes.push({ ...at, field, message, certainty: 'doubtful' });
    } else if (chosen === undefined) {
      chosen = { date, fact };
      notes.push(taken(field, fact, fact.seen ? 'likely' : 'certain', date));
    } else if (!fact.seen && !agree(date, chosen.date)) {
      const certainty = date.slice(0, 10) === chosen.date.slice(0, 10) ? 'likely' : 'doubtful';
      notes.push({ ...at, field, message: `${fact.from} says ${date} instead`, certainty });
    }
  }
  if (chosen) return chosen.date;
  if (field === 'updated') return undefined;
  const inAddress = /\/(\d{4})[/-](\d\d?)[/-](\d\d?)(?:\/|-|$)/u.exec(address ?? '');
  const date = inAddress && readPageDate(inAddress.slice(1).join('/'), timeZone);
  const message = date
    ? `${date}, from the address: the page itself does not say its date`
    : 'the page does not say when it was published';
  notes.push({ field, message, certainty: 'doubtful' });
  return date ?? undefined;
}

/** Whether two dates do not contradict each other. */
function agree(one: string, other: string): boolean {
  if (one.length === 10 || other.length === 10) return one.slice(0, 10) === other.slice(0, 10);
  return Date.parse(one) === Date.parse(other);
}

function chooseUpdated(
  facts: readonly Fact[],
  date: string | undefined,
  timeZone: string,
  notes: Note[],
): string | undefined {
  const own: Note[] = [];
  const updated = chooseDate(facts, 'updated', timeZone, undefined, own);
  if (updated === undefined || date === undefined || agree(updated, date)) {
    notes.push(...own.filter(({ certainty }) => certainty === 'doubtful'));
    return undefined;
  }
  const [later, earlier] = [updated, date].map((text) => {
    const written = parseWrittenDate(text);
    return written && createNewsDate(written, timeZone);
  });
  if (later && earlier && isBefore(later, earlier, timeZone)) {
    const message = `${updated} is before the date of publication and was left out`;
    notes.push({ field: 'updated', message, certainty: 'doubtful' });
    return undefined;
  }
  notes.push(...own);
  return updated;
}

function chooseTopics(facts: readonly Fact[], notes: Note[]): string[] {
  const [first] = facts;
  if (first === undefined) return [];
  const same = facts.filter(({ from, value }) => from === first.from && plain(value) !== '');
  const topics = [...new Map(same.map(({ value }) => [value.toLowerCase(), value])).values()];
  notes.push(taken('topics', first, 'likely', topics.join(', ')));
  return topics;
}

function chooseAuthors(
  facts: readonly Fact[],
  resolve: (address: string) => string | undefined,
  notes: Note[],
): DraftName[] {
  const [first] = facts;
  if (first === undefined) return [];
  const authors = new Map<string, DraftName>();
  for (const fact of facts.filter(({ from }) => from === first.from)) {
    const names = splitNames(fact.value);
    const url = fact.url && names.length === 1 ? resolve(fact.url) : undefined;
    for (const name of names)
      if (!authors.has(plain(name))) authors.set(plain(name), url ? { name, url } : name);
  }
  const names = [...authors.values()].map((author) =>
    typeof author === 'string' ? author : author.name,
  );
  notes.push(taken('authors', first, first.seen ? 'likely' : 'certain', names.join(', ')));
  const others = facts.filter(
    ({ from, value }) =>
      from !== first.from && splitNames(value).some((name) => !authors.has(plain(name))),
  );
  const [other] = others;
  if (other)
    notes.push({
      field: 'authors',
      message: `${other.from} says ${JSON.stringify(other.value)} instead`,
      certainty: 'likely',
    });
  return [...authors.values()];
}

/** A description is no summary where it only repeats how the text begins. */
function chooseSummary(
  fact: Fact | undefined,
  text: string,
  notes: Note[],
): string | undefined {
  if (fact === undefined) return undefined;
  const beginning = plain(fact.value.replace(/\s*(?:…|\.\.\.|\[…\])\s*$/u, ''));
  if (beginning === '' || plain(text.slice(0, 2000)).includes(beginning)) {
    const message = `${fact.from} repeats the beginning of the text and was left out`;
    notes.push({ field: 'summary', message, certainty: 'certain' });
    return undefined;
  }
  notes.push(taken('summary', fact, 'likely'));
  return fact.value;
}

function chooseLicence(
  facts: readonly Fact[],
  resolve: (address: string) => string | undefined,
  notes: Note[],
): DraftName | undefined {
  const [fact] = facts;
  if (fact === undefined) return undefined;
  const url = resolve(fact.url ?? '');
  const terms = /creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)/iu.exec(url ?? '');
  const zero = /creativecommons\.org\/publicdomain\/zero/iu.test(url ?? '') ? 'CC0' : undefined;
  const known = knownLicence(terms ? `CC ${terms[1]} ${terms[2]}` : (zero ?? fact.value));
  const name = known?.name ?? fact.value;
  notes.push(taken('licence', fact, known ? 'certain' : 'doubtful', name));
  return url ? { name, url } : name;
}
