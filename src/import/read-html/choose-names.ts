import type { DraftName, Note } from '../draft.ts';
import type { Resolve } from '../html/whole-address.ts';
import { plain } from '../plain.ts';
import type { Fact } from './fact.ts';
import { noteChoice } from './note-choice.ts';
import { splitNames } from './split-names.ts';

/** The topics of the first place that tells any. */
export function chooseTopics(facts: readonly Fact[], notes: Note[]): string[] {
  const [first] = facts;
  if (first === undefined) return [];
  const same = facts.filter(({ from, value }) => from === first.from && plain(value) !== '');
  const topics = [...new Map(same.map(({ value }) => [value.toLowerCase(), value])).values()];
  notes.push(noteChoice('topics', first, 'likely', topics.join(', ')));
  return topics;
}

/** The bylines of the first place that tells any; what others say against them is noted. */
export function chooseAuthors(
  facts: readonly Fact[],
  resolve: Resolve,
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
  notes.push(noteChoice('authors', first, first.seen ? 'likely' : 'certain', names.join(', ')));
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
