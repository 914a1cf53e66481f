import type { VectorClass } from './vector-class.ts';

/** Characters that programs read differently from what they mean. */
export const characters: VectorClass = {
  name: 'entities and control characters',
  harm: 'script',
  live: [
    '<img src="x:" onerror="&#82UN=0;RUN"> WORD',
    '<img src=x: onerror=&#x000000000028;0&#41;&#59;RUN> WORD',
    '<img src=x: onerror="RUN&NotAnEntity;"><img src=x: onerror="RUN"> WORD',
    '<img src=x: onerror="RUN&semi;&lbrace;&rbrace;"> WORD',
    '<img\tsrc=x:\tonerror=RUN\t> WORD',
    '<img src=x: onerror="RUN/*\u0000*/"> WORD',
    '<img src=x: onerror="\ufeffRUN"> WORD',
    '<img src=x: onerror="\u00a0RUN\u2003"> WORD',
    '<img src=x: onerror="/*\u202e*/RUN"> WORD',
    '<b title="\u202e\u2066">WORD</b><img src=x: onerror=RUN>',
    '<script>/*\ud800*/RUN</script> WORD',
    '<script>RUN/*&#x110000;&#xD800;&#0;*/</script> WORD',
  ],
  dormant: [
    '<script>"\ufdd0\uffff";RUN</script> WORD',
    '<div><img\fsrc=x:\fonerror=RUN>WORD</div>',
    '&lt;img src=x: onerror=RUN&gt; WORD',
    '&amp;lt;script&amp;gt;RUN WORD',
    '&#60;script&#62;RUN&#60;/script&#62; WORD',
    '&#x3c;script&#x3e;RUN&#x3c;/script&#x3e; WORD',
    '&LT;script&GT;RUN&LT;/script&GT; WORD',
    '&#0;&#1;&#8;&#11;&#127;&#x80;&#xFFFE;&#xFFFF;&#xD800;&#x110000;&#99999999999; WORD',
    '<scr\u0000ipt>RUN</scr\u0000ipt> WORD',
    '<\u0000script>RUN</\u0000script> WORD',
    '<\u200bscript>RUN</script> WORD',
    '\u0000<b\u0000>WORD</b>',
    '\u0001\u0008\u000b\u000c\u001f\u007f\u0085\u009f WORD',
    '\u202eWORD\u202c \u2066WORD\u2069 \u200f\u061c',
    'W\u0335\u0336\u0337\u0338O WORD',
    '\ufeffWORD \u2028 \u2029 \u180e',
    '\ud83d\ude00\u200d\u2764\ufe0f \u{e0041}\u{e007f} WORD',
    '\ud800 \udc00 \udfff\ud800 WORD',
    '&nbsp;&ZeroWidthSpace;&InvisibleTimes;&NoBreak; WORD',
    '\\u003cscript\\u003eRUN \\x3cscript\\x3e %3Cscript%3E WORD',
  ],
};

/** Invalid UTF-8 that some program once read as HTML syntax. */
export const brokenBytes: readonly {
  readonly name: string;
  readonly bytes: readonly number[];
}[] = [
  { name: 'an overlong <', bytes: [0xc0, 0xbc] },
  { name: 'an overlong < of three bytes', bytes: [0xe0, 0x80, 0xbc] },
  { name: 'an overlong < of four bytes', bytes: [0xf0, 0x80, 0x80, 0xbc] },
  { name: 'an overlong NUL', bytes: [0xc0, 0x80] },
  { name: 'an overlong quotation mark', bytes: [0xc0, 0xa2] },
  { name: 'a lead byte before a quotation mark', bytes: [0xe3, 0x22] },
  { name: 'a lead byte before <', bytes: [0xc3, 0x3c] },
  { name: 'a lone continuation', bytes: [0x80] },
  { name: 'a surrogate half', bytes: [0xed, 0xa0, 0x80] },
  { name: 'beyond Unicode', bytes: [0xf4, 0x90, 0x80, 0x80] },
  { name: 'five bytes', bytes: [0xf8, 0x88, 0x80, 0x80, 0x80] },
  { name: 'FE and FF', bytes: [0xfe, 0xff] },
  { name: 'Latin-1', bytes: [0xe9, 0x74, 0xe9] },
  { name: 'half a character at the end', bytes: [0xe2, 0x82] },
  { name: 'Shift JIS', bytes: [0x83, 0x5c, 0x3c] },
  { name: 'ISO-2022-JP', bytes: [0x1b, 0x24, 0x42, 0x3c, 0x73, 0x1b, 0x28, 0x42] },
];
