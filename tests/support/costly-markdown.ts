/** Texts of about `length` characters that are slow for parsers, or could be. */
export const costlyMarkdown: Readonly<Record<string, (length: number) => string>> = {
  'opening brackets': repeated('['),
  'closing brackets': repeated(']'),
  'brackets in brackets': (n) => `${'['.repeat(n / 2)}a${']'.repeat(n / 2)}`,
  'short brackets': repeated('[a]'),
  'opening pictures': repeated('!['),
  'pictures in pictures': repeated('![]('),
  'links without end': repeated('[a]('),
  'parentheses in an address': (n) => `[a](${'('.repeat(n)}`,
  'titles without end': repeated('[a](b "'),
  'pointed addresses without end': repeated('[a](<b'),
  'opening stars': repeated('*a '),
  'opening pairs of stars': repeated('*a **a '),
  'opening underscores': repeated('_a '),
  'stars and underscores': repeated('*_'),
  'stars in words': repeated('a**b'),
  'one run of stars': repeated('*'),
  'emphasis in emphasis': (n) => `${'*a '.repeat(n / 6)}b${' a*'.repeat(n / 6)}`,
  'two emphases in each other': (n) => `${'*a_'.repeat(n / 6)}b${'_a*'.repeat(n / 6)}`,
  'opening tildes': repeated('~~a '),
  'small strikes': repeated('~a~'),
  'a mix of marks': repeated('*_**__~~['),
  'backticks of every length': (n) => {
    let text = '';
    for (let length = 1; text.length < n; length++) text += `a${'`'.repeat(length)}`;
    return text;
  },
  'backticks of two lengths': repeated('`a``'),
  'blocks without end': repeated(':::note\n'),
  'blocks in blocks': (n) => `${':::note\n'.repeat(n / 16)}a\n${':::\n'.repeat(n / 16)}`,
  'blocks of unknown names': repeated(':::a\nb\n:::\n'),
  'ends of blocks': repeated(':::\n'),
  'titles of blocks without end': repeated(':::note['),
  'attributes of blocks': (n) => `:::note{${'a="b" '.repeat(n / 6)}}\nc\n:::`,
  callouts: repeated('> [!NOTE]\n'),
  'a line with many dates': (n) => `:::timeline\n- ${'1989 - '.repeat(n / 7)}\n:::`,
  'questions without answers': repeated('Q: a\n\n'),
  'questions and answers': repeated('Q: a\n\nA: b\n\n'),
  'less-than signs': repeated('<'),
  'opening comments': repeated('<!--'),
  'opening instructions': repeated('<?'),
  'opening CDATA': repeated('<![CDATA['),
  'attributes without end': (n) => `<a ${'a '.repeat(n / 2)}`,
  'quoted attributes without end': repeated('<a a="'),
  'divs in divs': repeated('<div>\n\n'),
  'bold in bold': repeated('<b>'),
  'open formatting before many paragraphs': (n) =>
    `${Array.from({ length: 90 }, (_, i) => `<b title="${i}">`).join('')}\n\n${'<p>a'.repeat(n / 4)}`,
  'tables in tables': repeated('<table><td>'),
  'misplaced table content': (n) => `<table>${'a<b>'.repeat(n / 4)}`,
  'unknown elements': repeated('<x>a</x>'),
  'unknown attributes': (n) =>
    `<b ${Array.from({ length: n / 9 }, (_, i) => `a${i}=1`).join(' ')}>x</b>`,
  ampersands: repeated('&'),
  'character references': repeated('&#'),
  'whole character references': repeated('&#160;'),
  backslashes: repeated('\\'),
  'wide tables': (n) => `${'|a'.repeat(n / 4)}\n${'|-'.repeat(n / 4)}\n`,
  'wide tables with short rows': (n) => {
    const columns = Math.sqrt(n) / 2;
    return `${'|a'.repeat(columns)}\n${'|-'.repeat(columns)}\n${'|\n'.repeat(n / 2)}`;
  },
  'long tables': (n) => `a|b\n-|-\n${'c|d\n'.repeat(n / 4)}`,
  footnotes: (n) => {
    const count = n / 24;
    const marks = Array.from({ length: count }, (_, i) => `[^${i}] `).join('');
    return `${marks}\n\n${Array.from({ length: count }, (_, i) => `[^${i}]: x\n`).join('')}`;
  },
  'footnotes that name the next': (n) =>
    `[^0]\n\n${Array.from({ length: n / 20 }, (_, i) => `[^${i}]: [^${i + 1}]\n`).join('')}`,
  'footnotes in footnotes': repeated('[^a]: '),
  definitions: (n) => Array.from({ length: n / 12 }, (_, i) => `[${i}]: x\n`).join(''),
  'one definition again and again': repeated('[a]: x\n'),
  'a long address used often': (n) =>
    `[a]: ${'x'.repeat(n / 200)}\n\n${'[a] '.repeat(n / 400)}`,
  'bare addresses': repeated('https://a.b '),
  'addresses that run on': repeated('https://a.b/한'),
  'addresses before punctuation': (n) => `https://a.b/${'…'.repeat(n)}a`,
  'single tildes': repeated('한~'),
  'marks between punctuation and Korean': repeated('한**('),
  'mail addresses': repeated('a@b.c '),
  'a long mail address': (n) => `${'a_'.repeat(n / 2)}@`,
  'dots before an at sign': (n) => `${'a.'.repeat(n / 2)}@`,
  'www again and again': repeated('www.'),
  'a long address with brackets': (n) => `https://a.b/${')'.repeat(n)}`,
  'a long address with references': (n) => `https://a.b/${'&a;'.repeat(n / 3)}`,
  'list items': repeated('- a\n'),
  'loose list items': repeated('- a\n\n'),
  headings: repeated('a\n-\n'),
  'the same heading': repeated('# a\n'),
  'quotations in a row': repeated('> a\n\n'),
  'a quotation with lazy lines': (n) => `${'>'.repeat(50)}${'a\n'.repeat(n / 2)}`,
  'deep lists again and again': (n) => {
    const list = Array.from({ length: 50 }, (_, i) => `${'  '.repeat(i)}- a\n`).join('');
    return list.repeat(n / list.length);
  },
  'deep quotations again and again': (n) => `${'> '.repeat(99)}a\n\n`.repeat(n / 201),
  'quotation marks': repeated('"'),
  apostrophes: repeated("'a "),
  'empty lines': repeated('\n'),
  spaces: (n) => `a${' '.repeat(n)}b`,
  tabs: repeated('\t'),
  'number signs': repeated('#'),
  'one word': repeated('a'),
  'U+0000': repeated('\0'),
  'links that lead nowhere': repeated('[a](#b) '),
  'indented lines': repeated('    a\n'),
};

function repeated(text: string): (length: number) => string {
  return (length) => text.repeat(length / text.length);
}
