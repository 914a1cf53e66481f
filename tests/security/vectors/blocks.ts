import type { VectorClass } from './vector-class.ts';

/** In titles, in attributes, in every form of content, and across the ends of blocks. */
export const blocks: VectorClass = {
  name: 'blocks',
  harm: 'script',
  live: [
    ':::factbox[WORD <img src=x onerror=RUN>]\nWORD\n:::',
    ':::note WORD <img src=x onerror=RUN>\nWORD\n:::',
    '> [!NOTE] WORD <img src=x onerror=RUN>\n> WORD',
    '> [!TIP]- WORD\n> <img src=x onerror=RUN>',
    ':::timeline\n- 2026-01-06: WORD <img src=x onerror=RUN>\n:::',
    ':::people\n- <b>WORD</b> <img src=x onerror=RUN>\n:::',
    ':::pullquote\nWORD <img src=x onerror=RUN>\n\n-- WORD\n:::',
    '**Q:** WORD\n\n**A:** <img src=x onerror=RUN> WORD',
    ':::note\n\n</section></section></div><img src=x onerror=RUN> WORD\n\n:::',
  ],
  dormant: [
    ':::factbox{onclick=RUN style="color:red" href=javascript:RUN #location .menu}\nWORD\n:::',
    ':::details{open=RUN ontoggle=RUN}\nWORD\n:::',
    ':::note{fold="x onclick=RUN"}\nWORD\n:::',
    ':::__proto__\nWORD\n:::',
    ':::constructor\nWORD\n:::',
    '> [!constructor]\n> WORD',
    '<section id="directive-0">WORD</section>\n\n:::note\nWORD\n:::',
    '<time class="when" datetime="2026-01-06&quot; onclick=RUN">WORD</time>',
    '<aside class="pull-quote" aria-hidden="true">WORD</aside>',
  ],
};
