import { type Byline, readByline } from '../bylines/read-byline.ts';
import type { DraftName, Note } from '../draft.ts';
import { comparableText } from '../plain-text.ts';
import type { Resolve } from '../web-address.ts';
import { type Fact, noteChoice } from './fact.ts';

/** The topics of the first source that has any. */
export function chooseTopics(facts: readonly Fact[], notes: Note[]): string[] {
  const [first] = facts;
  if (first === undefined) return [];
  const same = facts.filter(
    ({ from, value }) => from === first.from && comparableText(value) !== '',
  );
  const topics = [...new Map(same.map(({ value }) => [value.toLowerCase(), value])).values()];
  notes.push(noteChoice('topics', first, 'likely', topics.join(', ')));
  return topics;
}

/** The authors of the first source that has any. Notes contradicting facts. */
export function chooseAuthors(
  facts: readonly Fact[],
  resolve: Resolve,
  notes: Note[],
): DraftName[] {
  const isNamed = ({ value }: Fact) => readByline(value).names.length > 0;
  const first = facts.find((fact) => isNamed(fact) && !isAccount(fact)) ?? facts.find(isNamed);
  if (first === undefined) {
    const [fact] = facts;
    if (fact) notes.push(noteNoAuthor(fact));
    return [];
  }
  const [before] = facts;
  if (before && before.from !== first.from) notes.push(noteNoAuthor(before));
  const written = facts.filter(({ from }) => from === first.from);
  const lines = written.map(({ value }) => readByline(value));
  const authors = new Map<string, DraftName>();
  for (const [index, { names }] of lines.entries()) {
    const address = written[index]?.url;
    const url = address && names.length === 1 ? resolve(address) : undefined;
    for (const name of names) {
      const spelt = spellLikeOthers(name, facts);
      if (!authors.has(comparableText(name)))
        authors.set(comparableText(name), url ? { name: spelt, url } : spelt);
    }
  }
  const names = [...authors.values()].map((author) =>
    typeof author === 'string' ? author : author.name,
  );
  const note = noteChoice('authors', first, certaintyOf(first, lines), names.join(', '));
  notes.push({ ...note, message: `${note.message}${describeRest(written, lines)}` });
  const others = facts.filter(
    ({ from, value }) =>
      from !== first.from &&
      readByline(value).names.some((name) => !authors.has(comparableText(name))),
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

/** Default account names of content management systems. */
function isAccount({ value }: Fact): boolean {
  return /^(?:admin\w*|web ?master|web ?editor|root|user\d*|wordpress|관리자|管理员|管理員|管理者|网站编辑|مدير الموقع)$/iu.test(
    value.trim(),
  );
}

function noteNoAuthor(fact: Fact): Note {
  const at = { line: fact.line };
  const message = `${fact.from} ${JSON.stringify(fact.value)} does not name an author`;
  return { ...at, field: 'authors', message, certainty: 'likely' };
}

function certaintyOf(first: Fact, lines: readonly Byline[]): Note['certainty'] {
  if (lines.some(({ isSure }) => !isSure)) return 'doubtful';
  return first.visible || lines.some(({ others }) => others.length > 0) ? 'likely' : 'certain';
}

/** For the report: the parts of bylines that are not names. */
function describeRest(written: readonly Fact[], lines: readonly Byline[]): string {
  const said = lines.flatMap(({ names, others, isSure }, index) => {
    const { value = '', from = '', visible: seen } = written[index] ?? {};
    const quoted = from.includes(value) ? 'it' : JSON.stringify(value);
    if (!isSure) return [`${quoted} is ambiguous`];
    if (others.length > 0)
      return [
        `${others.map((other) => JSON.stringify(other)).join(', ')} does not name an author`,
      ];
    // A visible line is part of the text, or has a note of its own.
    return seen || !hasMore(value, names) ? [] : [`it says ${quoted}`];
  });
  return said.map((what) => `; ${what}`).join('');
}

function hasMore(line: string, names: readonly string[]): boolean {
  const rest = names.reduce((left, name) => left.replace(name, ' '), line);
  return /[\p{L}\p{N}]/u.test(
    rest.replace(/(?<!\p{L})(?:by|and|von|und|par|et|por|y|e|بقلم|و|기자)(?!\p{L})/giu, ''),
  );
}

/** Replaces a name in capitals by its spelling elsewhere on the page. */
function spellLikeOthers(name: string, facts: readonly Fact[]): string {
  if (!/\p{Lu}{2}/u.test(name) || /\p{Ll}/u.test(name)) return name;
  const others = facts.flatMap(({ value }) => readByline(value).names);
  return (
    others.find((other) => other !== name && comparableText(other) === comparableText(name)) ??
    name
  );
}
