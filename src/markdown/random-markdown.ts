/** Bits of Markdown and HTML, whole and broken, that a random text is made of. */
const fragments: readonly string[] = [
  ...'*|**|***|_|__|~|~~|~~~|`|``|```|[|]|](|(|)|![|!|<|>|&|#|##|\\|"|\'|:|;|=|+|-|--|---|...'.split('|'),
  '|', '||', '|-|', '| a | b |\n|---|--:|\n| c | d |\n', 'a|b\n-|-\nc|d\n', '|:-:|\n', '\\|',
  ' ', '  ', '    ', '\t', '\n', '\n\n', '  \n', '\\\n', '\n\n    ', '\n> ', '\n>', '> > ', '\n- ', '\n* ',
  '\n+ ', '\n1. ', '\n2) ', '\n   ', '\n- [ ] ', '\n- [x] ', '[ ]', '\n***\n', '\n---\n', '\n===\n', '\n# ',
  '\n## ', '\n####### ', '\n```js\n', '\n```\n', '\n~~~\n', '\n    code\n', 'word', 'two words', 'é', '한국어',
  '你好。', 'سلام', '😀', '\u00a0', '\u200b', '\ufeff', '"quote"', "it's", '[a](b)', '[a](./b "t")', '![a](b.jpg)',
  '![a](<b c.jpg> \'t\')', '[a][b]', '[b]', '[b][]', '\n[b]: /x "y"\n', '\n[b]: <x>\n', '[^1]', '[^two]', '[^Á]',
  '\n[^1]: note\n', '\n[^two]: note\n\n    more\n', '\n[^Á]: x\n', '^[inline]', 'https://a.example/b', 'www.a.example',
  'http://a.b/?q=(x)&amp;c_d', 'me@a.example', 'mailto:me@a.example', '<https://a.b>', '<me@a.b>', 'ftp://a.b',
  '&amp;', '&copy', '&copy;', '&#0;', '&#x1F600;', '&nosuch;', '<b>', '</b>', '<div>', '</div>', '\n<div>\n', '\n</div>\n',
  '<br>', '<p>', '<!-- c -->', '<!--', '-->', '<?php ?>', '<![CDATA[x]]>', '<!X>', '<a href="x">', '</a>', '<table>',
  '<td>', '</table>', '<img src=x>', '<script>', '</script>', '<i class=a b="c">', '{{ x }}', '{% y %}', '$x$', '==m==', ':::',
  '\n: def\n', 'a_b_c', 'a*b*c', '*a*', '**a**', '_a_', '~~a~~', '~a~', '`a`', '`` ` ``', '\\*', '\\[', '\n+++\n', '@', '.', ',',
];

/** Text from a seed: the same seed, the same text (a linear congruential generator). */
export function randomMarkdown(seed: number, pieces: number): string {
  let state = seed;
  let text = '';
  for (let piece = 0; piece < pieces; piece++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    text += fragments[Math.floor((state / 2 ** 32) * fragments.length)];
  }
  return text;
}
