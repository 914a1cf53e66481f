/** Returns the next random number below a bound. */
type Draw = (bound: number) => number;

const tags = [
  ...'a abbr aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div'.split(
    ' ',
  ),
  ...'dl dt em figcaption figure h1 h2 h6 hr i img input ins kbd li mark ol p pre q rp rt'.split(
    ' ',
  ),
  ...'ruby s samp section small span strong sub summary sup table tbody td tfoot th thead'.split(
    ' ',
  ),
  ...'time tr u ul var wbr'.split(' '),
  // Elements that articles may not have.
  ...'script style svg math template noscript iframe object embed form button select option'.split(
    ' ',
  ),
  ...'textarea title base meta link body html head frameset frame plaintext xmp noembed'.split(
    ' ',
  ),
  ...'video audio source track canvas dialog marquee foreignObject annotation-xml mtext mi'.split(
    ' ',
  ),
  ...'mglyph desc slot picture map area param label fieldset legend optgroup datalist'.split(
    ' ',
  ),
  ...'center font nobr listing image isindex keygen applet x-y'.split(' '),
];

const attributes = [
  ...'id name class style href src title alt lang dir cite datetime open start type value'.split(
    ' ',
  ),
  ...'span colspan rowspan align scope checked disabled onerror onclick onload srcdoc'.split(
    ' ',
  ),
  ...'action formaction srcset xlink:href xmlns is slot tabindex contenteditable'.split(' '),
  ...'data-x aria-label role target rel ping background poster for form itemprop'.split(' '),
];

const values = [
  'a',
  '',
  'a b',
  ' ',
  '1',
  '-1',
  'ui-main',
  'user-content-a',
  'p-abcdefgh',
  'location',
  '__proto__',
  'javascript:x',
  'java&#10;script:x',
  'data:text/html,x',
  'https://a.example/?b=c&d',
  '//a.example',
  '/x/',
  '#a',
  '#ui-fn-1',
  'x.jpg',
  '"><script>',
  '</p>',
  '-->',
  '&quot;&gt;',
  'en',
  'rtl',
  'checkbox',
  'left',
  '한',
  '\u0000',
  '\u2028',
];

const words = [
  'word',
  'two words',
  '한국어',
  'سلام',
  '😀',
  '"quoted"',
  "it's",
  '--',
  '...',
  '&amp;',
  '&lt;b&gt;',
  '&#60;',
  '&#0;',
  '&nosuch;',
  '<',
  '>',
  '&',
  '\\',
  '`',
  '*',
  '_',
  '~~',
  '[',
  ']',
  '](',
  '![',
  '|',
  '#',
  '\t',
  '  \n',
  'https://a.example/b?c=d',
  'www.a.example',
  'me@a.example',
  '[^n]',
  '[r]',
  ']]>',
  '-->',
  '<!--',
  '<![CDATA[',
  '<?x',
  '<!X',
];

/**
 * Nested blocks of Markdown and HTML, damaged in places. The same seed gives the same text (a
 * linear congruential generator).
 */
export function randomMarkdown(seed: number, depth: number): string {
  let state = seed >>> 0;
  const draw: Draw = (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  const text = blocks(draw, depth);
  return draw(3) === 0 ? hurt(text, draw) : text;
}

function blocks(draw: Draw, depth: number): string {
  return Array.from({ length: 1 + draw(3) }, () => block(draw, depth)).join(
    draw(5) === 0 ? '\n' : '\n\n',
  );
}

function block(draw: Draw, depth: number): string {
  const inner = () => (depth > 0 ? blocks(draw, depth - 1) : line(draw, 0));
  const indented = (first: string, rest: string) =>
    inner()
      .split('\n')
      .map((text, n) => (n === 0 ? first : rest) + text)
      .join('\n');
  switch (draw(13)) {
    case 0:
      return `${'#'.repeat(1 + draw(7))} ${line(draw, depth)}`;
    case 1:
      return indented('> ', draw(4) === 0 ? '' : '> ');
    case 2:
      return indented('- ', '  ');
    case 3:
      return indented(`${draw(12)}. `, '   ');
    case 4:
      return `- [${' x'[draw(2)]}] ${line(draw, depth)}`;
    case 5:
      return `| ${line(draw, 0)} | b |\n|:-:|--:|\n| ${line(draw, 0)} | ${line(draw, 0)} |`;
    case 6:
      return `\`\`\`js ${word(draw)}\n${inner()}\n\`\`\``;
    case 7:
      return `[^n]: ${indented('', '    ')}`;
    case 8:
      return `[r]: ${values[draw(values.length)] || '/'} "${word(draw)}"`;
    case 9:
    case 10:
      return `${open(draw)}\n${draw(2) ? '\n' : ''}${inner()}\n${close(draw)}`;
    case 11:
      return element(draw, depth, inner);
    default:
      return line(draw, depth);
  }
}

function line(draw: Draw, depth: number): string {
  return Array.from({ length: 1 + draw(5) }, () => {
    const inner = () => (depth > 0 ? line(draw, depth - 1) : word(draw));
    switch (draw(9)) {
      case 0:
        return `*${inner()}*`;
      case 1:
        return `**${inner()}**`;
      case 2:
        return `[${inner()}](${values[draw(values.length)]} "${word(draw)}")`;
      case 3:
        return `![${inner()}](${values[draw(values.length)]})`;
      case 4:
        return `\`${word(draw)}\``;
      case 5:
        return element(draw, depth, inner);
      default:
        return word(draw);
    }
  }).join(' '.repeat(draw(2)));
}

function element(draw: Draw, depth: number, inner: () => string): string {
  const tag = tags[draw(tags.length)] ?? 'b';
  const within = depth > 0 ? inner() : word(draw);
  return `${open(draw, tag)}${within}${draw(6) === 0 ? close(draw) : `</${tag}>`}`;
}

function open(draw: Draw, tag = tags[draw(tags.length)]): string {
  const own = Array.from({ length: draw(3) }, () => {
    const quote = ['"', "'", ''][draw(3)];
    const value = values[draw(values.length)];
    return ` ${attributes[draw(attributes.length)]}=${quote}${value}${quote}`;
  });
  return `<${tag}${own.join('')}${draw(9) === 0 ? '/' : ''}>`;
}

function close(draw: Draw): string {
  return `</${tags[draw(tags.length)]}>`;
}

function word(draw: Draw): string {
  return words[draw(words.length)] ?? '';
}

/** Removes, repeats or moves some parts. */
function hurt(text: string, draw: Draw): string {
  let hurting = text;
  for (let times = 1 + draw(4); times > 0; times -= 1) {
    const at = draw(hurting.length + 1);
    const part = hurting.slice(at, at + 1 + draw(6));
    const [before, after] = [hurting.slice(0, at), hurting.slice(at + part.length)];
    hurting =
      [before + after, before + part + part + after, part + before + after][draw(3)] ?? '';
  }
  return hurting;
}
