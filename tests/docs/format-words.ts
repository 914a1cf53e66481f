import { readFileSync } from 'node:fs';
import { type WordForm, wordForms } from '../../src/language/word-forms.ts';
import { WORDS } from '../../src/language/words-for.ts';

/** All words of the interface as tables, one for each group. */
export function formatWords(): string {
  const comments = readComments(
    readFileSync(new URL('../../src/language/words.ts', import.meta.url), 'utf8'),
  );
  const groups = Map.groupBy(wordForms(WORDS.en), ({ path }) => path.split('.')[0] ?? '');
  return [...groups]
    .map(([name, words]) => {
      const about = comments.get(name);
      return [
        `## ${name}`,
        '',
        ...(about === undefined ? [] : [about, '']),
        '| Word | English text | |',
        '| --- | --- | --- |',
        ...words.map(({ path, form }) => {
          const text = texts(form)
            .map((one) => `\`${one.replaceAll('|', '\\|')}\``)
            .join('<br>');
          return `| \`${path}\` | ${text} | ${comments.get(path) ?? ''} |`;
        }),
      ].join('\n');
    })
    .join('\n\n');
}

function texts(form: WordForm): string[] {
  if (form.kind === 'text') return [form.text];
  return Object.entries(form.texts).map(([category, text]) => `${category}: ${text}`);
}

/** The comments of words and groups in `words.ts`, by path. */
function readComments(source: string): Map<string, string> {
  const comments = new Map<string, string>();
  const [, body = ''] = source.split('export interface Words {');
  const path: string[] = [];
  const tokens = /\/\*\*(?<comment>[\s\S]*?)\*\/|readonly (?<name>\w+): (?<open>\{)?|\};?/gu;
  let comment: string | undefined;
  for (const { 0: token, groups } of body.matchAll(tokens)) {
    if (groups?.['comment'] !== undefined)
      comment = groups['comment']
        .replace(/\n\s*\*/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim();
    else if (groups?.['name'] !== undefined) {
      path.push(groups['name']);
      if (comment !== undefined) comments.set(path.join('.'), comment);
      comment = undefined;
      if (groups['open'] === undefined) path.pop();
    } else if (token.startsWith('}')) path.pop();
  }
  return comments;
}
