import type {
  Certainty,
  Draft,
  DraftFields,
  Drafts,
  ImportOptions,
  Note,
  SourceFile,
} from '../draft.ts';
import { dropEscapes } from '../markdown/drop-escapes.ts';
import { decodeText } from './decode-text.ts';
import { dropTextResidue } from './drop-residue.ts';
import { escapeHeading, escapeLine } from './escape-markdown.ts';
import { parseHeader } from './parse-header.ts';
import { type Paragraph, splitParagraphs } from './split-paragraphs.ts';
import { takeCredit } from './take-credit.ts';
import { takeDateline } from './take-dateline.ts';
import { headingCertainty, takeTitle } from './take-title.ts';

/**
 * Reads plain text into a draft. Date, credit, headings, dateline and title are detected, each
 * with a note; every other word goes into the body, with Markdown signs escaped. Refuses a text
 * without words.
 */
export function readText(file: SourceFile, options: ImportOptions): Drafts {
  const refuse = (reason: string) => ({
    drafts: [],
    refused: [{ source: file.source, line: 1, column: 1, reason }],
  });
  const decoded = decodeText(file, options.lang);
  if ('reason' in decoded) return refuse(decoded.reason);
  const cleaned = dropTextResidue(splitParagraphs(decoded.text));
  const language = options.lang === undefined ? guessLanguage(decoded.text) : undefined;
  const lang = options.lang ?? language?.lang;
  const head = parseHeader(cleaned.paragraphs, file.path, {
    timeZone: options.timeZone,
    lang: lang ?? options.languages?.[0],
  });
  const date = head.date ?? options.date;
  if (date === undefined) return refuse(noDateIn(decoded.text));
  const end = takeCredit(head.paragraphs);
  const titled = takeTitle(end.paragraphs, options.title);
  const [first] = titled.paragraphs;
  const opened = first ? openWith(first, date) : undefined;
  const paragraphs = opened ? [opened.first, ...titled.paragraphs.slice(1)] : titled.paragraphs;
  const body = toBody(paragraphs);
  if (body.text === '') return refuse('it has no text');
  const notes: Note[] = [
    ...[decoded, cleaned, head, end, titled, opened, body].flatMap((step) => step?.notes ?? []),
    ...(language
      ? [
          {
            field: 'lang',
            message: `${language.lang}, from its script`,
            certainty: language.certainty,
          },
        ]
      : []),
  ];
  const source = { ...opened?.source, url: file.url };
  const fields: DraftFields = {
    title: titled.title,
    date: head.date,
    updated: head.updated,
    dateline: opened?.dateline,
    authors: head.authors,
    image: end.credit === undefined ? undefined : { credit: end.credit },
    source,
    lang,
  };
  const draft: Draft = {
    source: file.source,
    identity: file.url ?? file.path ?? file.source,
    fields,
    body: body.text,
    pictures: [],
    notes,
  };
  return { drafts: [draft], refused: [] };
}

function noDateIn(text: string): string {
  const wrong = /^\s*(date:?\s+\d\S{0,30})/iu.exec(text)?.[1];
  const reason =
    wrong === undefined
      ? 'it has no date'
      : `"${wrong}" is not a valid date such as 2026-01-06`;
  return `${reason}; write \`date 2026-01-06\` as its first line, or give one with --date, and import it again`;
}

/**
 * Splits the dateline from the first paragraph. Its day is dropped if it is the day of `date`.
 */
function openWith(first: Paragraph, date: string | undefined) {
  const taken = takeDateline(first.lines[0] ?? '');
  if (!taken) return undefined;
  const { place, agency, day, rest } = taken;
  const isKnown = day === undefined || date?.slice(5, 10) === day.monthDay;
  const dateline = isKnown ? place : `${place}, ${day.written}`;
  const at = { line: first.line, column: first.column };
  const notes: Note[] = [
    {
      ...at,
      field: 'dateline',
      message: `${dateline}, from the beginning of the text`,
      certainty: 'likely',
    },
  ];
  if (!isKnown && date !== undefined) {
    const message = `"${day.written}" in the dateline is not the day of ${date}`;
    notes.push({ ...at, field: 'date', message, certainty: 'doubtful' });
  }
  if (agency !== undefined) {
    const message = `${agency}, from the beginning of the text`;
    notes.push({ ...at, field: 'source.name', message, certainty: 'likely' });
  }
  return {
    first: { ...first, lines: [rest, ...first.lines.slice(1)] },
    dateline,
    notes,
    source: { name: agency },
  };
}

function toBody(paragraphs: readonly Paragraph[]): { text: string; notes: Note[] } {
  const notes: Note[] = [];
  const sure = paragraphs.map(({ lines }) =>
    lines.length === 1 ? headingCertainty(lines[0] ?? '') : undefined,
  );
  const blocks = paragraphs.map(({ lines, line, column }, index) => {
    const text = lines.map(escapeLine).join('\\\n');
    const certainty = sure[index];
    const between = index > 0 && index < paragraphs.length - 1;
    // Consecutive short lines are a list, not headings.
    const alone = sure[index - 1] === undefined && sure[index + 1] === undefined;
    if (certainty === undefined || !between || !alone) return text;
    notes.push({ line, column, field: 'heading', message: `"${lines[0]}"`, certainty });
    return `## ${escapeHeading(lines[0] ?? '')}`;
  });
  return { text: blocks.length === 0 ? '' : dropEscapes(`${blocks.join('\n\n')}\n`), notes };
}

/** `share`: the minimum share of a script among all letters. */
const scripts: readonly [pattern: RegExp, share: number, lang: string, certainty: Certainty][] =
  [
    [/\p{Script=Hangul}/gu, 0.25, 'ko', 'likely'],
    [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 0.05, 'ja', 'likely'],
    [/\p{Script=Arabic}/gu, 0.25, 'ar', 'doubtful'],
    [/\p{Script=Han}/gu, 0.25, 'zh-Hans', 'doubtful'],
  ];

/**
 * Guesses the language from the script; undefined for scripts of many languages. Kana have a low
 * threshold: Japanese may consist mostly of Han.
 */
function guessLanguage(
  text: string,
): { readonly lang: string; readonly certainty: Certainty } | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const found = scripts.find(
    ([pattern, share]) => (text.match(pattern)?.length ?? 0) > letters * share,
  );
  return found && { lang: found[2], certainty: found[3] };
}
