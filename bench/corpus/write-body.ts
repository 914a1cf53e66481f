import type { Random } from './create-random.ts';
import type { Prose } from './prose.ts';
import { countWords, writeLine } from './prose.ts';

/** The approximate number of words in the body of an article. */
export const wordsPerArticle = 650;

/**
 * Creates a body in Markdown: paragraphs below headings, some with emphasis and links; each has
 * a list and a quotation, every fifth a table and every eighth a footnote. It ends with a line
 * break.
 */
export function writeBody(prose: Prose, random: Random): string {
  // The last section exceeds the target, by 65 words on average.
  const target = wordsPerArticle - 65 + random.whole(-80, 80);
  const specials = [writeList, writeQuote];
  if (random.chance(0.2)) specials.push(writeTable);
  if (random.chance(0.125)) specials.push(writeFootnote);

  const blocks = [writeParagraph(prose, random), writeParagraph(prose, random)];
  let words = countWords(blocks.join(' '));
  let sections = 0;
  while (words < target || specials.length > 0) {
    const special = sections > 0 ? specials.shift() : undefined;
    const next = [
      `${sections > 0 && random.chance(0.25) ? '###' : '##'} ${writeLine(prose, prose.headings, random)}`,
      writeParagraph(prose, random),
      special ? special(prose, random) : writeParagraph(prose, random),
    ];
    blocks.push(...next);
    words += countWords(next.join(' '));
    sections += 1;
  }
  return `${blocks.join('\n\n')}\n`;
}

function writeSentence(prose: Prose, random: Random): string {
  return writeLine(prose, prose.patterns, random);
}

function writeParagraph(prose: Prose, random: Random): string {
  const sentences = Array.from({ length: random.whole(2, 4) }, () => {
    const sentence = writeSentence(prose, random);
    if (random.chance(0.06)) return `${sentence} **${writeSentence(prose, random)}**`;
    return random.chance(0.1)
      ? sentence.replace(/ ([a-z]{5,}|[가-힣]{3,}) /u, ' *$1* ')
      : sentence;
  });
  if (random.chance(0.3)) sentences.push(writeLink(prose, random));
  return sentences.join(' ');
}

// example.org is reserved (RFC 2606), so readers and link checkers reach nobody.
function writeLink(prose: Prose, random: Random): string {
  const text = writeLine(prose, prose.headings, random);
  return `[${text}](https://example.org/reports/${random.whole(1000, 9999)}).`;
}

function writeList(prose: Prose, random: Random): string {
  const mark = random.chance(0.3) ? '1.' : '-';
  const entries = Array.from({ length: random.whole(3, 5) }, () =>
    writeSentence(prose, random),
  );
  return entries.map((entry) => `${mark} ${entry}`).join('\n');
}

function writeQuote(prose: Prose, random: Random): string {
  return `> ${writeSentence(prose, random)} ${writeSentence(prose, random)}`;
}

function writeTable(prose: Prose, random: Random): string {
  const rows = Array.from({ length: random.whole(3, 6) }, () => {
    const name = random.pick(prose.words.who);
    return `| ${name} | ${random.whole(10, 990)} | ${random.whole(10, 990)} |`;
  });
  return ['|   | 2023 | 2024 |', '| :-- | --: | --: |', ...rows].join('\n');
}

function writeFootnote(prose: Prose, random: Random): string {
  return `${writeSentence(prose, random)}[^1]\n\n[^1]: ${writeSentence(prose, random)}`;
}
